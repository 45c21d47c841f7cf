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
 * unless the date has moved and its instant lies ahead again: then it is armed anew (I3).
 */
export function armRungs(arming: Arming): readonly CaseRung[] {
  return arming.ladder
    .filter((rung) => rung.clock === arming.kind)
    .map((rung): CaseRung => {
      const before = arming.before.find((each) => each.code === rung.code)
      const at = arming.due === null ? null : rungAt(arming.facts, arming.calendar, rung.offset, arming.due)
      if (before && settled(before, at, arming)) return before
      return { code: rung.code, at, state: 'armed', because: null, firedAt: null, firedForDue: null }
    })
}

/** Whether a rung keeps its record: it is over, and is past or has fired for this very date. */
function settled(before: CaseRung, at: Instant | null, { due, now }: Arming): boolean {
  if (before.state === 'armed') return false
  return at === null || at <= now || (before.state === 'fired' && before.firedForDue === due)
}

/** The card that the fired rungs of a clock leave standing; red outweighs yellow. */
export function standingCard(state: CaseState, clock: CaseClock): CaseClock['card'] {
  const colours = clock.rungs.filter((rung) => rung.state === 'fired').map((rung) => cardColour(state, clock.kind, rung.code))
  if (colours.includes('red')) return 'red'
  return colours.includes('yellow') ? 'yellow' : null
}

function cardColour(state: CaseState, kind: ClockKind, code: string): CaseClock['card'] {
  const rung = state.start.item.ladder.find((each) => each.code === code && each.clock === kind)
  return rung?.actions.find((action) => action.kind === 'card')?.colour ?? null
}
