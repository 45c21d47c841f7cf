import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { dateText } from '../../domain/clocks/local-date.ts'
import type { Calendar } from '../../domain/clocks/types.ts'
import { dayOf, daysOf } from './calendar-days.ts'
import { offsetOf, periodsOf, weeklyOf } from './calendar-periods.ts'
import { calendarProblem, type CalendarReport } from './calendar-rules.ts'
import { calendarFile, type CalendarFile } from './calendar-schema.ts'
import type { CatalogProblem } from './problem.ts'
import { parseYamlText } from './yaml-text.ts'
import { zodProblems } from './zod-problems.ts'

export interface ReadCalendar {
  /** Null where the file has problems. */
  readonly calendar: Calendar | null
  readonly problems: readonly CatalogProblem[]
}

export interface ReadCalendars {
  readonly calendars: ReadonlyMap<string, Calendar>
  /** The text of each calendar that could be read, by its id. */
  readonly texts: ReadonlyMap<string, string>
  readonly problems: readonly CatalogProblem[]
}

/** Reads `calendars/*.yaml` of a catalogue folder; every problem with file, line and rule, nothing thrown. */
export function readCalendars(dir: string): ReadCalendars {
  const folder = join(dir, 'calendars')
  const files = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /\.ya?ml$/.test(name))
        .sort()
    : []
  if (files.length === 0)
    return {
      calendars: new Map(),
      texts: new Map(),
      problems: [calendarProblem('calendar-none', { file: 'calendars', line: 1, path: [] })],
    }
  const texts = files.map((name) => ({ file: `calendars/${name}`, text: readFileSync(join(folder, name), 'utf8') }))
  const problems: CatalogProblem[] = []
  const sources = new Map<string, string>()
  const read = (wanted: typeof texts, bases: ReadonlyMap<string, Calendar>): Map<string, Calendar> => {
    const found = new Map<string, Calendar>()
    for (const { file, text } of wanted) {
      const one = readCalendarText(text, file, bases)
      problems.push(...one.problems)
      if (!one.calendar) continue
      found.set(one.calendar.id, one.calendar)
      sources.set(one.calendar.id, text)
    }
    return found
  }
  // A calendar that extends another is read on those that extend none, so a chain cannot form.
  const derived = texts.filter(({ text }) => extendsAnother(text))
  const own = read(
    texts.filter((text) => !derived.includes(text)),
    new Map(),
  )
  const calendars = new Map([...own, ...read(derived, own)])
  return { calendars, texts: sources, problems }
}

/** Whether the text says that its calendar extends another, which itself extends none. */
export function extendsAnother(text: string): boolean {
  return /^extends\s*:/m.test(text)
}

/**
 * Reads one calendar from its text; `bases` are the calendars that it may extend, by id. Its id must be `name`:
 * that of the file unless told, null for a text that comes from elsewhere.
 */
export function readCalendarText(
  text: string,
  file: string,
  bases: ReadonlyMap<string, Calendar>,
  name: string | null = nameOf(file),
): ReadCalendar {
  const yaml = parseYamlText(text, file)
  const parsed = yaml.problems.length === 0 ? calendarFile.safeParse(yaml.value, { reportInput: true }) : null
  if (!parsed?.success) return { calendar: null, problems: parsed ? zodProblems(parsed.error, file, yaml.lineOf) : yaml.problems }
  const problems: CatalogProblem[] = []
  const report: CalendarReport = (rule, path, args) => problems.push(calendarProblem(rule, { file, line: yaml.lineOf(path), path }, args))
  const calendar = calendarOf(parsed.data, name, bases, report)
  return problems.length > 0 ? { calendar: null, problems } : { calendar, problems }
}

function calendarOf(
  file: CalendarFile,
  name: string | null,
  bases: ReadonlyMap<string, Calendar>,
  report: CalendarReport,
): Calendar | null {
  if (name !== null && file.id !== name) report('calendar-id', ['id'], { id: file.id, name })
  const base = file.extends === undefined ? null : (bases.get(file.extends) ?? null)
  if (file.extends !== undefined && !base) {
    report('calendar-unknown-base', ['extends'], { base: file.extends })
    return null
  }
  const offsetMinutes = file.offset === undefined ? (base?.offsetMinutes ?? null) : offsetOf(file.offset, report)
  if (file.offset === undefined && !base) report('calendar-base-missing', [], { key: 'offset' })
  const covers = coversOf(file, base, report)
  const weekly = weeklyOf(file, base?.weekly ?? null, report)
  if (covers === null || offsetMinutes === null) return null
  checkYears(file, covers, base, report)
  const makeUpOpen = file.makeUpOpen ? periodsOf(file.makeUpOpen, ['makeUpOpen'], report) : []
  const { holidays, makeUpDays } = daysOf(file, { covers, weekly, makeUpOpen, base }, report)
  const notices = file.years.map(({ year, notice }, y) => {
    dayOf(notice.issued, ['years', y, 'notice', 'issued'], report)
    return { year, ...notice }
  })
  return {
    id: file.id,
    version: base ? `${base.version}+${file.version}` : file.version,
    name: file.name,
    offsetMinutes,
    covers: { from: dateText(covers.from), to: dateText(covers.to) },
    weekly,
    holidays,
    makeUpDays,
    notices: [...(base?.notices ?? []), ...notices],
  }
}

function coversOf(
  file: CalendarFile,
  base: Calendar | null,
  report: CalendarReport,
): { readonly from: number; readonly to: number } | null {
  const covers = file.covers ?? base?.covers
  if (!covers) {
    report('calendar-base-missing', [], { key: 'covers' })
    return null
  }
  const from = dayOf(covers.from, ['covers', 'from'], report)
  const to = dayOf(covers.to, ['covers', 'to'], report)
  if (from === null || to === null) return null
  if (from > to) report('calendar-backwards', ['covers'], { from: covers.from, to: covers.to })
  else if (!covers.from.endsWith('-01-01') || !covers.to.endsWith('-12-31')) report('calendar-range', ['covers'])
  return from > to ? null : { from, to }
}

/** Every covered year has its notice, in this file or in the one it extends. */
function checkYears(
  file: CalendarFile,
  covers: { readonly from: number; readonly to: number },
  base: Calendar | null,
  report: CalendarReport,
): void {
  const [first, last] = [Number(dateText(covers.from).slice(0, 4)), Number(dateText(covers.to).slice(0, 4))]
  const years = file.years.map((entry) => entry.year)
  years.forEach((year, y) => {
    if (years.indexOf(year) < y) report('calendar-year-twice', ['years', y, 'year'], { year: String(year) })
    if (year < first || year > last) report('calendar-outside', ['years', y, 'year'], { date: String(year) })
  })
  const announced = new Set([...years, ...(base?.notices ?? []).map((notice) => notice.year)])
  for (let year = first; year <= last; year++) {
    if (announced.has(year)) continue
    const within = Math.min(...announced) < year && year < Math.max(...announced)
    report(within ? 'calendar-gap' : 'calendar-notice-missing', ['years'], { year: String(year) })
  }
}

/** 'cn' of 'calendars/cn.yaml'. */
function nameOf(file: string): string {
  return basename(file).replace(/\.ya?ml$/, '')
}
