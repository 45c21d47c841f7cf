import { COUNTING, UNIT_MS } from './budget.ts'
import { workingMinutesBetween } from './calendar.ts'
import { tableOf, type DayTable } from './day-table.ts'
import { dueAt } from './due.ts'
import { isPauseReason, waitsFor, type WaitsFor } from './pause-reasons.ts'
import type { Amount, Calendar, ClockFacts, Instant, Unit } from './types.ts'

/** Whose the office hours between start and stop were, in whole minutes; the four add up to all of them. */
export interface TimeShares {
  readonly officeMinutes: number
  readonly expertMinutes: number
  readonly thirdPartyMinutes: number
  readonly excludedMinutes: number
}

export interface Verdict {
  readonly inTime: boolean
  /** Null where the clock was stopped while a pause held it; that is in time. */
  readonly dueAt: Instant | null
  /** Null in time; else units begun after the due instant, at least one (months: calendar days). */
  readonly lateBy: Amount | null
  readonly shares: TimeShares
}

/** Whether a clock stopped in time (at the due instant is in time), by how much not, and whose time it was. */
export function verdict(clock: ClockFacts, calendar: Calendar, stoppedAt: Instant): Verdict {
  const due = dueAt(clock, calendar).at
  const inTime = due === null || stoppedAt <= due
  return {
    inTime,
    dueAt: due,
    lateBy: due === null || stoppedAt <= due ? null : lateness(clock.budget.unit, tableOf(calendar), due, stoppedAt),
    shares: timeShares(clock, calendar, stoppedAt),
  }
}

function lateness(unit: Unit, table: DayTable, due: Instant, stoppedAt: Instant): Amount {
  const dueDay = table.dayOf(due - 1)
  const stopDay = table.dayOf(stoppedAt)
  switch (COUNTING[unit]) {
    case 'working-day':
      return { amount: Math.max(1, table.workingThrough(stopDay) - table.workingThrough(dueDay)), unit }
    case 'every-day':
      return { amount: Math.max(1, stopDay - dueDay), unit: 'calendar-days' }
    case 'open-time':
      return { amount: Math.max(1, Math.ceil((table.openUntil(stoppedAt) - table.openUntil(due)) / UNIT_MS[unit])), unit }
    case 'elapsed-time':
      return { amount: Math.ceil((stoppedAt - due) / UNIT_MS[unit]), unit }
  }
}

/** Where pauses overlap, the time belongs to the one that began first; a reason out of the list is a third party's. */
function timeShares(clock: ClockFacts, calendar: Calendar, stoppedAt: Instant): TimeShares {
  const minutes: Record<WaitsFor, number> = { expert: 0, 'third-party': 0, 'excluded-procedure': 0 }
  const sorted = [...clock.pauses].sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1))
  let cursor = clock.startedAt
  for (const pause of sorted) {
    const from = Math.max(cursor, pause.from)
    const to = Math.min(pause.to ?? stoppedAt, stoppedAt)
    if (to <= from) continue
    minutes[isPauseReason(pause.reason) ? waitsFor(pause.reason) : 'third-party'] += workingMinutesBetween(calendar, from, to)
    cursor = to
  }
  const all = workingMinutesBetween(calendar, clock.startedAt, stoppedAt)
  const { expert, 'third-party': thirdParty, 'excluded-procedure': excluded } = minutes
  return {
    officeMinutes: all - expert - thirdParty - excluded,
    expertMinutes: expert,
    thirdPartyMinutes: thirdParty,
    excludedMinutes: excluded,
  }
}
