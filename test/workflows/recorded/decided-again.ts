import { apply, decide, eventRow } from '../../../domain/case/index.ts'
import { isRefusal } from '../../../domain/case/refusal.ts'
import { initialState } from '../../../domain/case/state.ts'
import { leadTask } from '../../../domain/case/lookups.ts'
import type { Recording, RecordedStep } from './recording.ts'

/** What to do about a rule that would change running cases; ends each sentence of this file. */
const REMEDY =
  'This would alter running cases: keep the old decision for them (by a new field of the item or of the event that they do not have), or move them to a new run before the release (docs/engine.md, Releases).'

/**
 * The first recorded command that the rules of today decide otherwise, as a sentence with the item, its
 * stage and outcome and the event that differs; null where all are decided as they were.
 */
export function decidedOtherwise({ name, start, steps }: Recording): string | null {
  let state = initialState(start)
  for (const step of steps) {
    const decided = decide(state, step.command)
    const now = isRefusal(decided) ? [`refused as ${decided.refusal}`] : decided.map((event) => eventRow(event).body)
    const then = step.events.map((event) => eventRow(event).body)
    const index = Math.max(
      then.findIndex((body, at) => now[at] !== body),
      now.length > then.length && then.every((body, at) => now[at] === body) ? then.length : -1,
    )
    if (index >= 0) {
      const where = `${start.item.code} at stage ${state.stage ?? 'none yet'}, ${did(step)}`
      const seq = state.seq + 1 + index
      return `${where} (recorded: ${name}): event ${seq} was ${then[index] ?? 'not there'} and is now ${now[index] ?? 'not there'}. ${REMEDY}`
    }
    state = step.events.reduce(apply, state)
  }
  return null
}

/** A sentence about a history that the engine cannot replay on the code of today. */
export function replayedOtherwise({ name, start, steps }: Recording, fault: string): string {
  const outcomes = steps.flatMap(({ command }) => (command.kind === 'CompleteTask' ? [command.data.outcome] : []))
  let state = initialState(start)
  const stages = new Set<string>()
  for (const { events } of steps) {
    state = events.reduce(apply, state)
    const stage = leadTask(state)?.stage
    if (stage !== undefined) stages.add(stage)
  }
  const way = `stages ${[...stages].join(', ')}; outcomes ${outcomes.join(', ') || 'none'}`
  return `${start.item.code}, ${way} (recorded: ${name}): its history does not replay: ${fault}. ${REMEDY}`
}

/** 'outcome matched' or 'after ClaimTask' or 'as time passed'. */
function did({ command }: RecordedStep): string {
  if (command.kind === 'CompleteTask') return `outcome ${command.data.outcome}`
  return command.kind === 'Tick' ? 'as time passed' : `by ${command.kind}`
}
