import type { Instant } from '../clocks/types.ts'
import { apply } from './apply/apply.ts'
import type { CaseEvent } from './event.ts'
import { type CaseStart, type CaseState, initialState } from './state.ts'
import { timeLedger } from './time-ledger.ts'

/** What must hold of every appeal and needs its whole log to be seen (design 4). */
export type LogInvariant = 'I3' | 'I5'

/**
 * The invariants that a log breaks: a rung that fired twice for one date, or before it was due (I3); a
 * time ledger that does not add up to the whole (I5). None in any log that the rules lead to.
 */
export function brokenInLog(start: CaseStart, events: readonly CaseEvent[], asOf: Instant): readonly LogInvariant[] {
  const broken: LogInvariant[] = []
  if (!rungsHold(start, events)) broken.push('I3')
  const { totalMinutes, spans, holders } = timeLedger(start, events, asOf)
  if (minutesOf(spans) !== totalMinutes || minutesOf(holders) !== totalMinutes) broken.push('I5')
  return broken
}

function rungsHold(start: CaseStart, events: readonly CaseEvent[]): boolean {
  const fired = new Set<string>()
  let state = initialState(start)
  for (const event of events) {
    if (event.type === 'RungFired' && !mayFire(state, event, fired)) return false
    state = apply(state, event)
  }
  return true
}

function mayFire(before: CaseState, { at, data }: Extract<CaseEvent, { type: 'RungFired' }>, fired: Set<string>): boolean {
  const key = `${data.clockId} ${data.rung} ${data.dueAt}`
  const armed = before.clocks[data.clockId]?.rungs.find((rung) => rung.code === data.rung)
  if (fired.has(key) || armed?.state !== 'armed' || armed.at === null || armed.at > at) return false
  fired.add(key)
  return true
}

function minutesOf(parts: readonly { readonly minutes: number }[]): number {
  return parts.reduce((sum, part) => sum + part.minutes, 0)
}
