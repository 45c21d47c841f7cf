import { createHash } from 'node:crypto'
import { canonicalJson } from '../domain/canonical-json.ts'

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

const digests = new WeakMap<object, string>()

/** sha256 (hexadecimal) of the canonical JSON of a value that is never changed; what versions are stored by. */
export function contentDigest(value: object): string {
  let digest = digests.get(value)
  if (digest === undefined) {
    digest = sha256(canonicalJson(value))
    digests.set(value, digest)
  }
  return digest
}
