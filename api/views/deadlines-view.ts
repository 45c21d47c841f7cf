import type { z } from 'zod'
import type { ClockReport, DeadlineReport, RungReport } from '../../domain/case/deadline-report.ts'
import { ruleText } from '../../domain/case/rung-words.ts'
import { isPauseReason, pauseReasonWords, waitsFor } from '../../domain/clocks/pause-reasons.ts'
import type { Calendar } from '../../domain/clocks/types.ts'
import type { RungAction } from '../../domain/routing/item.ts'
import type { calendarRefSchema, deadlinesSchema, explainedClockSchema } from '../schemas/deadlines.ts'
import { clockOf, EXPERT_CLOCKS } from './clock-view.ts'
import { iso, isoOrNull } from './iso.ts'
import type { Reader } from './reader.ts'

type ExplainedClock = z.input<typeof explainedClockSchema>

/** The clocks that the reader may see, each with its sum; `reader.now` is the instant of what is left. */
export function deadlinesView({ state, clocks }: DeadlineReport, reader: Reader): z.input<typeof deadlinesSchema> {
  const seen = clocks.filter(({ clock }) => reader.access.circle !== 'expert' || EXPERT_CLOCKS.has(clock.kind))
  return {
    number: state.start.number,
    version: state.seq,
    asOf: iso(reader.now),
    clocks: seen.map((report) => ({ ...clockOf(report.clock, report.standing), ...explained(report, reader) })),
  }
}

/** A calendar as answers name it. */
export function calendarRef({ id, version, name, notices }: Calendar): z.input<typeof calendarRefSchema> {
  return { id, version, name, notices: notices.map((notice) => ({ ...notice })) }
}

function explained(report: ClockReport, reader: Reader): Omit<ExplainedClock, keyof ReturnType<typeof clockOf>> {
  const { clock, calendar, verdict } = report
  const { budget, endsAt, pauses, extensions } = clock.facts
  const isExpert = reader.access.circle === 'expert'
  return {
    windowName: clock.window === null ? null : reader.windowName(clock.window),
    calendar: calendarRef(calendar),
    budget: { ...budget },
    endsAt,
    pauses: pauses.map(({ id, from, to, reason }) => ({
      id,
      from: iso(from),
      to: isoOrNull(to),
      reason,
      reasonText: { zh: pauseReasonWords(reason, 'zh'), en: pauseReasonWords(reason, 'en') },
      waitsFor: isPauseReason(reason) ? waitsFor(reason) : null,
    })),
    extensions: extensions.map(({ id, amount, grantedAt }) => ({ id, amount, grantedAt: iso(grantedAt) })),
    trace: [...report.trace],
    explained: report.explained,
    verdict: verdict === null ? null : verdictView(verdict),
    card: isExpert ? null : clock.card,
    cards: isExpert
      ? []
      : report.cards.map(({ colour, rung, shownAt, withdrawnAt, text }) => ({
          colour,
          rung,
          shownAt: iso(shownAt),
          withdrawnAt: isoOrNull(withdrawnAt),
          text,
        })),
    rungs: (isExpert ? report.rungs.filter(tellsExpert) : report.rungs).map((rung) => rungView(rung, isExpert)),
  }
}

function verdictView({ outcome, lateBy, shares, text }: NonNullable<ClockReport['verdict']>): ExplainedClock['verdict'] {
  const { officeMinutes: office, expertMinutes: expert, thirdPartyMinutes: thirdParty, excludedMinutes: excluded } = shares
  return { outcome, lateBy: lateBy === null ? null : { ...lateBy }, minutes: { office, expert, thirdParty, excluded }, text }
}

const TO_EXPERT: readonly RungAction[] = [{ kind: 'notify', roles: ['expert'] }]

function rungView(rung: RungReport, forExpert: boolean): ExplainedClock['rungs'][number] {
  const { code, at, state, because, armedAt, firedAt, cancelledAt, rule, text } = rung
  const actions = forExpert ? TO_EXPERT : (rule?.actions ?? [])
  return {
    code,
    at: isoOrNull(at),
    state,
    because,
    armedAt: iso(armedAt),
    firedAt: isoOrNull(firedAt),
    cancelledAt: isoOrNull(cancelledAt),
    actions: actions.map((action) => ({ ...action })),
    rule: rule === null ? null : ruleText(rule, actions),
    text,
  }
}

function tellsExpert({ rule }: RungReport): boolean {
  return rule?.actions.some((action: RungAction) => action.kind === 'notify' && action.roles.includes('expert')) ?? false
}
