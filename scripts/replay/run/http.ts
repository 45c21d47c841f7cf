import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'

/** The API said no: a problem document with its code. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

export interface ApiRequest<T> {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly token?: string
  /** makes the request repeatable: it then takes place once */
  readonly key?: string
  readonly body?: unknown
  /** what is read of the answer */
  readonly answer: z.ZodType<T>
}

export interface Api {
  /** Repeats what was not answered or answered by 503, as long as it may be repeated; throws `Refused` for a problem. */
  send<T>(request: ApiRequest<T>): Promise<T>
  /** how often a request was repeated */
  repeats(): number
}

const problem = z.object({ code: z.string(), detail: z.string().optional(), title: z.string().optional() })
const TRIES = 20
const LONGEST_REST_MS = 5000

/** The API at this address, over HTTP as any client speaks it. */
export function createApi(baseUrl: string, signal: AbortSignal): Api {
  let repeats = 0

  async function once<T>({
    method,
    path,
    token,
    key,
    body,
    answer,
  }: ApiRequest<T>): Promise<{ done: T } | { restMs: number; why: string }> {
    const headers = {
      'content-type': 'application/json',
      'accept-language': 'en',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(key !== undefined && { 'idempotency-key': key }),
    }
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers,
      signal,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (response.ok) return { done: answer.parse(JSON.parse(text)) }
    const read = problem.safeParse(text.startsWith('{') ? JSON.parse(text) : null)
    const code = read.data?.code ?? `http-${response.status}`
    const why = `${method} ${path}: ${response.status} ${code} ${read.data?.detail ?? read.data?.title ?? ''}`.trim()
    if (response.status !== 503) throw new Refused(code, why)
    return { restMs: Number(response.headers.get('retry-after') ?? 1) * 1000, why }
  }

  return {
    repeats: () => repeats,
    async send(request) {
      for (let left = TRIES; ; left -= 1) {
        const result = await once(request).catch((error: unknown) => {
          if (!isNetworkError(error)) throw error
          return { restMs: 1000, why: `${request.method} ${request.path}: ${String(error.cause ?? error)}` }
        })
        if ('done' in result) return result.done
        const repeatable = request.key !== undefined || request.method === 'GET'
        if (!repeatable || left === 1) throw new Refused('unavailable', result.why)
        repeats += 1
        await sleep(Math.min(result.restMs, LONGEST_REST_MS), undefined, { signal })
      }
    },
  }
}

/** `fetch` throws a TypeError where there was no answer. */
function isNetworkError(error: unknown): error is TypeError {
  return error instanceof TypeError && error.message === 'fetch failed'
}
