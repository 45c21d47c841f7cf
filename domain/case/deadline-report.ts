import { type ToldLine, toldTrace } from '../clocks/calculate.ts'
import { dueAt } from '../clocks/due.ts'
import { sentence } from '../clocks/sentences.ts'
import type { TraceLine } from '../clocks/trace-line.ts'
import type { Calendar, Instant } from '../clocks/types.ts'
import { verdict, type Verdict } from '../clocks/verdict.ts'
import { isRole, ROLE_LABELS } from '../people/roles.ts'
import type { Rung } from '../routing/item.ts'
import type { Text } from '../text.ts'
import { type CardPast, type ClockPast, clockPasts, type RungPast } from './clock-past.ts'
import { cardText, type ClockOutcome, rungText, verdictText } from './deadline-words.ts'
import type { CaseEvent } from './event.ts'
import { type LimitChange, limitChanges, withLimitChanges } from './limit-changes.ts'
import { type Standing, standingBy } from './standing.ts'
import type { CaseClock, CaseRung, CaseStart, CaseState } from './state.ts'

/** A rung with its rule in the item, when it was armed or cancelled, and where it stands as a sentence. */
export interface RungReport extends CaseRung, RungPast {
  /** Null where the item knows it no more. */
  readonly rule: Rung | null
  readonly text: Text
}

/** A card of the clock, withdrawn or not, as a sentence too. */
export interface CardReport extends CardPast {
  readonly text: Text
}

export interface VerdictReport extends Verdict {
  readonly outcome: ClockOutcome
  readonly text: Text
}

/** One clock of a case with the sum behind its date. */
export interface ClockReport {
  readonly clock: CaseClock
  /** As it was when the clock's date was computed last; of a stopped clock that of its stop. */
  readonly calendar: Calendar
  /** The sum, line by line, with sentences. Of an extension `by` is the role that granted it, never a person. */
  readonly trace: readonly ToldLine[]
  /** Whether the sum ends at the date the case has: false only where the rules of counting were mended since that date was told. */
  readonly explained: boolean
  /** Null while it runs. */
  readonly verdict: VerdictReport | null
  /** Where it stands at `asOf`. */
  readonly standing: Standing
  readonly rungs: readonly RungReport[]
  /** Every card it was given, first to last. */
  readonly cards: readonly CardReport[]
}

export interface DeadlineReport {
  readonly state: CaseState
  readonly clocks: readonly ClockReport[]
}

/**
 * Every clock of a case, oldest first, each with its facts, its date as a sum, what is left at `asOf`, how
 * it ended and where its ladder stands. `events` are those of the case over `start`, from the first;
 * later ones than `asOf` are left out.
 */
export function deadlineReport(start: CaseStart, events: readonly CaseEvent[], asOf: Instant): DeadlineReport {
  const known = events.filter((event) => event.at <= asOf)
  const { state, pasts } = clockPasts(start, known)
  const limits = limitChanges(known)
  const clocks = Object.values(state.clocks).map((clock) => {
    const past = pasts.get(clock.id)
    if (!past?.calendar) throw new Error(`clock ${clock.id} of case ${start.caseId} has no calendar ${clock.calendar}`)
    return clockReport(state, clock, { ...past, calendar: past.calendar, limits: limits.get(clock.id) }, asOf)
  })
  return { state, clocks }
}

/** A past whose calendar is known. */
type Known = ClockPast & { readonly calendar: Calendar; readonly limits: readonly LimitChange[] | undefined }

function clockReport(state: CaseState, clock: CaseClock, past: Known, asOf: Instant): ClockReport {
  const { calendar } = past
  const due = dueAt(clock.facts, calendar, { trace: true })
  return {
    clock,
    calendar,
    trace: withLimitChanges(due.trace, past.limits, calendar).flatMap((line) => told(line, state)),
    explained: due.at === clock.dueAt && due.provisional === clock.provisional,
    verdict: clock.stoppedAt === null ? null : verdictReport(clock, calendar, clock.stoppedAt),
    standing: standingBy(state, clock, calendar, asOf),
    rungs: clock.rungs.map((rung) => ({
      ...rung,
      ...(past.rungs.get(rung.code) ?? { armedAt: clock.facts.startedAt, cancelledAt: null }),
      rule: state.start.item.ladder.find((each) => each.code === rung.code && each.clock === clock.kind) ?? null,
      text: rungText(rung, calendar),
    })),
    cards: past.cards.map((card) => ({ ...card, text: cardText(card, calendar) })),
  }
}

/** To stop at the due instant is in time, unless the clock stopped because that instant came. */
function verdictReport(clock: CaseClock, calendar: Calendar, stoppedAt: Instant): VerdictReport {
  const found = verdict(clock.facts, calendar, stoppedAt)
  const outcome = !found.inTime ? 'late' : clock.stoppedBecause === 'expired' ? 'ran-out' : 'in-time'
  return { ...found, outcome, text: verdictText(found, outcome, stoppedAt, calendar) }
}

function told(line: TraceLine, state: CaseState): readonly ToldLine[] {
  if (line.rule !== 'extended') return toldTrace([line])
  const by = state.extensions[line.id]?.decidedBy ?? 'system'
  const label = isRole(by) ? ROLE_LABELS[by] : null
  const text = {
    zh: sentence({ ...line, by: label?.zh ?? by }, 'zh'),
    en: sentence({ ...line, by: label === null ? by : `the ${label.en}` }, 'en'),
  }
  return toldTrace([{ ...line, by }]).map((each) => ({ ...each, text }))
}
