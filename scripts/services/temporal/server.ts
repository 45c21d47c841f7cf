import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { Connection } from '@temporalio/client'
import { msNumberToTs } from '@temporalio/common/lib/time.js'
import { assertAlive } from '../processes/assert-alive.ts'

const READY_MS = 60_000
const DAY_MS = 86_400_000

/** The three ports of the one-machine server, all on 127.0.0.1. */
export interface TemporalPorts {
  /** gRPC, where workers and clients connect */
  frontend: number
  http: number
  metrics: number
}

/**
 * After an outage what is overdue is served oldest first: timers fire one after the other (the database of
 * one machine writes one after the other anyway), and their tasks wait in one line, not in several.
 */
const OLDEST_FIRST = [
  'history.timerProcessorSchedulerWorkerCount=1',
  'matching.numTaskqueueReadPartitions=1',
  'matching.numTaskqueueWritePartitions=1',
]

/** Command line of the server for one machine; without `databaseFile` it keeps everything in memory. */
export function temporalArgs(ports: TemporalPorts, databaseFile?: string): string[] {
  const keep = databaseFile ? ['--db-filename', databaseFile, '--sqlite-pragma', 'journal_mode=WAL'] : []
  return [
    'server',
    'start-dev',
    '--headless',
    '--ip',
    '127.0.0.1',
    '--port',
    String(ports.frontend),
    '--http-port',
    String(ports.http),
    '--metrics-port',
    String(ports.metrics),
    '--log-level',
    'warn',
    ...OLDEST_FIRST.flatMap((setting) => ['--dynamic-config-value', setting]),
    ...keep,
  ]
}

/** Starts the server in a process group of its own; its output goes to `logFile`. */
export function spawnTemporal(program: string, ports: TemporalPorts, databaseFile: string, logFile: string): ChildProcess {
  const log = openSync(logFile, 'a')
  const child = spawn(program, temporalArgs(ports, databaseFile), { detached: true, stdio: ['ignore', log, log] })
  closeSync(log)
  return child
}

/** Waits until the server's namespace answers; throws when its process has ended or it stays silent. */
export async function temporalReady(ports: TemporalPorts, child: ChildProcess, logFile: string): Promise<void> {
  await temporalAnswering(`127.0.0.1:${ports.frontend}`, () => assertAlive('Temporal', child, logFile))
}

/** Waits until the namespace `default` answers; `check` may throw to give up. */
export async function temporalAnswering(address: string, check: () => void = () => undefined): Promise<void> {
  const until = Date.now() + READY_MS
  for (;;) {
    check()
    try {
      await withService(address, (connection) => connection.workflowService.describeNamespace({ namespace: 'default' }))
      return
    } catch (error) {
      if (Date.now() > until) throw error
      await sleep(100)
    }
  }
}

/** Makes a namespace; one that exists already is fine. */
export async function createNamespace(address: string, namespace: string, retentionDays: number): Promise<void> {
  const workflowExecutionRetentionPeriod = msNumberToTs(retentionDays * DAY_MS)
  await withService(address, (connection) =>
    connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod }).catch((error: unknown) => {
      if (!(error instanceof Error && /already/i.test(error.message))) throw error
    }),
  )
}

/**
 * Keeps histories of closed workflows for so many days in the namespace
 * `default`; the one-machine server keeps them 24 hours only.
 */
export async function raiseRetention(address: string, days: number): Promise<void> {
  const config = { workflowExecutionRetentionTtl: msNumberToTs(days * DAY_MS) }
  await withService(address, (connection) => connection.workflowService.updateNamespace({ namespace: 'default', config }))
}

async function withService<T>(address: string, action: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address, connectTimeout: '2s' })
  try {
    return await action(connection)
  } finally {
    await connection.close()
  }
}
