import { expect, it } from '@jest/globals'
import { dueAt } from '../../domain/clocks/due.ts'
import type { DayOff, Moment, TraceLine } from '../../domain/clocks/trace-line.ts'
import type { ClockFacts, Unit } from '../../domain/clocks/types.ts'
import { catalogCalendar } from './ledgers.ts'

/** A worked example: every day or span of the trace in its order, joined by ' | ', and the due instant. Local times. */
export interface Example {
  readonly title: string
  readonly calendar?: 'cn' | 'cn-west'
  readonly received: string
  readonly limit: readonly [number, Unit]
  /** From, to (null: open), reason. */
  readonly pauses?: readonly (readonly [string, string | null, string])[]
  /** Amount, granted at. */
  readonly extensions?: readonly (readonly [number, string])[]
  readonly endsAt?: ClockFacts['endsAt']
  readonly days: string
  readonly due: string | null
  readonly left?: number
  readonly provisional?: true
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** 'YYYY-MM-DD HH:MM' of China as an instant; 24:00 is the end of the day. */
export function at(words: string): number {
  return Date.parse(`${words.slice(0, 10)}T00:00:00+08:00`) + Number(words.slice(11, 13)) * 3_600_000 + Number(words.slice(14, 16)) * 60_000
}

export function clockOf(example: Pick<Example, 'received' | 'limit' | 'pauses' | 'extensions' | 'endsAt'>): ClockFacts {
  return {
    budget: { amount: example.limit[0], unit: example.limit[1] },
    startedAt: at(example.received),
    pauses: (example.pauses ?? []).map(([from, to, reason], i) => ({
      id: `p${i + 1}`,
      from: at(from),
      to: to === null ? null : at(to),
      reason,
    })),
    extensions: (example.extensions ?? []).map(([amount, grantedAt], i) => ({
      id: `e${i + 1}`,
      amount,
      grantedAt: at(grantedAt),
      by: 'head',
    })),
    endsAt: example.endsAt ?? 'close',
  }
}

/** Checks each example: the days one by one, the due instant, whether it is provisional. */
export function checkExamples(examples: readonly Example[]): void {
  it.each(examples.map((example) => [example.title, example] as const))('%s', (_title, example) => {
    const due = dueAt(clockOf(example), catalogCalendar(example.calendar ?? 'cn'), { trace: true })
    expect(due.trace.flatMap(words).join(' | ')).toBe(example.days)
    expect(due.at).toBe(example.due === null ? null : at(example.due))
    expect(due.provisional).toBe(example.provisional ?? false)
    const last = due.trace.at(-1)
    if (example.due === null) expect(last?.rule === 'held' ? last.remaining : 'no held line').toBe(example.left)
    else expect(last?.rule === 'due' ? `${last.moment.date} ${last.moment.time}` : 'no due line').toBe(example.due)
  })
}

function words(line: TraceLine): string[] {
  switch (line.rule) {
    case 'counted':
      return [`${day(line.date)} ${line.day}`]
    case 'make-up':
      return [`${day(line.date)} ${line.day} make-up`]
    case 'skipped':
      return [`${day(line.date)} ${off(line.why)}`]
    case 'paused':
      return [`${day(line.date)} paused`]
    case 'corresponding-day':
      return [`${line.months} months ${day(line.date)}${line.lastOfMonth ? ' last of month' : ''}`]
    case 'paused-days-added':
      return [`${line.days} added ${day(line.date)}`]
    case 'rolled':
      return [`rolled to ${day(line.to)}`]
    case 'paused-span':
      return [`paused ${point(line.from)} to ${point(line.to)}`]
    case 'open-time':
      return [`${day(line.from.date)} ${line.from.time}-${line.to.time}`]
    case 'elapsed':
      return [`${point(line.from)} to ${point(line.to)}`]
    default:
      return []
  }
}

function day(date: string): string {
  return `${date.slice(5)} ${WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]}`
}

function point(moment: Moment): string {
  return `${moment.date.slice(5)} ${moment.time}`
}

function off(why: DayOff): string {
  return why.kind === 'holiday' ? why.name.en : why.kind === 'rest-day' ? 'rest' : 'closed'
}
