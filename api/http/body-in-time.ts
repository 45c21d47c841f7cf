import type { RequestHandler } from 'express'

const BODY_MS = 30_000

/** Cuts off a body that is not whole after 30 s: the server's own limit is that of uploads. */
export function bodyInTime(ms = BODY_MS): RequestHandler {
  return (request, _response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next()
    const late = setTimeout(() => request.complete || request.destroy(), ms)
    const stop = (): void => clearTimeout(late)
    request.once('end', stop)
    request.once('close', stop)
    next()
  }
}
