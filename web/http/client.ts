import type { Language } from '../../domain/text.ts'
import { CASE_TIME_HEADER, caseTimeTold } from './case-time.ts'
import { Problem } from './problem.ts'

export interface Asking {
  /** Sent as JSON. */
  readonly body?: unknown
  /** Idempotency-Key: the same for every try of one press. */
  readonly key?: string
  readonly signal?: AbortSignal
}

/** The API as one page asks it; every answer is in the language given. */
export interface Client {
  ask<T>(method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string, asking?: Asking): Promise<T>
}

export interface ClientOptions {
  readonly language: () => Language
  /** Told when the session has ended: the page lets the person sign in again and keeps what was typed. */
  readonly onSignedOut?: () => void
}

/** A client of the product's own JSON API. Throws a Problem for every refusal, and where nothing answers. */
export function createClient({ language, onSignedOut }: ClientOptions): Client {
  return {
    async ask<T>(method: string, path: string, { body, key, signal }: Asking = {}): Promise<T> {
      const headers = {
        accept: 'application/json',
        'accept-language': language(),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(key !== undefined && { 'idempotency-key': key }),
      }
      const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }), ...(signal && { signal }) }
      const response = await fetch(path, init).catch((error: unknown) => {
        if (signal?.aborted) throw error
        throw new Problem(0, { code: 'unreachable' })
      })
      caseTimeTold(response.headers.get(CASE_TIME_HEADER))
      const text = await response.text()
      const read = text === '' ? null : parsed(text)
      if (response.ok) return read as T
      if (response.status === 401) onSignedOut?.()
      throw new Problem(response.status, isRecord(read) ? read : {})
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
