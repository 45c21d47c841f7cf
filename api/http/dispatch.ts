import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request, RequestHandler, Response } from 'express'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { fieldErrors } from '../problems/from-zod.ts'
import { invalid, problem } from '../problems/problem.ts'
import type { FieldError } from '../problems/problem.ts'
import type { Route } from '../route.ts'
import { authenticate } from '../sessions/authenticate.ts'
import { holdsOneOf } from '../sessions/person.ts'
import type { Person } from '../sessions/person.ts'
import { UPLOAD_MS, withinDeadline } from './deadline.ts'
import { idempotencyKey } from './idempotency-key.ts'
import { readerLanguage } from './language.ts'
import { textErrors } from './text-check.ts'

/**
 * The Express handler of one route. Order: who asks, whether the role may ask, then the input; so a
 * person without the right learns nothing about the shape of the input.
 */
export function dispatch(route: Route, deps: Deps): RequestHandler {
  return async (request, response) => {
    const work = answerTo(route, deps, request, response)
    const answer = await (route.upload ? withinDeadline(work, UPLOAD_MS) : withinDeadline(work))
    response.status(answer.status).set(answer.headers ?? {})
    if (answer.file !== undefined) await sent(answer.file, response)
    else if (answer.body === undefined) response.end()
    else response.json(answer.body)
  }
}

/** Sends a file; who goes away while it is sent is no fault. */
async function sent(file: Readable, response: Response): Promise<void> {
  try {
    await pipeline(file, response)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE')) throw error
  }
}

async function answerTo(route: Route, deps: Deps, request: Request, response: Response): ReturnType<Route['run']> {
  const person = await authenticate(request, deps, route.allow === 'anyone')
  const language = readerLanguage(request.get('accept-language'), person?.language ?? null)
  response.locals['language'] = language
  admit(route, person)
  const call = {
    deps,
    person,
    request,
    response,
    language,
    ...input(route, request),
    key: idempotencyKey(request.get('idempotency-key'), route.key),
    at: await deps.now(),
    source: request.ip ?? '',
  }
  response.set('Case-Time', new Date(call.at).toISOString())
  const answer = await route.run(call)
  if (route.audit === 'personal' && person !== null) {
    if (answer.reads === undefined) throw new Error(`${route.method} ${route.path} reads personal data and names no subject`)
    await deps.readAudit.recordReads({ kind: person.kind, id: person.id }, answer.reads, `${route.method} ${route.path}`, call.at)
  }
  return answer
}

function admit(route: Route, person: Person | null): void {
  if (route.allow === 'anyone') return
  if (person === null) throw problem('not-signed-in')
  if (route.allow !== 'signed-in' && !holdsOneOf(person, route.allow)) throw problem('role-missing')
}

function input(route: Route, request: Request): { params: unknown; query: unknown; body: unknown } {
  const body: unknown = request.body ?? {}
  const unsound = [...textErrors(request.params), ...textErrors(request.query), ...textErrors(body)]
  if (unsound.length > 0) throw invalid(unsound.slice(0, 50))
  const errors: FieldError[] = []
  const checked = {
    params: check(route.params, request.params, errors),
    query: check(route.query, { ...request.query }, errors),
    body: check(route.body, body, errors),
  }
  if (errors.length > 0) throw invalid(errors.slice(0, 50))
  return checked
}

function check(schema: z.ZodType, value: unknown, errors: FieldError[]): unknown {
  const result = schema.safeParse(value, { reportInput: true })
  if (result.success) return result.data
  errors.push(...fieldErrors(result.error))
  return undefined
}
