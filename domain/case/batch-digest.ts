import type { EventRow } from './rows.ts'

/**
 * A short fingerprint of a batch of events as they are written, 16 hexadecimal digits. It is no
 * security measure (that is the hash chain of the stored log): the workflow compares it with the one
 * the history keeps, so that a replay whose rules decide otherwise is found at once.
 * Two FNV-1a runs of 32 bits; plain arithmetic, since the workflow has no crypto.
 */
export function batchDigest(events: readonly Pick<EventRow, 'body'>[]): string {
  // Inside the workflow sandbox each look at a global costs about a microsecond, so it is taken out of the loop.
  const { imul } = Math
  let a = 0x811c9dc5
  let b = 0x1000193
  for (const { body } of events) {
    for (let index = 0; index < body.length; index += 1) {
      const unit = body.charCodeAt(index)
      a = imul(a ^ unit, 0x01000193)
      b = imul(b ^ unit ^ (index & 0xff), 0x85ebca6b)
    }
    a = imul(a ^ 0x1e, 0x01000193)
    b = imul(b ^ 0x1e, 0x85ebca6b)
  }
  return hex(a) + hex(b)
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0')
}
