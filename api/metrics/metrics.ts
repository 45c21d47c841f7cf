import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { WatchFigures } from '../health/watch-figures.ts'
import { createWatchGauges } from './watch-gauges.ts'

/** Business figures, read when they are asked for. */
export interface BusinessFigures {
  readonly openAppealsByColour: Readonly<Record<string, number>>
  readonly outboxByStatus: Readonly<Record<string, number>>
  readonly watch: WatchFigures
}

export interface Metrics {
  readonly registry: Registry
  observeRequest(method: string, route: string, status: number, seconds: number): void
  /** Puts the figures of this moment into the gauges; what is no longer there reads 0. */
  setFigures(figures: BusinessFigures, realNow: number): void
}

/** The metrics of one API process; a registry of its own, so that tests do not share it. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'hongyan_http_request_seconds',
    help: 'Duration of HTTP requests',
    registers: [registry],
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  })
  const open = new Gauge({ name: 'hongyan_open_appeals', help: 'Open appeals by colour', labelNames: ['colour'], registers: [registry] })
  const outbox = new Gauge({ name: 'hongyan_outbox_notices', help: 'Notices by status', labelNames: ['status'], registers: [registry] })
  const setWatch = createWatchGauges(registry)
  return {
    registry,
    observeRequest: (method, route, status, seconds) => requests.observe({ method, route, status: String(status) }, seconds),
    setFigures: (figures, realNow) => {
      setWatch(figures.watch, realNow)
      open.reset()
      outbox.reset()
      for (const [colour, count] of Object.entries(figures.openAppealsByColour)) open.set({ colour }, count)
      for (const [status, count] of Object.entries(figures.outboxByStatus)) outbox.set({ status }, count)
    },
  }
}
