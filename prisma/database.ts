import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from './generated/client.ts'

export type Database = PrismaClient

/** What a reader needs that asks in SQL only; a transaction is one, too. */
export type SqlReads = Pick<Database, '$queryRaw'>

export interface DatabaseOptions {
  /** PostgreSQL connection URL. */
  readonly url: string
  /** True for the connections of `record`: they take the role hongyan_writer on, which may append to case_event and never change it. */
  readonly writer?: boolean
  /** Greatest number of connections; 10 unless told. */
  readonly connections?: number
  /** Milliseconds after which a statement is given up, so that no caller hangs; 4 s unless told (an answer that says 503 is due within 5), 0 for none. */
  readonly statementMs?: number
  /** Told when an idle connection breaks; the pool opens another by itself. */
  readonly onConnectionError?: (error: Error) => void
}

/** Milliseconds after which a statement is given up unless told otherwise. */
export const STATEMENT_MS = 4_000
/** The server gives up first; the client only where the server is silent: so much later. */
export const SILENCE_MS = 500
/** Milliseconds after which a connection that does not come about is given up. */
export const CONNECT_MS = 3_000

/**
 * A client with its own pool; it connects at the first statement and again after a loss. Statements are
 * named, so that PostgreSQL plans each text once a connection (design 9). End it with `$disconnect()`.
 */
export function createDatabase({
  url,
  writer = false,
  connections = 10,
  statementMs = STATEMENT_MS,
  onConnectionError = () => {},
}: DatabaseOptions): Database {
  const pool = {
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: CONNECT_MS,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    ...(statementMs === 0 ? {} : { statement_timeout: statementMs, query_timeout: statementMs + SILENCE_MS }),
    application_name: writer ? 'hongyan-writer' : 'hongyan',
    ...(writer ? { options: '-c role=hongyan_writer' } : {}),
  }
  const adapter = new PrismaPg(pool, {
    statementNameGenerator: createStatementNames(),
    onPoolError: onConnectionError,
    onConnectionError,
  })
  return new PrismaClient({ adapter })
}

/** How many texts are given a name in one process; a text beyond them is planned each time. */
const NAMED_STATEMENTS = 400

function createStatementNames(): (query: { readonly sql: string }) => string {
  const names = new Map<string, string>()
  return ({ sql }) => {
    const known = names.get(sql)
    if (known !== undefined) return known
    if (names.size >= NAMED_STATEMENTS) return ''
    const name = `h${createHash('sha256').update(sql).digest('hex').slice(0, 24)}`
    names.set(sql, name)
    return name
  }
}
