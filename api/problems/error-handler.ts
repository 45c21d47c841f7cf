import { randomUUID } from 'node:crypto'
import type { ErrorRequestHandler } from 'express'
import type { Logger } from 'pino'
import type { Language } from '../../domain/text.ts'
import { readerLanguage } from '../http/language.ts'
import { isUnavailable } from './unavailable.ts'
import { ProblemError, problem, problemDocument } from './problem.ts'
import type { Problem } from './problem.ts'

const RETRY_SECONDS = 2

/** Turns whatever was thrown into a problem document; a bug is logged under an id and shows nothing of itself. */
export function errorHandler(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error)
      return
    }
    const of = problemOf(error, log)
    const own: unknown = response.locals['language']
    const language: Language = own === 'zh' || own === 'en' ? own : readerLanguage(request.get('accept-language'), null)
    if (of.retryAfterSeconds !== null) response.set('Retry-After', String(of.retryAfterSeconds))
    response.set('Content-Language', language)
    response
      .status(of.status)
      .type('application/problem+json')
      .send(JSON.stringify(problemDocument(of, language)))
  }
}

function problemOf(error: unknown, log: Logger): Problem {
  if (error instanceof ProblemError) return error.problem
  const known = fromBodyParser(error)
  if (known !== null) return known
  if (isUnavailable(error)) {
    log.warn({ err: error }, 'a part of the system is away')
    return problem('unavailable', { retryAfterSeconds: RETRY_SECONDS }).problem
  }
  const id = randomUUID()
  log.error({ err: error, id }, 'unexpected error')
  return problem('unexpected', { params: { id }, members: { id } }).problem
}

/** Faults that Express and its body parser throw themselves. */
function fromBodyParser(error: unknown): Problem | null {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return null
  const type = 'type' in error ? error.type : undefined
  if (type === 'entity.too.large') return problem('too-large', { field: 'body' }).problem
  if (type === 'entity.parse.failed') return problem('malformed-json', { field: 'body' }).problem
  if (error.status === 415) return problem('unsupported-media-type', { field: 'Content-Type' }).problem
  return error.status >= 400 && error.status < 500 ? problem('malformed-request').problem : null
}
