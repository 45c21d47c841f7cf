import type { Database } from '../database.ts'

export interface NewSignInCode {
  readonly expertId: string
  readonly codeHash: string
  /** The code in clear goes into the mail only, and is blanked out of it once the mail is accepted or replaced. */
  readonly code: string
  readonly at: number
  readonly expiresAt: number
}

/** Sign-in codes of experts by hash; real time in epoch milliseconds. */
export interface SignInCodeStore {
  /** Replaces earlier codes of the expert and queues the mail that carries the new one, in one transaction. */
  issue(code: NewSignInCode): Promise<void>
  /** True once for the right code in time; every wrong try counts, and after `maxTries` the code is dead. */
  redeem(attempt: {
    readonly expertId: string
    readonly codeHash: string
    readonly at: number
    readonly maxTries: number
  }): Promise<boolean>
  /** Deletes codes that expired before, and the rows of their mails that are settled; how many rows. */
  removeEndedBefore(at: number): Promise<number>
}

export function createSignInCodeStore(db: Database): SignInCodeStore {
  return {
    async issue({ expertId, codeHash, code, at, expiresAt }) {
      const issuedAt = new Date(at)
      const params = { code, minutes: Math.round((expiresAt - at) / 60_000) }
      await db.$transaction([
        db.signInCode.updateMany({ where: { expertId, usedAt: null }, data: { usedAt: issuedAt } }),
        db.$executeRaw`
          update notice set status = 'failed', error = 'replaced by a newer code', params = params - 'code'
           where case_id is null and recipient_id = ${expertId} and status in ('queued', 'uncertain')`,
        db.signInCode.create({ data: { expertId, codeHash, issuedAt, expiresAt: new Date(expiresAt) } }),
        db.notice.create({
          data: {
            kind: 'sign-in-code',
            at: issuedAt,
            notBefore: new Date(0),
            nextAttemptAt: new Date(at),
            recipientKind: 'expert',
            recipientId: expertId,
            params,
          },
        }),
      ])
    },
    async redeem({ expertId, codeHash, at, maxTries }) {
      const rows = await db.$queryRaw<{ right: boolean }[]>`
        update sign_in_code set tries = tries + 1, used_at = case when code_hash = ${codeHash} then ${new Date(at)}::timestamptz end
         where expert_id = ${expertId}::uuid and used_at is null and expires_at > ${new Date(at)} and tries < ${maxTries}
        returning used_at is not null as "right"`
      return rows.some((row) => row.right)
    },
    async removeEndedBefore(at) {
      const [codes, mails] = await db.$transaction([
        db.signInCode.deleteMany({ where: { expiresAt: { lt: new Date(at) } } }),
        db.notice.deleteMany({
          where: { caseId: null, kind: 'sign-in-code', status: { in: ['accepted', 'failed'] }, createdAt: { lt: new Date(at) } },
        }),
      ])
      return codes.count + mails.count
    },
  }
}
