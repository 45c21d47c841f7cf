import { describe, expect, it } from '@jest/globals'
import type { Calendar } from '../../domain/clocks/types.ts'
import { SYSTEM } from '../../domain/people/actor.ts'
import { anAppeal, beijing, catalog, clerkOf, EXPERT, shown } from './builders.ts'
import { filed, Office } from './office.ts'

const SCHOOLING = clerkOf('dist-lake.education.schooling')

function cn(change: Partial<Calendar>): Calendar {
  const calendar = catalog.calendars.get('cn')
  if (!calendar) throw new Error('no calendar cn')
  return { ...calendar, version: '2026.2', ...change }
}

const DAY_OFF = { zh: '临时放假', en: 'day off' }
const WITH_DAY_OFF = cn({ holidays: { ...cn({}).holidays, '2026-03-10': DAY_OFF } })

/** Accepted on Monday 2 March at 10:00: stage due on the 12th, promised on the 16th, legal on the 30th. */
function atSchooling(): Office {
  const office = filed().complete('2026-03-02 10:00', 'accept')
  office.give('2026-03-02 11:00', SCHOOLING, 'ClaimTask', office.onLead)
  return office
}

function dates(office: Office): readonly (string | null)[] {
  return [office.clock('stage'), office.clock('promised'), office.clock('legal')].map((clock) => shown(clock.dueAt))
}

describe('a newer calendar', () => {
  it('with one more holiday puts every date behind it one working day later', () => {
    const office = atSchooling()
    office.give('2026-03-03 10:00', SYSTEM, 'ReplaceCalendar', { calendar: WITH_DAY_OFF })
    expect(dates(office)).toEqual(['2026-03-13 17:30', '2026-03-17 17:30', '2026-03-31 17:30'])
    expect(office.all('ClockMoved').at(-1)?.data).toMatchObject({ change: { kind: 'calendar', calendar: 'cn', version: '2026.2' } })
  })

  it('is taken once, and moves nothing whose dates stay as they are', () => {
    const office = atSchooling()
    expect(
      office
        .give('2026-03-12 09:00', SYSTEM, 'ReplaceCalendar', { calendar: cn({ holidays: { ...cn({}).holidays, '2026-03-25': DAY_OFF } }) })
        .map((event) => event.type),
    ).toEqual(['CalendarReplaced', 'ClockMoved'])
    expect(dates(office)).toEqual(['2026-03-12 17:30', '2026-03-16 17:30', '2026-03-31 17:30'])
    expect(office.give('2026-03-12 10:00', SYSTEM, 'ReplaceCalendar', { calendar: cn({}) })).toEqual([])
  })

  it('of another place is refused', () => {
    const office = atSchooling()
    expect(office.refusal('2026-03-03 10:00', SYSTEM, 'ReplaceCalendar', { calendar: cn({ id: 'mars' }) })).toBe('calendar-unknown')
  })

  it('counts for a clock that stands still when it runs on', () => {
    const office = atSchooling()
    office.give('2026-03-03 10:00', SCHOOLING, 'PauseTask', {
      ...office.onLead,
      reason: 'awaiting-expert-decision',
      until: beijing('2026-03-20 17:30'),
      note: null,
    })
    office.give('2026-03-04 10:00', SYSTEM, 'ReplaceCalendar', { calendar: WITH_DAY_OFF })
    expect(dates(office)).toEqual([null, null, '2026-03-31 17:30'])
    office.give('2026-03-05 10:00', SCHOOLING, 'ResumeTask', { ...office.onLead, note: null })
    expect(dates(office)).toEqual(['2026-03-17 17:30', '2026-03-19 17:30', '2026-03-31 17:30'])
  })

  it('with one working day more can bring a date into the past: the latest rung fires alone, and the date has passed at once', () => {
    const office = atSchooling()
    const saturday = {
      name: { zh: '调休', en: 'make-up day' },
      periods: [
        { from: 540, to: 720 },
        { from: 810, to: 1050 },
      ],
    }
    office.until('2026-03-11 17:00')
    office.give('2026-03-11 17:00', SYSTEM, 'ReplaceCalendar', {
      calendar: cn({ makeUpDays: { ...cn({}).makeUpDays, '2026-03-07': saturday, '2026-03-08': saturday } }),
    })
    expect(dates(office)).toEqual(['2026-03-10 17:30', '2026-03-12 17:30', '2026-03-26 17:30'])
    expect(office.clock('stage').rungs.map((rung) => [rung.code, rung.state, rung.because])).toEqual([
      ['unclaimed', 'cancelled', 'condition-not-met'],
      ['stage-yellow', 'cancelled', 'later-rung-fired'],
      ['stage-red', 'fired', null],
      ['stage-raise', 'armed', null],
    ])
    office.until('2026-03-11 17:00')
    expect(office.last('ClockExpired')).toMatchObject({ at: beijing('2026-03-11 17:00'), data: { dueAt: beijing('2026-03-10 17:30') } })
  })

  it('that gives an overdue clock a day more takes its red card back, and lets the date pass anew', () => {
    const office = atSchooling().until('2026-03-12 18:00')
    expect([office.clock('stage').card, shown(office.clock('stage').expiredAt)]).toEqual(['red', '2026-03-12 17:30'])
    office.give('2026-03-12 19:00', SYSTEM, 'ReplaceCalendar', { calendar: WITH_DAY_OFF })
    expect(office.clock('stage')).toMatchObject({ card: 'yellow', expiredAt: null, dueAt: beijing('2026-03-13 17:30') })
    expect(office.last('CardWithdrawn').data).toMatchObject({ colour: 'red', left: 'yellow' })
    office.until('2026-03-13 17:30')
    expect(office.all('ClockExpired').map(({ at }) => shown(at))).toEqual(['2026-03-12 17:30', '2026-03-13 17:30'])
    expect(office.clock('stage').card).toBe('red')
  })

  it('that gives an overdue clock a day that is over as well leaves it overdue', () => {
    const office = atSchooling().until('2026-03-13 18:00')
    office.give('2026-03-13 19:00', SYSTEM, 'ReplaceCalendar', { calendar: WITH_DAY_OFF })
    expect(office.clock('stage')).toMatchObject({ card: 'red', dueAt: beijing('2026-03-13 17:30'), expiredAt: beijing('2026-03-12 17:30') })
    office.until('2026-03-13 19:00')
    expect(office.all('ClockExpired')).toHaveLength(1)
  })

  it('of a year that was not announced makes a provisional date certain, also where it stays', () => {
    const year = cn({ version: '2026.1', covers: { ...cn({}).covers, to: '2026-03-20' } })
    const office = new Office({ ...anAppeal(), calendars: { ...anAppeal().calendars, cn: year } })
    office.give('2026-03-02 09:00', EXPERT, 'FileAppeal', {})
    office.complete('2026-03-02 10:00', 'accept')
    expect([office.clock('promised').provisional, office.clock('legal').provisional]).toEqual([false, true])
    expect(office.give('2026-03-03 10:00', SYSTEM, 'ReplaceCalendar', { calendar: cn({}) }).map((event) => event.type)).toEqual([
      'CalendarReplaced',
      'ClockMoved',
    ])
    expect(office.clock('legal')).toMatchObject({ provisional: false, dueAt: beijing('2026-03-30 17:30') })
    expect(office.lastNotices).toEqual([])
  })

  it('moves the bound of a pause with the time that the expert has to answer', () => {
    const office = atSchooling()
    office.give('2026-03-03 10:00', SCHOOLING, 'AskExpert', { ...office.onLead, question: { id: 'q', hash: 'sha256' } })
    expect(shown(office.state.pauses['p1']?.until)).toBe('2026-03-11 00:00')
    office.give('2026-03-04 10:00', SYSTEM, 'ReplaceCalendar', { calendar: WITH_DAY_OFF })
    expect(shown(office.clock('answer').dueAt)).toBe('2026-03-12 00:00')
    expect(shown(office.state.pauses['p1']?.until)).toBe('2026-03-12 00:00')
    expect(office.lastNotices.map(({ kind, params }) => [kind, params.moved?.clock])).toEqual([['due-moved', 'answer']])
  })
})
