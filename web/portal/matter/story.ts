import type { Text } from '../../../domain/text.ts'
import type { EventLine } from '../../http/shapes/appeal.ts'

/** One line of what has happened, for the expert. */
export interface StoryLine {
  readonly seq: number
  readonly at: string
  readonly sentence: Text
  /** What was written with it, by the window or by the expert. */
  readonly words: readonly string[]
  readonly isOwn: boolean
}

/** Steps between the offices that tell an expert nothing: each follows from a line beside it. */
const LEFT_OUT: ReadonlySet<string> = new Set(['ClockStarted', 'ClockStopped', 'TaskDispatched', 'TaskSigned'])

/** Free texts that events carry for the expert. */
const WORDS = ['question', 'answer', 'reply', 'note'] as const

/** What the expert did; what followed from it by itself is not theirs. */
const OWN: ReadonlySet<string> = new Set([
  'AppealReceived',
  'QuestionAnswered',
  'MaterialsSupplemented',
  'AppealUrged',
  'AppealRated',
  'AppealClosed',
])

/** That limits stand still is told once, by the pause itself; that they run again brings a new date each. */
function isPauseOfClock({ type, data }: EventLine): boolean {
  const { change } = data
  return type === 'ClockMoved' && typeof change === 'object' && change !== null && 'kind' in change && change.kind === 'paused'
}

/** What has happened, newest first. */
export function storyOf(events: readonly EventLine[]): readonly StoryLine[] {
  return events
    .filter((event) => !LEFT_OUT.has(event.type) && !isPauseOfClock(event))
    .map((event) => ({
      seq: event.seq,
      at: event.at,
      sentence: event.text ?? event.name,
      words: WORDS.map((name) => event.data[name]).filter((text) => typeof text === 'string'),
      isOwn: event.actor.kind === 'expert' && OWN.has(event.type),
    }))
    .reverse()
}
