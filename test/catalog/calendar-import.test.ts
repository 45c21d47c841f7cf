import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { type CalendarImport, isNewerVersion, readCalendarImport, type SourcedCalendar } from '../../catalog/loader/calendar-import.ts'
import { readCalendars } from '../../catalog/loader/calendars.ts'

const CN = readFileSync('catalog/calendars/cn.yaml', 'utf8')
const WEST = readFileSync('catalog/calendars/cn-west.yaml', 'utf8')

/** The calendars of the catalogue as they are in force. */
function present(): ReadonlyMap<string, SourcedCalendar> {
  const { calendars, texts } = readCalendars('catalog')
  return new Map([...calendars].map(([id, calendar]) => [id, { calendar, text: texts.get(id) ?? '' }]))
}

const NEXT_VERSION = CN.replace('version: "2026.1"', 'version: "2026.2"')
const NATIONAL_DAY = '{ zh: 国庆节, en: National Day, from: 2026-10-01, to: 2026-10-07'

/** The rules that the text breaks, as 'file:line rule', of a newer cn with one piece replaced. */
function broken(from: string, to: string, text = NEXT_VERSION): readonly string[] {
  expect(text).toContain(from)
  return told(readCalendarImport(text.replace(from, to), 'mine.yaml', present()))
}

function told(read: CalendarImport): readonly string[] {
  if (read.problems.length > 0) expect(read.changed).toEqual([])
  return read.problems.map((problem) => `${problem.file}:${problem.line} ${problem.rule}`)
}

describe('a newer version of a calendar', () => {
  it('brings those that extend it along, with its new holiday and their own', () => {
    const text = NEXT_VERSION.replace(NATIONAL_DAY, NATIONAL_DAY.replace('2026-10-07', '2026-10-08'))
    const { changed, problems } = readCalendarImport(text, 'cn.yaml', present())
    expect(problems).toEqual([])
    expect(changed.map(({ calendar }) => `${calendar.id} ${calendar.version}`)).toEqual(['cn 2026.2', 'cn-west 2026.2+2026.1'])
    expect(changed.map(({ calendar }) => calendar.holidays['2026-10-08']?.en)).toEqual(['National Day', 'National Day'])
    expect(changed[1]?.calendar.holidays['2026-08-17']?.en).toBe('City Founding Day')
  })

  it('of a city leaves that of the country alone', () => {
    const { changed } = readCalendarImport(WEST.replace('version: "2026.1"', 'version: "2026.2"'), 'cn-west.yaml', present())
    expect(changed.map(({ calendar }) => `${calendar.id} ${calendar.version}`)).toEqual(['cn-west 2026.1+2026.2'])
  })

  it('that is read on top of another one reads those that extend it once more', () => {
    const first = readCalendarImport(WEST.replace('version: "2026.1"', 'version: "2026.2"'), 'cn-west.yaml', present())
    const now = new Map([...present(), ...first.changed.map((one) => [one.calendar.id, one] as const)])
    const { changed } = readCalendarImport(NEXT_VERSION, 'cn.yaml', now)
    expect(changed.map(({ calendar }) => calendar.version)).toEqual(['2026.2', '2026.2+2026.2'])
  })

  it.each([
    ['is the version in force', 'version: "2026.2"', 'version: "2026.1"', ['mine.yaml:4 calendar-not-newer']],
    ['is an older one', 'version: "2026.2"', 'version: "2025.9"', ['mine.yaml:4 calendar-not-newer']],
    ['moves the place to another time', 'offset: "+08:00"', 'offset: "+09:00"', ['mine.yaml:6 calendar-other-offset']],
    ['names a calendar that nobody has', 'id: cn', 'id: moon', ['mine.yaml:3 calendar-id-unknown']],
    ['covers a year without a notice', 'to: 2026-12-31', 'to: 2027-12-31', ['mine.yaml:21 calendar-notice-missing']],
    ['leaves a year out', '- year: 2025', '- year: 2024', ['mine.yaml:32 calendar-year-twice', 'mine.yaml:21 calendar-gap']],
    [
      'lets periods overlap',
      '[09:00-12:00, 13:30-17:30] }\n  tuesday',
      '[09:00-12:00, 11:30-17:30] }\n  tuesday',
      ['mine.yaml:10 calendar-overlap'],
    ],
    [
      'gives a day twice',
      'from: 2026-06-19',
      'from: 2026-05-05, to: 2026-05-06 }\n      - { zh: 端午节, en: Dragon Boat Festival, from: 2026-06-19',
      ['mine.yaml:48 calendar-day-twice'],
    ],
    [
      'makes a holiday a make-up day',
      'makeUp: [2026-09-20, 2026-10-10]',
      'makeUp: [2026-09-26, 2026-10-10]',
      ['mine.yaml:49 calendar-holiday-and-make-up'],
    ],
    ['is no YAML', 'weekly:', 'weekly: [', ['mine.yaml:11 not-yaml']],
  ])('is refused with file, line and rule where it %s', (_what, from, to, rules) => {
    const found = broken(from, to)
    for (const rule of rules) expect(found).toContain(rule)
  })

  it('is refused where one that extends it contradicts it, with the file of that one', () => {
    const text = NEXT_VERSION.replace(
      'from: 2026-06-19, to: 2026-06-21 }',
      'from: 2026-06-19, to: 2026-06-21 }\n      - { zh: 夏, en: Summer, from: 2026-08-17 }',
    )
    expect(told(readCalendarImport(text, 'mine.yaml', present()))).toContain('calendars/cn-west.yaml:25 calendar-day-twice')
  })
})

describe('versions of calendars', () => {
  it.each([
    ['2026.2', '2026.1', true],
    ['2026.10', '2026.9', true],
    ['2027.1', '2026.12', true],
    ['2026.1.1', '2026.1', true],
    ['2026.1', '2026.1', false],
    ['2026.01', '2026.1', false],
    ['2026.1', '2026.1.1', false],
    ['2025.9', '2026.1', false],
  ])('%s after %s: %s', (version, than, newer) => {
    expect(isNewerVersion(version, than)).toBe(newer)
  })
})
