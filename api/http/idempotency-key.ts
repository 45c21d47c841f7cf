import { createHash, randomUUID } from 'node:crypto'
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

/** The id of a command: the key scoped by its actor, so that two persons may use the same key. */
export function commandId(actorId: string, key: string): string {
  return createHash('sha256').update(`${actorId}\n${key}`).digest('hex')
}
