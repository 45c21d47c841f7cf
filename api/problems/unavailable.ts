import { Fault } from '../gateway.ts'

/** A part of the system (database, Temporal) is away: 503, the client repeats with the same key. */
export class UnavailableError extends Error {
  constructor(part: string, cause?: unknown) {
    super(`${part} is away`, { cause })
    this.name = 'UnavailableError'
  }
}

const CODES: ReadonlySet<string> = new Set([
  // Node sockets
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  // Prisma: cannot reach, timed out, closed the connection, no free connection
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  // PostgreSQL: connection exceptions, shutdown, starting up, too many connections
  '08000',
  '08001',
  '08003',
  '08004',
  '08006',
  '57P01',
  '57P02',
  '57P03',
  '53300',
])

/** Prisma wraps what the driver says into its own message. */
const SAYS_AWAY =
  /can't reach database server|connection terminated|connection timeout|timeout exceeded when trying to connect|server has closed the connection|query read timeout|statement timeout|Code: `(08\w{3}|57P0[123]|57014|53300|ECONN\w+)`/i

/** True if the error, or one of its causes, says that a part of the system cannot be reached now. */
export function isUnavailable(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth += 1) {
    if (at instanceof UnavailableError || (at instanceof Fault && at.code === 'unavailable')) return true
    if ('code' in at && typeof at.code === 'string' && CODES.has(at.code)) return true
    if (at.name === 'DriverAdapterError' && /reach|connect|closed|terminat|timeout/i.test(at.message)) return true
    if (SAYS_AWAY.test(at.message)) return true
  }
  return false
}
