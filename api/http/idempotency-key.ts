import { createHash, randomUUID } from 'node:crypto'
import { canonicalJson } from '../../domain/canonical-json.ts'
import { problem } from '../problems/problem.ts'

/** `required`: 422 without the header; `optional`: a fresh key stands in; `none`: the route does not look at it. */
export type KeyRule = 'required' | 'optional' | 'none'

/** The client's Idempotency-Key by the route's rule, 1 to 200 visible ASCII characters. */
export function idempotencyKey(header: string | undefined, rule: KeyRule): string {
  if (rule === 'none') return ''
  if (header === undefined) {
    if (rule === 'required') throw problem('key-missing', { field: 'Idempotency-Key' })
    return randomUUID()
  }
  if (!/^[\x21-\x7e]{1,200}$/.test(header)) throw problem('key-invalid', { field: 'Idempotency-Key' })
  return header
}

/**
 * The id of a command, 64 hexadecimal digits. The first half is the key scoped by its actor, so that two
 * persons may use the same key; the second half is what was asked, so that the key under another press is
 * seen from the id alone.
 */
export function commandId(actorId: string, key: string, asked: unknown): string {
  return digest(`${actorId}\n${key}`) + digest(canonicalJson(asked))
}

/** Among the ids of handled commands the one that came under the same key; throws key-reused where it asked for something else. */
export function repeatedPress(id: string, handled: readonly string[]): string | null {
  const earlier = handled.find((each) => each.slice(0, HALF) === id.slice(0, HALF))
  if (earlier !== undefined && earlier !== id) throw problem('key-reused', { field: 'Idempotency-Key' })
  return earlier ?? null
}

const HALF = 32

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, HALF)
}
