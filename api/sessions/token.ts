import { createHash, randomBytes } from 'node:crypto'

/** A fresh session token: 256 random bits, base64url. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database keeps of a token or a sign-in code. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
