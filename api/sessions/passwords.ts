import { hash, verify } from '@node-rs/argon2'

// 19 MiB, two passes: the first row of the OWASP list for argon2id.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** argon2id hash of a password, with its parameters and salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST)
}

let decoy: Promise<string> | null = null

/**
 * True if the password is right. Without a stored hash (unknown account) a decoy is verified, so
 * that the answer takes as long and the caller learns nothing.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('decoy of an unknown account')
  const right = await verify(stored ?? (await decoy), password)
  return stored !== null && right
}
