import { setTimeout as sleep } from 'node:timers/promises'

/** An answer of the API; `body` is null where there is none. */
export interface Answer {
  readonly status: number
  readonly body: unknown
}

/** Speaks to the running API as one person after the other. */
export interface OfficeClient {
  get(token: string | null, path: string): Promise<Answer>
  post(token: string | null, path: string, body: unknown, key?: string): Promise<Answer>
}

/** Busy or away for a moment: the same request again may be answered. */
const PASSING: ReadonlySet<number> = new Set([429, 502, 503])
const TRIES = 5
const PAUSE_MS = 400
const ANSWER_MS = 10_000

/** Requests to an API; one that fails by a fault is repeated a few times under the same key. */
export function officeClient(baseUrl: string): OfficeClient {
  const ask = async (method: string, path: string, headers: Record<string, string>, body?: unknown): Promise<Answer> => {
    for (let tries = 1; ; tries += 1) {
      try {
        const signal = AbortSignal.timeout(ANSWER_MS)
        const answer = await fetch(`${baseUrl}${path}`, {
          method,
          headers,
          signal,
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        })
        const text = await answer.text()
        if (!PASSING.has(answer.status) || tries >= TRIES) return { status: answer.status, body: text === '' ? null : JSON.parse(text) }
      } catch (error) {
        if (tries >= TRIES) throw new Error(`${method} ${path}`, { cause: error })
      }
      await sleep(PAUSE_MS * tries)
    }
  }
  const own = (token: string | null): Record<string, string> => (token === null ? {} : { Authorization: `Bearer ${token}` })
  return {
    get: (token, path) => ask('GET', path, own(token)),
    post: (token, path, body, key) =>
      ask(
        'POST',
        path,
        { ...own(token), 'Content-Type': 'application/json', ...(key === undefined ? {} : { 'Idempotency-Key': key }) },
        body,
      ),
  }
}

/** The body where the status is as wanted; throws what was asked and answered otherwise. */
export function expectStatus(answer: Answer, wanted: number, what: string): unknown {
  if (answer.status === wanted) return answer.body
  throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`)
}
