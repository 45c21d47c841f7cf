import { DAY_MS, MINUTE_MS, requireDay, weekdayOf, type DayNumber } from './local-date.ts'
import type { Calendar, Instant, Period } from './types.ts'

const NO_PERIODS: readonly Period[] = []
const MARGIN_BACK = 62
const MARGIN_FORWARD = 400
/** No limit of an office reaches further from the covered years; a search that does is a bug of the data. */
const FURTHEST_DAYS = 200 * 366

/**
 * Every day of a calendar with running totals, so that counting days or minutes is a subtraction. It
 * covers the calendar's range with a margin and grows by the weekly pattern when asked for more; totals
 * count from `first` and stay valid while it grows forward. It is a cache: two tables of equal calendars
 * always answer alike.
 */
export class DayTable {
  readonly offsetMs: number
  readonly coveredFrom: DayNumber
  readonly coveredTo: DayNumber
  private readonly calendar: Calendar
  private readonly changed: ReadonlyMap<DayNumber, { readonly working: boolean; readonly periods: readonly Period[] }>
  private first = 0
  private length = 0
  private working = new Uint8Array(0)
  private periods: (readonly Period[])[] = []
  /** Close of each day in milliseconds after its 00:00. */
  private closes = new Int32Array(0)
  private workingBefore = new Int32Array(1)
  private workingDays: DayNumber[] = []
  private openBefore = new Float64Array(1)

  constructor(calendar: Calendar) {
    this.calendar = calendar
    this.offsetMs = calendar.offsetMinutes * MINUTE_MS
    this.coveredFrom = requireDay(calendar.covers.from)
    this.coveredTo = requireDay(calendar.covers.to)
    const changed = new Map<DayNumber, { readonly working: boolean; readonly periods: readonly Period[] }>()
    for (const date of Object.keys(calendar.holidays)) changed.set(requireDay(date), { working: false, periods: NO_PERIODS })
    for (const [date, makeUp] of Object.entries(calendar.makeUpDays))
      changed.set(requireDay(date), { working: true, periods: makeUp.periods })
    this.changed = changed
    this.build(this.coveredFrom - MARGIN_BACK, this.coveredTo + MARGIN_FORWARD)
  }

  /** Local day of an instant. */
  dayOf(at: Instant): DayNumber {
    return Math.floor((at + this.offsetMs) / DAY_MS)
  }

  /** 00:00 of a day, which is 24:00 of the day before. */
  startOf(day: DayNumber): Instant {
    return day * DAY_MS - this.offsetMs
  }

  isCovered(day: DayNumber): boolean {
    return day >= this.coveredFrom && day <= this.coveredTo
  }

  isWorking(day: DayNumber): boolean {
    const i = this.index(day)
    return this.working[i] === 1
  }

  periodsOf(day: DayNumber): readonly Period[] {
    const i = this.index(day)
    return this.periods[i] ?? NO_PERIODS
  }

  /** End of the last opening period; 24:00 where there is none (Civil Code art. 203). */
  closeOf(day: DayNumber): Instant {
    const i = this.index(day)
    return this.startOf(day) + (this.closes[i] ?? DAY_MS)
  }

  /** Makes days from here on answerable; totals taken before are void when this reaches further back. */
  reachBack(day: DayNumber): void {
    if (day - 1 < this.first) this.build(day - 1 - MARGIN_FORWARD, this.first + this.length - 1)
  }

  /** Working days from the table's first day through this one. */
  workingThrough(day: DayNumber): number {
    const i = this.index(day)
    return this.workingBefore[i + 1] ?? 0
  }

  /** Working days whose close is at or before the instant. */
  workingClosedBy(at: Instant): number {
    const day = this.dayOf(at)
    const i = this.index(day)
    return (this.workingBefore[i] ?? 0) + (this.working[i] === 1 && at - this.startOf(day) >= (this.closes[i] ?? DAY_MS) ? 1 : 0)
  }

  /** The working day that brings `workingThrough` to this total. */
  workingDay(total: number): DayNumber {
    while (total > this.workingDays.length) this.growForward()
    const day = this.workingDays[total - 1]
    if (day === undefined) throw new RangeError(`calendar ${this.calendar.id}: no working day number ${total}`)
    return day
  }

  /** Opening time in milliseconds from the table's first day until the instant. */
  openUntil(at: Instant): number {
    const day = this.dayOf(at)
    const i = this.index(day)
    let open = this.openBefore[i] ?? 0
    const intoDay = at - this.startOf(day)
    for (const period of this.periods[i] ?? NO_PERIODS) {
      if (intoDay <= period.from * MINUTE_MS) break
      open += Math.min(intoDay, period.to * MINUTE_MS) - period.from * MINUTE_MS
    }
    return open
  }

  /** Earliest instant at which `openUntil` reaches this total: the end of a period, never the next one's start. */
  whenOpen(total: number): Instant {
    while (total > (this.openBefore[this.length] ?? 0)) this.growForward()
    let low = 0
    let high = this.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.openBefore[middle + 1] ?? 0) >= total) high = middle
      else low = middle + 1
    }
    let left = total - (this.openBefore[low] ?? 0)
    const start = this.startOf(this.first + low)
    for (const period of this.periods[low] ?? NO_PERIODS) {
      const length = (period.to - period.from) * MINUTE_MS
      if (left <= length) return start + period.from * MINUTE_MS + left
      left -= length
    }
    return start
  }

  /** May replace the arrays: read it before them, never inside the brackets of one. */
  private index(day: DayNumber): number {
    if (day < this.first) this.build(day - MARGIN_FORWARD, this.first + this.length - 1)
    while (day >= this.first + this.length) this.growForward(day)
    return day - this.first
  }

  private growForward(atLeast = 0): void {
    this.build(this.first, Math.max(this.first + 2 * this.length, atLeast + 1))
  }

  private build(from: DayNumber, to: DayNumber): void {
    if (!(from >= this.coveredFrom - 2 * FURTHEST_DAYS && to <= this.coveredTo + 2 * FURTHEST_DAYS)) {
      throw new RangeError(`calendar ${this.calendar.id}: no answer so far from ${this.calendar.covers.from} to ${this.calendar.covers.to}`)
    }
    const length = to - from + 1
    this.working = new Uint8Array(length)
    this.closes = new Int32Array(length)
    this.workingBefore = new Int32Array(length + 1)
    this.openBefore = new Float64Array(length + 1)
    this.periods = new Array<readonly Period[]>(length)
    this.workingDays = []
    for (let i = 0, open = 0; i < length; i++) {
      const day = this.changed.get(from + i) ?? this.calendar.weekly[weekdayOf(from + i)] ?? { working: false, periods: NO_PERIODS }
      if (day.working) this.workingDays.push(from + i)
      for (const period of day.periods) open += (period.to - period.from) * MINUTE_MS
      this.working[i] = day.working ? 1 : 0
      this.periods[i] = day.periods
      this.closes[i] = (day.periods.at(-1)?.to ?? DAY_MS / MINUTE_MS) * MINUTE_MS
      this.workingBefore[i + 1] = this.workingDays.length
      this.openBefore[i + 1] = open
    }
    this.first = from
    this.length = length
  }
}

const tables = new WeakMap<Calendar, DayTable>()

/** The table of a calendar, built at its first use and kept as long as the calendar object. */
export function tableOf(calendar: Calendar): DayTable {
  let table = tables.get(calendar)
  if (!table) {
    table = new DayTable(calendar)
    tables.set(calendar, table)
  }
  return table
}
