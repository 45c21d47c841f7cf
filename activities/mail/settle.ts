import { isForExpert, isMailKind, SIGN_IN_CODE } from '../../domain/notices/mail-kind.ts'
import { isSignInParams } from './compose.ts'
import type { OutboxPort, OutboxRow } from './outbox-port.ts'
import { GIVE_UP_AFTER_MS, UNCERTAIN_AGAIN_MS, waitAfterAnswer, waitForCode } from './retry-times.ts'
import type { SendResult } from './send-result.ts'

/** What the row becomes after a try; instants are real time. */
export type Verdict =
  | { readonly to: 'accepted' }
  | { readonly to: 'queued'; readonly nextAttemptAt: number; readonly error: string }
  | { readonly to: 'uncertain'; readonly nextAttemptAt: number; readonly error: string }
  | { readonly to: 'failed'; readonly error: string; readonly tellWindow: boolean }

/** The state machine of one row (design 10); pure. `serverAgainAt`: until then a server that could not be reached is left alone. */
export function verdictOf(row: OutboxRow, result: SendResult, realNow: number, serverAgainAt: number): Verdict {
  switch (result.kind) {
    case 'accepted':
      return { to: 'accepted' }
    case 'refused':
      return failed(row, result.error)
    case 'later': {
      const wait = row.kind === SIGN_IN_CODE ? waitForCode(row.attempt) : waitAfterAnswer(row.attempt)
      return later(row, 'queued', realNow + wait, result.error, realNow)
    }
    case 'no-connection':
      return later(row, row.wasUncertain ? 'uncertain' : 'queued', Math.max(realNow, serverAgainAt), result.error, realNow)
    case 'uncertain':
      return later(row, 'uncertain', realNow + UNCERTAIN_AGAIN_MS, result.error, realNow)
  }
}

/** A row that cannot be made into a mail, or is given up. The window is told where an expert of an appeal goes without. */
export function failed(row: OutboxRow, error: string): Verdict {
  const goesWithout = row.caseId !== null && row.recipientKind === 'expert' && isMailKind(row.kind) && isForExpert(row.kind)
  return { to: 'failed', error, tellWindow: goesWithout }
}

function later(row: OutboxRow, to: 'queued' | 'uncertain', nextAttemptAt: number, error: string, realNow: number): Verdict {
  const endsAt = row.firstAttemptAt + (isSignInParams(row.params) ? row.params.minutes * MINUTE_MS : GIVE_UP_AFTER_MS)
  return realNow >= endsAt ? failed(row, `given up: ${error}`) : { to, nextAttemptAt, error }
}

const MINUTE_MS = 60_000

/** Writes the verdict to the outbox. */
export async function settle(outbox: OutboxPort, row: OutboxRow, messageId: string, verdict: Verdict): Promise<void> {
  switch (verdict.to) {
    case 'accepted':
      return outbox.accept(row.id, messageId)
    case 'queued':
      return outbox.requeue(row.id, verdict.nextAttemptAt, verdict.error)
    case 'uncertain':
      return outbox.suspect(row.id, messageId, verdict.nextAttemptAt, verdict.error)
    case 'failed':
      return outbox.fail(row.id, verdict.error, verdict.tellWindow)
  }
}
