import type { Text } from '../text.ts'
import type { Calculation } from './calculation.ts'
import { dueAt } from './due.ts'
import { instantText } from './iso-instant.ts'
import { sentence } from './sentences.ts'
import { remaining, type Remaining } from './spent.ts'
import type { Moment, TraceLine } from './trace-line.ts'
import type { Calendar, Instant } from './types.ts'

/** A trace line as it leaves the system: instants as ISO 8601 in UTC, with its sentence in both languages. */
export type ToldLine = { readonly rule: TraceLine['rule']; readonly text: Text; readonly [key: string]: unknown }

export interface CalculationAnswer {
  readonly id: string | number | null
  /** ISO 8601 in UTC; null while an open pause holds the clock. */
  readonly dueAt: string | null
  readonly provisional: boolean
  /** What is left at `asOf`, or of a held clock at any time; null where it was not asked. */
  readonly remaining: Remaining | null
  readonly trace: readonly ToldLine[]
}

/** Answers a calculation on its calendar. */
export function calculate(calculation: Calculation, calendar: Calendar): CalculationAnswer {
  const { clock, asOf } = calculation
  const due = dueAt(clock, calendar, { trace: true })
  const leftAt = asOf ?? (due.at === null ? lastStart(calculation) : null)
  return {
    id: calculation.id,
    dueAt: due.at === null ? null : instantText(due.at),
    provisional: due.provisional,
    remaining: leftAt === null ? null : remaining(clock, calendar, leftAt),
    trace: toldTrace(due.trace),
  }
}

/** A trace as it is shown: data and sentences in zh and en. */
export function toldTrace(trace: readonly TraceLine[]): readonly ToldLine[] {
  return trace.map((line) => ({ ...line, ...toldMoments(line), text: { zh: sentence(line, 'zh'), en: sentence(line, 'en') } }))
}

function toldMoments(line: TraceLine): Readonly<Record<string, ToldMoment>> {
  switch (line.rule) {
    case 'received':
    case 'limit-changed':
    case 'extended':
    case 'due':
      return { moment: toldMoment(line.moment) }
    case 'paused-span':
    case 'open-time':
    case 'elapsed':
      return { from: toldMoment(line.from), to: toldMoment(line.to) }
    case 'held':
      return { since: toldMoment(line.since) }
    default:
      return NO_MOMENTS
  }
}

type ToldMoment = Omit<Moment, 'at'> & { readonly at: string }
const NO_MOMENTS: Readonly<Record<string, ToldMoment>> = {}

function toldMoment({ at, date, time }: Moment): ToldMoment {
  return { at: instantText(at), date, time }
}

/** From here on a held clock does not change: its open pause has begun. */
function lastStart({ clock }: Calculation): Instant {
  return clock.pauses.reduce((latest, pause) => Math.max(latest, pause.from), clock.startedAt)
}
