/** Who a session or a sign-in code belongs to. */
export interface PersonRef {
  readonly kind: 'expert' | 'staff'
  readonly id: string
}

/** Sessions in the database; all instants are real time in epoch milliseconds, tokens are known by hash only. */
export interface SessionPort {
  create(session: { readonly tokenHash: string; readonly person: PersonRef; readonly at: number; readonly idleUntil: number; readonly absoluteUntil: number }): Promise<void>
  /** The person of a session that is neither revoked nor past an end; moves its idle end forward, never past the absolute one. */
  use(tokenHash: string, at: number, idleUntil: number): Promise<PersonRef | null>
  revoke(tokenHash: string, at: number): Promise<void>
  /** Ends every session of a person whose account is closed or whose password changed. */
  revokeAllOf(person: PersonRef, at: number): Promise<void>
}

/** Sign-in codes of experts, kept by hash; the code itself leaves by mail through the outbox. */
export interface SignInCodePort {
  /** Replaces earlier codes of the expert and queues the mail that carries the new one. */
  issue(code: { readonly expertId: string; readonly codeHash: string; readonly code: string; readonly at: number; readonly expiresAt: number }): Promise<void>
  /** True once for the right code in time; every wrong try counts, and after `maxTries` the code is dead. */
  redeem(try_: { readonly expertId: string; readonly codeHash: string; readonly at: number; readonly maxTries: number }): Promise<boolean>
}
