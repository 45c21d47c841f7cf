import express from 'express'
import type { RequestHandler } from 'express'
import { problem } from '../problems/problem.ts'

const LIMIT_BYTES = 256 * 1024

/**
 * JSON bodies only: a body of another type is 415 (a form post of a foreign page can have no other),
 * a larger one than 256 kB is 413, one that does not parse is 400. No body at all stands for {}.
 */
export function jsonBody(): RequestHandler[] {
  const refuseOtherTypes: RequestHandler = (request, _response, next) => {
    const hasBody = request.get('transfer-encoding') !== undefined || Number(request.get('content-length') ?? 0) > 0
    if (hasBody && !request.is('application/json')) throw problem('unsupported-media-type', { field: 'Content-Type' })
    next()
  }
  return [refuseOtherTypes, express.json({ limit: LIMIT_BYTES, strict: false, type: 'application/json' })]
}
