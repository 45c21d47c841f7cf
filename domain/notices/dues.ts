import { duesOf } from '../case/dues.ts'
import { caseClock, runningClocks } from '../case/lookups.ts'
import { type Standing, standingOf } from '../case/standing.ts'
import type { CaseClock, CaseState } from '../case/state.ts'
import { PAUSE_REASON_LABELS } from '../clocks/pause-reasons.ts'
import type { ClockKind, Instant } from '../clocks/types.ts'
import type { NoticeDue } from './notice.ts'

/**
 * The limits that every notice of the case tells: legal, promised and stage, with what is left of each; the
 * acceptance while it is awaited, and the expert's own while the appeal waits for them. After the close they
 * tell how each ended.
 */
export function noticeDues(state: CaseState, at: Instant): readonly NoticeDue[] {
  const { legal, promised, stage } = duesOf(state, at)
  const acceptance = caseClock(state, 'acceptance')
  const own = runningClocks(state).filter((clock) => clock.scope.kind === 'pause')
  const told = [acceptance === null ? null : standingOf(state, acceptance, at), legal, promised, stage]
  return [
    ...told.flatMap((standing) => (standing === null ? [] : [asNoticeDue(standing)])),
    ...own.map((clock) => noticeDue(state, clock, at)),
  ]
}

/** One clock as a notice shows it. */
export function noticeDue(state: CaseState, clock: CaseClock, at: Instant): NoticeDue {
  return asNoticeDue(standingOf(state, clock, at))
}

/** Aftercare has no date of its own in a notice; it is the stage the appeal is in. */
export function shownAs(kind: ClockKind): NoticeDue['clock'] {
  return kind === 'aftercare' ? 'stage' : kind
}

function asNoticeDue({ kind, state, dueAt, provisional, colour, remaining, overdueBy, pause }: Standing): NoticeDue {
  return {
    clock: shownAs(kind),
    state,
    at: dueAt,
    provisional,
    colour,
    remaining: remaining === null ? null : { amount: remaining.amount, unit: remaining.unit },
    overdueBy: overdueBy === null ? null : { ...overdueBy },
    why: pause === null ? null : PAUSE_REASON_LABELS[pause.reason],
  }
}
