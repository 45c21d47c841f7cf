import {
  isGrpcDeadlineError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client'
import type { Command } from '../../domain/case/command.ts'
import type { Engine } from '../engine.ts'
import type { CommandOutcome } from '../give-command.ts'

/** How one appeal took the commands of a run. `detail` says why it did not. */
export interface Sent {
  readonly caseId: string
  readonly state: 'done' | 'ended' | 'refused' | 'failed'
  readonly detail: string | null
}

interface SendDeps {
  readonly engine: Pick<Engine, 'command'>
  readonly warn: (message: string, facts: unknown) => void
}

/**
 * Gives an appeal the commands of a run, one after the other. What lies at this appeal (its workflow is missing, does
 * not answer in twice its time, or its rules fail) is its outcome; throws where the engine itself is away.
 */
export async function sendChange({ engine, warn }: SendDeps, caseId: string, commands: readonly Command[]): Promise<Sent> {
  const sent = (state: Sent['state'], detail: string | null = null): Sent => ({ caseId, state, detail })
  try {
    for (const command of commands) {
      const outcome = await patiently(() => engine.command(caseId, command))
      if (outcome.kind === 'ended') return sent('ended')
      if (outcome.kind === 'refused') return sent('refused', outcome.refusal.refusal)
    }
    return sent('done')
  } catch (error) {
    const why = ownFailure(error)
    if (why === null) throw error
    warn('an appeal did not take a change', { caseId, why })
    return sent('failed', why)
  }
}

/** A busy machine may answer late; the same command again counts once. */
async function patiently(give: () => Promise<CommandOutcome>): Promise<CommandOutcome> {
  try {
    return await give()
  } catch (error) {
    if (!isLate(error)) throw error
    return give()
  }
}

function isLate(error: unknown): boolean {
  return error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || isGrpcDeadlineError(error)
}

/** Why this one appeal failed; null where the engine did. */
function ownFailure(error: unknown): string | null {
  if (error instanceof WorkflowNotFoundError) return 'no-workflow'
  if (isLate(error)) return 'no-answer'
  return error instanceof WorkflowUpdateFailedError ? `rules-failed: ${error.cause?.message ?? error.message}`.slice(0, 500) : null
}
