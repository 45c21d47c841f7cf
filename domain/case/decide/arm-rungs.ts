import { rungAt } from '../../clocks/rung.ts'
import type { Calendar, ClockFacts, ClockKind, Instant } from '../../clocks/types.ts'
import type { Rung } from '../../routing/item.ts'
import type { CaseClock, CaseRung, CaseState } from '../state.ts'

interface Arming {
  readonly ladder: readonly Rung[]
  readonly kind: ClockKind
  readonly facts: ClockFacts
  readonly calendar: Calendar
  /** Null while paused: rungs keep their record but have no instant. */
  readonly due: Instant | null
  readonly before: readonly CaseRung[]
  readonly now: Instant
}

/**
 * The rungs of a clock for its present due instant. A rung that has fired or was cancelled stays so,
 * unless the date has moved and its instant lies ahead again: then it is armed anew (I3). One that the
 * ladder has no more keeps its record, last; it fires no more.
 */
export function armRungs(arming: Arming): readonly CaseRung[] {
  const ladder = arming.ladder.filter((rung) => rung.clock === arming.kind)
  const armed = ladder.map((rung): CaseRung => {
    const before = arming.before.find((each) => each.code === rung.code)
    const at = arming.due === null ? null : rungAt(arming.facts, arming.calendar, rung.offset, arming.due)
    if (before && settled(before, at, arming)) return before
    return { code: rung.code, at, state: 'armed', because: null, firedAt: null, firedForDue: null }
  })
  const gone = arming.before.filter((before) => !ladder.some((rung) => rung.code === before.code))
  return [...armed, ...gone.map(withdrawn)]
}

function withdrawn(rung: CaseRung): CaseRung {
  return rung.state === 'armed' ? { ...rung, state: 'cancelled', because: 'item-changed' } : rung
}

/** Whether a rung keeps its record: it is over, and is past or has fired for this very date. */
function settled(before: CaseRung, at: Instant | null, { due, now }: Arming): boolean {
  if (before.state === 'armed') return false
  return at === null || at <= now || (before.state === 'fired' && before.firedForDue === due)
}

/** The card that the fired rungs of a clock leave standing; red outweighs yellow. */
export function standingCard(state: CaseState, clock: CaseClock): CaseClock['card'] {
  const colours = clock.rungs.filter((rung) => rung.state === 'fired').map((rung) => cardColour(state, clock, rung))
  if (colours.includes('red')) return 'red'
  return colours.includes('yellow') ? 'yellow' : null
}

/** A card that a rung showed which the ladder has no more stands while the date does for which it was shown. */
function cardColour(state: CaseState, clock: CaseClock, { code, firedForDue }: CaseRung): CaseClock['card'] {
  const rung = state.start.item.ladder.find((each) => each.code === code && each.clock === clock.kind)
  if (!rung) return firedForDue === clock.dueAt ? clock.card : null
  return rung.actions.find((action) => action.kind === 'card')?.colour ?? null
}
