import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { assertAlive } from '../processes/assert-alive.ts'
import { type Cluster, OWNER } from './cluster.ts'
import { clearLeftovers } from './leftovers.ts'

const READY_MS = 60_000

/** Server settings of PostgreSQL by name. */
export type ServerSettings = Readonly<Record<string, string | number>>

/** What to spawn for a server of this cluster. */
export interface ServerCommand {
  command: string
  args: string[]
  options: { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number }
}

/** The command of a server that listens on 127.0.0.1 only. */
export function serverCommand(cluster: Cluster, port: number, settings: ServerSettings = {}): ServerCommand {
  const all: ServerSettings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: 200,
    ...settings,
  }
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return {
    command: cluster.programs.postgres,
    args: ['-D', cluster.data, '-p', String(port), ...flags],
    options: { ...cluster.user, cwd: cluster.data, env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' } },
  }
}

/** Address of a database of the cluster's server as a connection URL. */
export function databaseUrl(cluster: Cluster, port: number, database: string): string {
  return `postgresql://${OWNER}:${cluster.password}@127.0.0.1:${port}/${database}`
}

/**
 * Starts the server, after clearing what a killed one left, in a process group
 * of its own: a Ctrl-C in the terminal must not reach it before its clients have
 * stopped. Its output goes to `logFile`.
 */
export async function spawnServer(cluster: Cluster, port: number, logFile: string, settings: ServerSettings = {}): Promise<ChildProcess> {
  await clearLeftovers(cluster.data)
  const { command, args, options } = serverCommand(cluster, port, settings)
  const log = openSync(logFile, 'a')
  const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', log, log] })
  closeSync(log)
  return child
}

/** Waits until the server answers; throws when its process has ended or it stays silent. */
export async function serverReady(cluster: Cluster, port: number, child: ChildProcess, logFile: string): Promise<void> {
  await answering(databaseUrl(cluster, port, 'postgres'), () => assertAlive('PostgreSQL', child, logFile))
}

/** Waits until the database answers; `check` is called between tries and may throw to give up. */
export async function answering(url: string, check: () => void = () => undefined): Promise<void> {
  const until = Date.now() + READY_MS
  for (;;) {
    check()
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.query('select 1')
      return
    } catch (error) {
      if (Date.now() > until) throw error
      await sleep(50)
    } finally {
      await client.end().catch(() => undefined)
    }
  }
}

/** Makes the database when it is missing. */
export async function ensureDatabase(cluster: Cluster, port: number, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl(cluster, port, 'postgres') })
  await client.connect()
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name])
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
  return databaseUrl(cluster, port, name)
}
