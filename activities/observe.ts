import { Runtime } from '@temporalio/worker'
import { pino, type Logger } from 'pino'
import type { HousekeepingFigure } from './housekeeping.ts'

export interface Observation {
  readonly log: Logger
  readonly warn: (message: string, facts: unknown) => void
  /** Counts a figure of housekeeping; read with the SDK's own metrics. */
  readonly count: (figure: HousekeepingFigure, by: number) => void
}

/**
 * Logs as JSON lines, with the engine's own warnings among them, and metrics for Prometheus at
 * `metricsAddress` (`host:port`). Called once a process, before anything else of the SDK.
 */
export function observe({ logLevel, metricsAddress }: { readonly logLevel: string; readonly metricsAddress: string | null }): Observation {
  const log = pino({ level: logLevel, base: { process: 'worker' } })
  const write = (level: 'debug' | 'info' | 'warn' | 'error') => (message: string, meta?: object) => log[level](meta ?? {}, message)
  const runtime = Runtime.install({
    logger: {
      log: (level, message, meta) => log[LEVELS[level]](meta ?? {}, message),
      trace: write('debug'),
      debug: write('debug'),
      info: write('info'),
      warn: write('warn'),
      error: write('error'),
    },
    telemetryOptions: {
      logging: { forward: {}, filter: 'WARN' },
      ...(metricsAddress === null ? {} : { metrics: { prometheus: { bindAddress: metricsAddress } } }),
    },
    shutdownSignals: [],
  })
  const counters = new Map<HousekeepingFigure, { add(value: number): void }>()
  return {
    log,
    warn: (message, facts) => log.warn(facts instanceof Error ? { err: facts } : { facts }, message),
    count(figure, by) {
      const counter = counters.get(figure) ?? runtime.metricMeter.createCounter(`hongyan_housekeeping_${figure}`)
      counters.set(figure, counter)
      counter.add(by)
    },
  }
}

const LEVELS = { TRACE: 'debug', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const
