import { createHash } from 'node:crypto'
import { type Client, WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client'
import { ApplicationFailure } from '@temporalio/common'
import { canonicalJson } from '../domain/canonical-json.ts'
import type { Command } from '../domain/case/command.ts'
import { isRefusal, type Refusal } from '../domain/case/refusal.ts'
import { appealWorkflowId, COMMAND, type CommandAnswer, REFUSAL_FAILURE } from '../workflows/messages.ts'

/** What became of a command of the system. */
export type CommandOutcome =
  /** It is stored; `events` is 0 where it changed nothing or had been handled before. */
  | ({ readonly kind: 'applied' } & CommandAnswer)
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** The appeal has ended, and its workflow with it. */
  | { readonly kind: 'ended' }

const ANSWERS_WITHIN_MS = 30_000

/**
 * Gives a command to a running appeal and waits until it is stored. The command's id makes it unique: given
 * again, whatever became of the first time, it counts once. Throws a fault where the engine is away, no
 * answer comes within 30 s, the rules fail on it, or no such appeal is known.
 */
export async function giveCommand(client: Client, caseId: string, command: Command): Promise<CommandOutcome> {
  const handle = client.workflow.getHandle(appealWorkflowId(caseId))
  for (;;) {
    try {
      const answer = await client.withDeadline(Date.now() + ANSWERS_WITHIN_MS, () =>
        handle.executeUpdate<CommandAnswer, [Command]>(COMMAND, { args: [command], updateId: updateIdOf(command) }),
      )
      return { kind: 'applied', ...answer }
    } catch (error) {
      if (error instanceof WorkflowNotFoundError && (await handle.describe()).status.name === 'COMPLETED') return { kind: 'ended' }
      const failure = failureOf(error)
      // The run that got it began a new one, or ended, before it took it.
      if (failure?.type === 'AcceptedUpdateCompletedWorkflow') continue
      const refusal: unknown = failure?.type === REFUSAL_FAILURE ? failure.details?.[0] : null
      if (!isRefusal(refusal)) throw error
      return refusal.refusal === 'case-ended' ? { kind: 'ended' } : { kind: 'refused', refusal }
    }
  }
}

function failureOf(error: unknown): ApplicationFailure | null {
  return error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure ? error.cause : null
}

/** A repeat with another content (its instant, say) is an update of its own: the engine may mix the contents of equal ids, and no replay could follow. */
function updateIdOf(command: Command): string {
  return `${command.id}.${createHash('sha256').update(canonicalJson(command)).digest('hex').slice(0, 16)}`
}
