import { COUNTING, UNIT_MS } from './budget.ts'
import { tableOf } from './day-table.ts'
import { dateText, MINUTE_MS } from './local-date.ts'
import { pauseSpans, pausesWithin, type PauseSpan } from './pause-spans.ts'
import { msSpentBy, msToSpend } from './time-count.ts'
import { closingLines, dayOffOf, momentOf, openingLines } from './trace-parts.ts'
import type { TraceLine } from './trace-line.ts'
import type { Calendar, ClockFacts, Instant } from './types.ts'

/** The sum behind an instant in hours or minutes: one line for each counted span, pause, and day without office hours. */
export function traceOfTime(
  clock: ClockFacts,
  calendar: Calendar,
  due: { readonly at: Instant | null; readonly provisional: boolean },
): readonly TraceLine[] {
  const table = tableOf(calendar)
  const spans = pauseSpans(clock.pauses).filter((span) => span.to > clock.startedAt)
  const open = spans.find((span) => span.to === Infinity)
  const end = due.at ?? Math.max(open?.from ?? clock.startedAt, clock.startedAt)
  const lines = openingLines(clock, table)
  const body =
    COUNTING[clock.budget.unit] === 'open-time' ? openTimeLines(clock, calendar, spans, end) : elapsedLines(clock, calendar, spans, end)
  const paused: Placed[] = spans
    .filter((span) => span.to !== Infinity && span.from < end)
    .map((span) => {
      const from = Math.max(span.from, clock.startedAt)
      return {
        at: from,
        line: { rule: 'paused-span', from: momentOf(table, from), to: momentOf(table, span.to), pauses: pausesWithin(clock.pauses, span) },
      }
    })
  lines.push(...[...body, ...paused].sort((a, b) => a.at - b.at).map((placed) => placed.line))
  if (due.at !== null) return [...lines, ...closingLines(clock, calendar, { at: due.at, provisional: due.provisional }, 'moment')]
  if (open) {
    const remaining = (msToSpend(clock) - msSpentBy(clock, table, end)) / UNIT_MS[clock.budget.unit]
    lines.push({ rule: 'held', since: momentOf(table, end), pauses: pausesWithin(clock.pauses, open), remaining, unit: clock.budget.unit })
  }
  return lines
}

/** A line with the instant that places it among the others. */
interface Placed {
  readonly at: Instant
  readonly line: TraceLine
}

function openTimeLines(clock: ClockFacts, calendar: Calendar, spans: readonly PauseSpan[], end: Instant): Placed[] {
  const table = tableOf(calendar)
  const ofMs = msToSpend(clock)
  const placed: Placed[] = []
  let totalMs = 0
  for (let day = table.dayOf(clock.startedAt); table.startOf(day) < end; day++) {
    const start = table.startOf(day)
    const periods = table.periodsOf(day)
    const makeUp = calendar.makeUpDays[dateText(day)]?.name ?? null
    const at = Math.max(start, clock.startedAt)
    if (periods.length === 0 && !spans.some((span) => span.from <= at && at < span.to)) {
      placed.push({ at, line: { rule: 'skipped', date: dateText(day), why: dayOffOf(calendar, day) } })
    }
    for (const period of periods) {
      const from = Math.max(start + period.from * MINUTE_MS, clock.startedAt)
      const to = Math.min(start + period.to * MINUTE_MS, end)
      for (const piece of running(from, to, spans)) {
        const countedMs = piece.to - piece.from
        totalMs += countedMs
        placed.push({
          at: piece.from,
          line: {
            rule: 'open-time',
            makeUp,
            from: momentOf(table, piece.from),
            to: momentOf(table, piece.to, true),
            unit: clock.budget.unit,
            countedMs,
            totalMs,
            ofMs,
          },
        })
      }
    }
  }
  return placed
}

function elapsedLines(clock: ClockFacts, calendar: Calendar, spans: readonly PauseSpan[], end: Instant): Placed[] {
  const table = tableOf(calendar)
  const ofMs = msToSpend(clock)
  let totalMs = 0
  return running(clock.startedAt, end, spans).map((piece) => {
    const countedMs = piece.to - piece.from
    totalMs += countedMs
    return {
      at: piece.from,
      line: {
        rule: 'elapsed',
        from: momentOf(table, piece.from),
        to: momentOf(table, piece.to, true),
        unit: clock.budget.unit,
        countedMs,
        totalMs,
        ofMs,
      },
    }
  })
}

/** The parts of `[from, to)` in which no pause holds. */
function running(from: Instant, to: Instant, spans: readonly PauseSpan[]): PauseSpan[] {
  const pieces: PauseSpan[] = []
  let cursor = from
  for (const span of spans) {
    if (span.to <= cursor) continue
    if (span.from >= to) break
    if (span.from > cursor) pieces.push({ from: cursor, to: span.from })
    cursor = Math.max(cursor, span.to)
  }
  if (cursor < to) pieces.push({ from: cursor, to })
  return pieces
}
