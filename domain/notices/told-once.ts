import type { CaseEvent, EventOf } from '../case/event.ts'
import { caseClock, leadTask } from '../case/lookups.ts'
import type { CaseState } from '../case/state.ts'
import { movedParams } from './params.ts'

/** Legal and promised dates are public; their lateness and moves are told to the expert. */
export function isPublic(state: CaseState, clockId: string): boolean {
  const kind = state.clocks[clockId]?.kind
  return kind === 'promised' || kind === 'legal'
}

/** A wait that begins with a notice of its own is not told as a pause. */
export function asksExpert(command: readonly CaseEvent[]): boolean {
  return command.some((event) => event.type === 'DeficiencyNoticeIssued' || event.type === 'QuestionAsked')
}

/** A public date that passed while the appeal is open; where the promised and the legal one pass at once, the legal one is told. */
export function tellsOfLateness(event: EventOf<'ClockExpired'>, command: readonly CaseEvent[], state: CaseState): boolean {
  if (state.status !== 'open' || !isPublic(state, event.data.clockId)) return false
  const passed = command.filter(
    (each): each is EventOf<'ClockExpired'> => each.type === 'ClockExpired' && isPublic(state, each.data.clockId),
  )
  const told = passed.find((each) => state.clocks[each.data.clockId]?.kind === 'legal') ?? passed[0]
  return told?.seq === event.seq
}

/**
 * The one move that a command's mail tells: of the expert's own time, since they have to act; else of the promised
 * date, of the legal one where no promised date moved, or of the present stage while neither stands (before
 * acceptance), since that is the date the expert was told then.
 */
export function toldMove(command: readonly CaseEvent[], state: CaseState): EventOf<'ClockMoved'> | null {
  const moves = command.filter(
    (each): each is EventOf<'ClockMoved'> => each.type === 'ClockMoved' && isTold(state, each.data.clockId) && reallyMoves(state, each),
  )
  const own = moves.find((each) => isOwn(state, each.data.clockId))
  return own ?? moves.find((each) => state.clocks[each.data.clockId]?.kind === 'promised') ?? moves[0] ?? null
}

/** The expert's time to supply papers or to answer. */
function isOwn(state: CaseState, clockId: string): boolean {
  const kind = state.clocks[clockId]?.kind
  return kind === 'cure' || kind === 'answer'
}

function isTold(state: CaseState, clockId: string): boolean {
  if (isPublic(state, clockId) || isOwn(state, clockId)) return true
  const clock = state.clocks[clockId]
  if (clock?.kind !== 'stage' || clock.scope.id !== leadTask(state)?.id) return false
  return caseClock(state, 'promised') === null && caseClock(state, 'legal') === null
}

/**
 * An extension is always told, also while the date stands still; else a date has to differ and to lie ahead, since
 * one that has passed is told as late. A pause is told as such.
 */
function reallyMoves(state: CaseState, event: EventOf<'ClockMoved'>): boolean {
  if (event.data.change.kind === 'paused') return false
  if (event.data.change.kind === 'extended') return true
  const { moved } = movedParams(state, event)
  return moved !== null && moved.from !== moved.to && moved.to !== null && moved.to > event.at
}
