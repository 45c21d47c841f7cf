import type { Outcome } from '../../routing/item.ts'
import { assertNever } from '../../assert-never.ts'
import type { CommandOf } from '../command.ts'
import { openCoTasks, stageOf } from '../lookups.ts'
import { refuse, type Refusal } from '../refusal.ts'
import { missingMaterials, refusesWithReason } from '../wanted-papers.ts'
import { accept } from './acceptance.ts'
import { closeCase } from './close.ts'
import { followOutcome } from './conditions.ts'
import { enterStage } from './dispatch.ts'
import type { Draft } from './draft.ts'
import { endTask } from './end-task.ts'
import { askExpert } from './pauses.ts'
import { signAndClaim, taskIn } from './task-life.ts'

/**
 * Completes the lead task by one of the stage's outcomes. The outcome names the next stage, a close,
 * or a question to the expert (then the stage stays and the reply is the question).
 */
export function decideComplete(draft: Draft, command: CommandOf<'CompleteTask'>): Refusal | undefined {
  const { data, actor } = command
  const task = taskIn(draft, data.taskId)
  const outcome = stageOf(draft.state, task.stage).outcomes.find((each) => each.code === data.outcome)
  if (!outcome) return refuse('unknown-outcome', { field: 'outcome', params: { outcome: data.outcome } })
  const { target, conditions } = followOutcome(draft.state, outcome)
  if (target.kind === 'ask-expert') {
    if (data.reply === null) return refuse('note-missing', { field: 'reply' })
    signAndClaim(draft, task.id, actor)
    askExpert(draft, task.id, data.reply)
    return undefined
  }
  const refusal = mayComplete(draft, outcome, data)
  if (refusal) return refusal
  signAndClaim(draft, task.id, actor)
  if (outcome.accepts && draft.state.accepted === null) accept(draft, { mode: 'explicit', taskId: task.id, promised: [], note: null })
  draft.emit('TaskCompleted', {
    taskId: task.id,
    by: actor.kind === 'staff' ? actor.id : '',
    outcome: outcome.code,
    reply: data.reply,
    note: data.note,
    conditions,
  })
  endTask(draft, task.id, 'done')
  switch (target.kind) {
    case 'stage':
      enterStage(draft, target.stage, 'route', conditions)
      return undefined
    case 'close':
      closeCase(draft, {
        result: target.result,
        taskId: task.id,
        because: 'completed',
        officeInCharge: data.officeInCharge,
        reply: data.reply,
      })
      return undefined
    default:
      return assertNever(target)
  }
}

function mayComplete(
  draft: Draft,
  outcome: Outcome,
  given: Pick<CommandOf<'CompleteTask'>['data'], 'officeInCharge' | 'reply'>,
): Refusal | undefined {
  const unreasoned = outcome.needsOfficeInCharge ? refusesWithReason(draft.state, given, draft.at) : undefined
  if (unreasoned) return unreasoned
  if (outcome.needsOfficeInCharge && draft.state.accepted !== null) return refuse('already-accepted', { field: 'outcome' })
  if (openCoTasks(draft.state).length > 0 && !closesUnaccepted(outcome)) return refuse('co-handlers-open')
  if (outcome.accepts && draft.state.accepted === null) {
    const missing = missingMaterials(draft.state)
    if (missing.length > 0) return refuse('materials-incomplete', { field: 'outcome', params: { materials: missing.join(', ') } })
  }
  return undefined
}

/** An appeal that is not accepted does not wait for co-handlers. */
function closesUnaccepted(outcome: Outcome): boolean {
  return outcome.needsOfficeInCharge
}
