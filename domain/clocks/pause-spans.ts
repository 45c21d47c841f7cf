import type { PauseRef } from './trace-line.ts'
import type { Instant, Pause } from './types.ts'

/** Pauses that touch or overlap, as one span; `to` is Infinity while one of them is open. */
export interface PauseSpan {
  readonly from: Instant
  readonly to: Instant
}

const NONE: readonly PauseSpan[] = []

/** The paused time as spans that neither touch nor overlap, earliest first; the order of the reports does not matter. */
export function pauseSpans(pauses: readonly Pause[]): readonly PauseSpan[] {
  if (pauses.length === 0) return NONE
  const [only] = pauses
  if (only && pauses.length === 1 && only.to !== null && only.to > only.from) return [{ from: only.from, to: only.to }]
  const spans: { from: Instant; to: Instant }[] = []
  for (const pause of pauses) {
    const to = pause.to ?? Infinity
    if (to > pause.from) spans.push({ from: pause.from, to })
  }
  if (spans.length < 2) return spans
  spans.sort((a, b) => a.from - b.from)
  const joined: { from: Instant; to: Instant }[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else joined.push(span)
  }
  return joined
}

/** A clock is paused just before `at` when `from < at <= to` (design 6). */
export function pausedBefore(spans: readonly PauseSpan[], at: Instant): boolean {
  return spans.some((span) => span.from < at && at <= span.to)
}

/** Every pause that holds just before the instant, in a fixed order. */
export function pausesBefore(pauses: readonly Pause[], at: Instant): readonly PauseRef[] {
  return refs(pauses.filter((pause) => pause.from < at && at <= (pause.to ?? Infinity)))
}

/** Every pause within a joined span, in a fixed order. */
export function pausesWithin(pauses: readonly Pause[], span: PauseSpan): readonly PauseRef[] {
  return refs(pauses.filter((pause) => (pause.to ?? Infinity) > pause.from && pause.from >= span.from && (pause.to ?? Infinity) <= span.to))
}

function refs(pauses: readonly Pause[]): readonly PauseRef[] {
  return [...pauses].sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)).map(({ id, reason }) => ({ id, reason }))
}
