import { apply } from '../../../domain/case/index.ts'
import { initialState } from '../../../domain/case/state.ts'
import type { ServiceItem } from '../../../domain/routing/item.ts'
import { HAPPENINGS } from './happenings.ts'
import { isShown } from './happenings-kinds.ts'
import type { Recording } from './recording.ts'
import { told, type Way, waysOf } from './ways.ts'

/** Every way out of a stage and every happening of an item that no recording shows, as sentences. */
export function uncovered(item: ServiceItem, recordings: readonly Recording[]): readonly string[] {
  const taken = new Set(recordings.flatMap((recording) => waysTaken(recording)).map(told))
  const ways = waysOf(item)
    .filter((way) => !taken.has(told(way)))
    .map((way) => `${item.code}: no recorded history shows that at stage ${told(way)}`)
  const logs = recordings.map(({ steps }) => steps.flatMap(({ events }) => events))
  const happenings = Object.entries(HAPPENINGS)
    .filter(([, happening]) => happening.may(item) && !logs.some((log) => isShown(log, happening.shows(item))))
    .map(([name]) => `${item.code}: no recorded history shows "${name}"`)
  return [...ways, ...happenings]
}

/** The ways a recorded appeal took, read from its commands and what they led to. */
function waysTaken({ start, steps }: Recording): readonly Way[] {
  const ways: Way[] = []
  let state = initialState(start)
  for (const { command, events } of steps) {
    const stage = command.kind === 'CompleteTask' ? state.tasks[command.data.taskId]?.stage : undefined
    state = events.reduce(apply, state)
    if (command.kind !== 'CompleteTask' || stage === undefined) continue
    for (const event of events) {
      if (event.type === 'StageEntered') ways.push({ stage, outcome: command.data.outcome, to: event.data.stage })
      if (event.type === 'AppealClosed') ways.push({ stage, outcome: command.data.outcome, to: `a close as ${event.data.result}` })
      if (event.type === 'QuestionAsked') ways.push({ stage, outcome: command.data.outcome, to: 'a question to the expert' })
    }
  }
  return ways
}
