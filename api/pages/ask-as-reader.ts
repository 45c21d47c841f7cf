import type { Request } from 'express'
import type { Language } from '../../domain/text.ts'

const LONGEST_MS = 10_000

/** An answer of the API that is no success, as the pages know it (web/http/problem.ts reads the same names). */
interface Refused extends Error {
  readonly status: number
}

/**
 * Asks the product's own JSON API, over HTTP and with the reader's own session, for what a page is drawn
 * from in the server: the pages have no second way in, and every reading is checked and audited as theirs.
 */
export function askAsReader(request: Request, language: Language): (path: string) => Promise<unknown> {
  const { localAddress, localPort } = request.socket
  const host = localAddress?.includes(':') ? `[${localAddress}]` : localAddress
  return async (path) => {
    const response = await fetch(`http://${host}:${localPort}${path}`, {
      headers: { accept: 'application/json', 'accept-language': language, cookie: request.get('cookie') ?? '' },
      signal: AbortSignal.timeout(LONGEST_MS),
    })
    if (response.ok) return response.json()
    throw Object.assign(new Error(`${path}: ${response.status}`), { name: 'Problem', status: response.status }) satisfies Refused
  }
}
