import { readFileSync } from 'node:fs'
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { readCalendars, readCalendarText } from '../../catalog/loader/calendars.ts'
import { problemLine } from '../../catalog/loader/problem.ts'
import { catalogCalendar } from './ledgers.ts'

const SMALL = `id: tiny
version: "1"
name: { zh: 小, en: tiny }
offset: "+08:00"
covers: { from: 2025-01-01, to: 2026-12-31 }
weekly:
  monday: { working: true, open: [09:00-12:00, 13:30-17:30] }
  tuesday: { working: true, open: [09:00-12:00] }
  wednesday: { working: true, open: [09:00-12:00] }
  thursday: { working: true, open: [09:00-12:00] }
  friday: { working: true, open: [09:00-12:00] }
  saturday: { working: false, open: [] }
  sunday: { working: false, open: [] }
makeUpOpen: [09:00-12:00]
years:
  - year: 2025
    notice: { title: 通知, number: 一号, issued: 2024-11-12 }
    holidays:
      - { zh: 节, en: feast, from: 2025-05-01, to: 2025-05-05, makeUp: [2025-04-27] }
  - year: 2026
    notice: { title: 通知, number: 二号, issued: 2025-11-04 }
    holidays: []
`

/** The rules broken by the small calendar with one piece of its text replaced, as 'line rule'. */
function broken(from: string, to: string, file = 'calendars/tiny.yaml'): string[] {
  expect(SMALL).toContain(from)
  return readCalendarText(SMALL.replace(from, to), file, new Map([['cn', catalogCalendar('cn')]])).problems.map(
    (problem) => `${problem.line} ${problem.rule}`,
  )
}

describe('a calendar file is refused with line and rule', () => {
  it('but not when it is right', () => {
    const read = readCalendarText(SMALL, 'calendars/tiny.yaml', new Map())
    expect(read.problems).toEqual([])
    expect(read.calendar?.holidays['2025-05-05']).toEqual({ zh: '节', en: 'feast' })
    expect(read.calendar?.makeUpDays['2025-04-27']).toEqual({
      name: { zh: '节调休', en: 'make-up day of feast' },
      periods: [{ from: 540, to: 720 }],
    })
  })

  it.each([
    ['its id is not its file’s name', 'id: tiny', 'id: other', ['1 calendar-id']],
    ['the offset is none', '"+08:00"', '"8"', ['4 calendar-offset']],
    ['the offset is missing', 'offset: "+08:00"\n', '', ['1 calendar-base-missing']],
    ['the range begins within a year', 'covers: { from: 2025-01-01', 'covers: { from: 2025-01-02', ['5 calendar-range']],
    ['the range ends within a year', 'to: 2026-12-31', 'to: 2026-12-30', ['5 calendar-range']],
    ['the range is the wrong way round', 'from: 2025-01-01, to: 2026-12-31', 'from: 2026-01-01, to: 2025-12-31', ['5 calendar-backwards']],
    ['a weekday is missing', '  sunday: { working: false, open: [] }\n', '', ['6 calendar-base-missing']],
    ['periods overlap', '[09:00-12:00, 13:30-17:30]', '[09:00-12:00, 11:30-17:30]', ['7 calendar-overlap']],
    ['periods are in the wrong order', '[09:00-12:00, 13:30-17:30]', '[13:30-17:30, 09:00-12:00]', ['7 calendar-overlap']],
    ['a period ends before it begins', '13:30-17:30', '17:30-13:30', ['7 calendar-period']],
    ['a period has 61 minutes', '13:30-17:30', '13:61-17:30', ['7 calendar-period']],
    [
      'a year has no notice',
      '  - year: 2026\n    notice: { title: 通知, number: 二号, issued: 2025-11-04 }\n    holidays: []\n',
      '',
      ['15 calendar-notice-missing'],
    ],
    ['a year is given twice', 'year: 2026', 'year: 2025', ['20 calendar-year-twice', '15 calendar-notice-missing']],
    ['a date is none', 'from: 2025-05-01', 'from: 2025-02-30', ['19 calendar-date']],
    ['a holiday ends before it begins', 'to: 2025-05-05', 'to: 2025-04-30', ['19 calendar-backwards']],
    [
      'a holiday is in another year than its notice',
      'from: 2025-05-01, to: 2025-05-05',
      'from: 2026-05-01, to: 2026-05-02',
      ['19 calendar-wrong-year', '19 calendar-wrong-year'],
    ],
    ['a make-up day is outside the range', '[2025-04-27]', '[2024-12-29]', ['19 calendar-outside']],
    ['a make-up day is a working day anyway', '[2025-04-27]', '[2025-04-28]', ['19 calendar-make-up-on-working-day']],
    ['a make-up day is given twice', '[2025-04-27]', '[2025-04-27, 2025-04-27]', ['19 calendar-day-twice']],
    ['a day is both holiday and make-up day', '[2025-04-27]', '[2025-05-04]', ['19 calendar-holiday-and-make-up']],
    ['a make-up day has no hours', 'makeUpOpen: [09:00-12:00]\n', '', ['18 calendar-make-up-hours']],
    [
      'a holiday is given twice',
      '    holidays: []',
      '    holidays: [{ zh: 节, en: feast, from: 2026-05-01 }, { zh: 节, en: feast, from: 2026-05-01 }]',
      ['22 calendar-day-twice'],
    ],
    ['the base does not exist', 'version: "1"', 'version: "1"\nextends: nowhere', ['3 calendar-unknown-base']],
    ['a text is missing in English', '{ zh: 小, en: tiny }', '{ zh: 小 }', ['3 missing-text']],
    ['a key is unknown', 'version: "1"', 'version: "1"\nholydays: []', ['3 unknown-key']],
  ])('%s', (_title, from, to, expected) => {
    expect(broken(from, to)).toEqual(expected)
  })

  it('a week without any working day is never open', () => {
    const closed = SMALL.replaceAll('working: true', 'working: false')
    expect(readCalendarText(closed, 'calendars/tiny.yaml', new Map()).problems.map((problem) => problem.rule)).toContain(
      'calendar-never-open',
    )
  })

  it('a year missing between two others is a gap', () => {
    const gap = SMALL.replace('to: 2026-12-31', 'to: 2027-12-31').replace('year: 2026', 'year: 2027').replaceAll('2026-', '2027-')
    expect(readCalendarText(gap, 'calendars/tiny.yaml', new Map()).problems.map((problem) => problemLine(problem))).toEqual([
      'calendars/tiny.yaml:15 years [calendar-gap] 覆盖范围中断：缺少 2026 年 / the range has a gap: the year 2026 is missing',
    ])
  })

  it('a city’s holiday on a national make-up day contradicts it', () => {
    const west = readFileSync(join(import.meta.dirname, '../../catalog/calendars/cn-west.yaml'), 'utf8').replace(
      'from: 2025-08-18',
      'from: 2025-09-28',
    )
    const read = readCalendarText(west, 'calendars/cn-west.yaml', new Map([['cn', catalogCalendar('cn')]]))
    expect(read.problems.map((problem) => `${problem.line} ${problem.rule}`)).toEqual(['19 calendar-holiday-and-make-up'])
  })

  it('a folder is read whole: the good ones stand, the bad ones are told, a chain of bases is none', () => {
    const dir = mkdtempSync(join(tmpdir(), 'calendars-'))
    try {
      mkdirSync(join(dir, 'calendars'))
      expect(readCalendars(dir).problems.map((problem) => problem.rule)).toEqual(['calendar-none'])
      writeFileSync(join(dir, 'calendars', 'a-city.yaml'), 'id: a-city\nextends: tiny\nversion: "1"\nname: { zh: 市, en: city }\n')
      writeFileSync(join(dir, 'calendars', 'b-chain.yaml'), 'id: b-chain\nextends: a-city\nversion: "1"\nname: { zh: 链, en: chain }\n')
      writeFileSync(join(dir, 'calendars', 'tiny.yaml'), SMALL)
      const read = readCalendars(dir)
      expect([...read.calendars.keys()]).toEqual(['tiny', 'a-city'])
      expect(read.problems.map(problemLine)).toEqual([
        'calendars/b-chain.yaml:2 extends [calendar-unknown-base] 没有可供继承的日历“a-city” / there is no calendar "a-city" to extend',
      ])
      expect(read.calendars.get('a-city')?.version).toBe('1+1')
    } finally {
      rmSync(dir, { recursive: true })
    }
  })
})
