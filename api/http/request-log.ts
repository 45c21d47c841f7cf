import { randomUUID } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import type { Logger } from 'pino'
import type { Metrics } from '../metrics/metrics.ts'

/**
 * One line a request, without personal data: method, route pattern (not the address, which may carry
 * a name in its query), status, duration, an id that the answer carries too. Durations feed the metrics.
 */
export function requestLog(log: Logger, metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const id = randomUUID()
    const startedAt = process.hrtime.bigint()
    response.set('X-Request-Id', id)
    response.on('close', () => {
      const seconds = Number(process.hrtime.bigint() - startedAt) / 1e9
      const route = patternOf(request)
      metrics.observeRequest(request.method, route, response.statusCode, seconds)
      if (route.startsWith('/health') || route === '/metrics') return
      log.info({ id, method: request.method, route, status: response.statusCode, ms: Math.round(seconds * 1000) }, 'request')
    })
    next()
  }
}

/** The pattern of the matched route; one word for all that matched none, so that metrics stay bounded. */
function patternOf(request: Request): string {
  const route: unknown = request.route
  if (typeof route === 'object' && route !== null && 'path' in route && typeof route.path === 'string') return route.path
  return 'unmatched'
}
