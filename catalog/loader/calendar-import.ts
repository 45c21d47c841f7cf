import { z } from 'zod'
import type { Calendar } from '../../domain/clocks/types.ts'
import { calendarProblem } from './calendar-rules.ts'
import { extendsAnother, readCalendarText } from './calendars.ts'
import type { CatalogProblem } from './problem.ts'
import { parseYamlText } from './yaml-text.ts'

/** A calendar with the text that it was read from; those that extend it are read on it again when it changes. */
export interface SourcedCalendar {
  readonly calendar: Calendar
  readonly text: string
}

export interface CalendarImport {
  /** The calendar of the text, then those that extend it; empty where there are problems. */
  readonly changed: readonly SourcedCalendar[]
  readonly problems: readonly CatalogProblem[]
}

/**
 * Reads a newer version of a calendar that is in force, and reads again those that extend it. Every rule of
 * calendars holds; besides, the id must be known and the version newer. `file` names the text in problems.
 */
export function readCalendarImport(text: string, file: string, present: ReadonlyMap<string, SourcedCalendar>): CalendarImport {
  const bases = new Map([...present].filter(([, known]) => !extendsAnother(known.text)).map(([id, known]) => [id, known.calendar]))
  const read = readCalendarText(text, file, bases, null)
  if (read.calendar === null) return { changed: [], problems: read.problems }
  const { id } = read.calendar
  const problems = changeProblems(text, file, read.calendar, present)
  if (problems.length > 0) return { changed: [], problems }

  const own = new Map(bases)
  if (extendsAnother(text)) own.delete(id)
  else own.set(id, read.calendar)
  const changed: SourcedCalendar[] = [{ calendar: read.calendar, text }]
  const broken: CatalogProblem[] = []
  for (const [other, known] of present) {
    if (other === id || baseOf(known.text) !== id) continue
    const derived = readCalendarText(known.text, `calendars/${other}.yaml`, own)
    broken.push(...derived.problems)
    if (derived.calendar !== null) changed.push({ calendar: derived.calendar, text: known.text })
  }
  return broken.length > 0 ? { changed: [], problems: broken } : { changed, problems: [] }
}

/** The version that the text itself gives; of a calendar that extends another it is the last part of the whole. */
export function ownVersion(text: string): string {
  return keyOf(text, 'version') ?? ''
}

/** Whether a version comes after another: parts between dots, dashes and plus signs one by one, numbers as numbers. */
export function isNewerVersion(version: string, than: string): boolean {
  const [a, b] = [version, than].map((each) => each.split(/[.+-]/))
  for (let place = 0; place < Math.max(a?.length ?? 0, b?.length ?? 0); place++) {
    const [left, right] = [a?.[place] ?? '', b?.[place] ?? '']
    if (left === right) continue
    const numbers = /^\d+$/.test(left) && /^\d+$/.test(right)
    if (numbers && Number(left) === Number(right)) continue
    return numbers ? Number(left) > Number(right) : left > right
  }
  return false
}

function changeProblems(
  text: string,
  file: string,
  { id, offsetMinutes }: Calendar,
  present: ReadonlyMap<string, SourcedCalendar>,
): readonly CatalogProblem[] {
  const { lineOf } = parseYamlText(text, file)
  const known = present.get(id)
  if (known === undefined)
    return [
      calendarProblem('calendar-id-unknown', { file, line: lineOf(['id']), path: ['id'] }, { id, known: [...present.keys()].join(', ') }),
    ]
  const [version, standing] = [ownVersion(text), ownVersion(known.text)]
  if (!isNewerVersion(version, standing))
    return [calendarProblem('calendar-not-newer', { file, line: lineOf(['version']), path: ['version'] }, { version, present: standing })]
  if (offsetMinutes === known.calendar.offsetMinutes) return []
  const offset = keyOf(text, 'offset') ?? ''
  return [calendarProblem('calendar-other-offset', { file, line: lineOf(['offset']), path: ['offset'] }, { offset })]
}

function baseOf(text: string): string | null {
  return extendsAnother(text) ? keyOf(text, 'extends') : null
}

function keyOf(text: string, key: 'version' | 'extends' | 'offset'): string | null {
  const parsed = z.looseObject({ [key]: z.string() }).safeParse(parseYamlText(text, '').value)
  const value = parsed.success ? parsed.data[key] : null
  return typeof value === 'string' ? value : null
}
