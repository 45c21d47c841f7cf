import { DAY_MS, type DayNumber, dateText, MINUTE_MS, requireDay, weekdayOf } from './local-date.ts'
import type { Calendar, Instant, Period } from './types.ts'

/** What a day can be: one of the week, a holiday, or a make-up day with its own hours. */
interface DayKind {
  readonly working: boolean
  readonly periods: readonly Period[]
  /** Close in milliseconds after 00:00: end of the last period, 24:00 where there is none. */
  readonly closeMs: number
  readonly openMinutes: number
}

const HOLIDAY_KIND = 7
/** Days around the first one asked about; a case's clocks seldom reach further. */
const FIRST_BACK = 14
const FIRST_FORWARD = 150
/** No limit of an office reaches further from the covered years; a search that does is a bug of the data. */
const FURTHEST_DAYS = 400 * 366

/**
 * Days of a calendar with running totals, so that counting days or minutes is a subtraction. It spans
 * what was asked about and grows at need. Totals count from its first day: they stay valid while it
 * grows forward, not when it grows back. It is a cache, small since every case holds its own calendars:
 * two tables of equal calendars always answer alike.
 */
export class DayTable {
  readonly offsetMs: number
  readonly coveredFrom: DayNumber
  readonly coveredTo: DayNumber
  private readonly calendar: Calendar
  private readonly kinds: readonly DayKind[]
  private readonly makeUpKinds: ReadonlyMap<string, number>
  private first = 0
  private length = 0
  private kindOf = new Uint16Array(0)
  private workingBefore = new Int32Array(1)
  private openBefore = new Int32Array(1)

  constructor(calendar: Calendar) {
    this.calendar = calendar
    this.offsetMs = calendar.offsetMinutes * MINUTE_MS
    this.coveredFrom = requireDay(calendar.covers.from)
    this.coveredTo = requireDay(calendar.covers.to)
    const makeUps = Object.entries(calendar.makeUpDays)
    this.makeUpKinds = new Map(makeUps.map(([date], m) => [date, HOLIDAY_KIND + 1 + m]))
    this.kinds = [
      ...Array.from({ length: HOLIDAY_KIND }, (_, w) => dayKind(calendar.weekly[w]?.working ?? false, calendar.weekly[w]?.periods ?? [])),
      dayKind(false, []),
      ...makeUps.map(([, makeUp]) => dayKind(true, makeUp.periods)),
    ]
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
    return this.kindAt(this.index(day)).working
  }

  periodsOf(day: DayNumber): readonly Period[] {
    return this.kindAt(this.index(day)).periods
  }

  /** End of the last opening period; 24:00 where there is none (Civil Code art. 203). */
  closeOf(day: DayNumber): Instant {
    return this.startOf(day) + this.kindAt(this.index(day)).closeMs
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
    const kind = this.kindAt(i)
    return (this.workingBefore[i] ?? 0) + (kind.working && at - this.startOf(day) >= kind.closeMs ? 1 : 0)
  }

  /** The working day that brings `workingThrough` to this total. */
  workingDay(total: number): DayNumber {
    while (total > (this.workingBefore[this.length] ?? 0)) this.growForward()
    return this.first + indexReaching(this.workingBefore, this.length, total)
  }

  /** The n-th working day before a day; may grow back. */
  workingDayBefore(day: DayNumber, n: number): DayNumber {
    while (this.workingThrough(day - 1) < n) this.growBack()
    return this.workingDay(this.workingThrough(day - 1) - n + 1)
  }

  /** Makes days from here on answerable, so that totals taken later agree with each other. */
  reachBack(day: DayNumber): void {
    this.index(day)
  }

  /** Opening time in milliseconds from the table's first day until the instant. */
  openUntil(at: Instant): number {
    const day = this.dayOf(at)
    const i = this.index(day)
    let open = (this.openBefore[i] ?? 0) * MINUTE_MS
    const intoDay = at - this.startOf(day)
    for (const period of this.kindAt(i).periods) {
      if (intoDay <= period.from * MINUTE_MS) break
      open += Math.min(intoDay, period.to * MINUTE_MS) - period.from * MINUTE_MS
    }
    return open
  }

  /** Earliest instant at which `openUntil` reaches this total: the end of a period, never the next one's start. */
  whenOpen(total: number): Instant {
    const minutes = total / MINUTE_MS
    while (minutes > (this.openBefore[this.length] ?? 0)) this.growForward()
    const i = indexReaching(this.openBefore, this.length, minutes)
    let left = total - (this.openBefore[i] ?? 0) * MINUTE_MS
    const start = this.startOf(this.first + i)
    for (const period of this.kindAt(i).periods) {
      const length = (period.to - period.from) * MINUTE_MS
      if (left <= length) return start + period.from * MINUTE_MS + left
      left -= length
    }
    return start
  }

  /** The earliest instant that leaves so many milliseconds of opening time until `at`; may grow back. */
  openBack(at: Instant, ms: number): Instant {
    while (this.openUntil(at) <= ms) this.growBack()
    return this.whenOpen(this.openUntil(at) - ms)
  }

  private kindAt(i: number): DayKind {
    const kind = this.kinds[this.kindOf[i] ?? HOLIDAY_KIND]
    if (!kind) throw new Error(`calendar ${this.calendar.id}: no kind of day at ${i}`)
    return kind
  }

  /** May replace the arrays: read it before them, never inside the brackets of one. */
  private index(day: DayNumber): number {
    if (this.length === 0) this.build(day - FIRST_BACK, day + FIRST_FORWARD)
    if (day < this.first) this.build(Math.min(day, this.first - this.length), this.first + this.length - 1)
    if (day >= this.first + this.length) this.growForward(day)
    return day - this.first
  }

  private growBack(): void {
    this.build(this.first - this.length, this.first + this.length - 1)
  }

  private growForward(atLeast = 0): void {
    this.build(this.first, Math.max(this.first + 2 * this.length, atLeast + 1))
  }

  private build(from: DayNumber, to: DayNumber): void {
    if (!(from >= this.coveredFrom - FURTHEST_DAYS && to <= this.coveredTo + FURTHEST_DAYS)) {
      throw new RangeError(`calendar ${this.calendar.id}: no answer so far from ${this.calendar.covers.from} to ${this.calendar.covers.to}`)
    }
    const length = to - from + 1
    this.kindOf = new Uint16Array(length)
    this.workingBefore = new Int32Array(length + 1)
    this.openBefore = new Int32Array(length + 1)
    this.first = from
    this.length = length
    for (let i = 0, working = 0, open = 0; i < length; i++) {
      const date = dateText(from + i)
      this.kindOf[i] = date in this.calendar.holidays ? HOLIDAY_KIND : (this.makeUpKinds.get(date) ?? weekdayOf(from + i))
      const kind = this.kindAt(i)
      if (kind.working) working++
      open += kind.openMinutes
      this.workingBefore[i + 1] = working
      this.openBefore[i + 1] = open
    }
  }
}

function dayKind(working: boolean, periods: readonly Period[]): DayKind {
  const close = periods.at(-1)?.to ?? DAY_MS / MINUTE_MS
  return { working, periods, closeMs: close * MINUTE_MS, openMinutes: periods.reduce((sum, period) => sum + period.to - period.from, 0) }
}

/** The first index after which running totals have reached `total`. */
function indexReaching(totals: Int32Array, length: number, total: number): number {
  let low = 0
  let high = length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((totals[middle + 1] ?? 0) >= total) high = middle
    else low = middle + 1
  }
  return low
}

const tables = new WeakMap<Calendar, DayTable>()

/** The table of a calendar, kept as long as the calendar object. */
export function tableOf(calendar: Calendar): DayTable {
  let table = tables.get(calendar)
  if (!table) {
    table = new DayTable(calendar)
    tables.set(calendar, table)
  }
  return table
}
