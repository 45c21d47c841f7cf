import { describe, expect, it } from '@jest/globals'
import { type TimeLedger, timeLedger } from '../../domain/case/time-ledger.ts'
import { SYSTEM } from '../../domain/people/actor.ts'
import { beijing, catalog, clerkOf, EXPERT, shown, supervisorOf, text, windowNamed } from './builders.ts'
import { filed, type Office } from './office.ts'

const RECEPTION = 'dist-lake.general.reception'
const SCHOOLING = 'dist-lake.education.schooling'

/** Office hours are 09:00-12:00 and 13:30-17:30, 420 minutes a working day. */
function ledger(office: Office, asOf: string): TimeLedger {
  return timeLedger(office.start, office.events, beijing(asOf))
}

/** 'kind window minutes' of each holder. */
function holders({ holders: held }: TimeLedger): readonly string[] {
  return held.map(({ holder, minutes }) => [holder.kind, holder.window, minutes].filter((part) => part !== null).join(' '))
}

/** 'from to kind minutes' of each span. */
function spans({ spans: held }: TimeLedger): readonly string[] {
  return held.map(({ from, to, holder, minutes }) => `${shown(from)} ${shown(to)} ${holder.kind} ${minutes}`)
}

/** A school place from filing on Monday at 09:00 to the close a week later, with each holder once at least. */
function aWholeWeek(): Office {
  const office = filed()
  office.give('2026-03-02 09:30', clerkOf(RECEPTION), 'SignTask', office.onLead)
  office.complete('2026-03-02 11:00', 'accept')
  const clerk = clerkOf(SCHOOLING)
  office.give('2026-03-03 10:00', clerk, 'ClaimTask', office.onLead)
  office.give('2026-03-03 14:30', clerk, 'AskExpert', { ...office.onLead, question: text('which school?') })
  office.give('2026-03-05 09:30', EXPERT, 'AnswerQuestion', { questionId: 'q1', answer: text('the near one') })
  office.give('2026-03-05 10:30', clerk, 'PauseTask', {
    ...office.onLead,
    reason: 'other-office-document',
    until: beijing('2026-03-20 17:30'),
    note: text('17'),
  })
  office.give('2026-03-06 10:30', clerk, 'ResumeTask', { ...office.onLead, note: null })
  office.give('2026-03-06 11:00', clerk, 'PauseTask', {
    ...office.onLead,
    reason: 'hearing',
    until: beijing('2026-03-20 17:30'),
    note: null,
  })
  office.give('2026-03-09 09:00', clerk, 'ResumeTask', { ...office.onLead, note: null })
  office.complete('2026-03-09 12:00', 'matched')
  return office.complete('2026-03-09 14:00', 'enrolled')
}

describe('the time ledger of an appeal', () => {
  it('gives the week to windows, signing, the expert, another office and a hearing, to the minute', () => {
    const office = aWholeWeek()
    expect(office.state.status).toBe('aftercare')
    const told = ledger(office, '2026-03-09 14:00')
    expect(holders(told)).toEqual([
      `unsigned ${RECEPTION} 60`,
      `window ${RECEPTION} 90`,
      `unsigned ${SCHOOLING} 360`,
      `window ${SCHOOLING} 450`,
      'expert 630',
      'third-party 420',
      'excluded-procedure 300',
    ])
    expect(told.totalMinutes).toBe(2310)
  })

  it('tells each span with its instants, one after the other', () => {
    expect(spans(ledger(aWholeWeek(), '2026-03-09 14:00'))).toEqual([
      '2026-03-02 09:00 2026-03-02 09:30 unsigned 30',
      '2026-03-02 09:30 2026-03-02 11:00 window 90',
      '2026-03-02 11:00 2026-03-03 10:00 unsigned 360',
      '2026-03-03 10:00 2026-03-03 14:30 window 180',
      '2026-03-03 14:30 2026-03-05 09:30 expert 630',
      '2026-03-05 09:30 2026-03-05 10:30 window 60',
      '2026-03-05 10:30 2026-03-06 10:30 third-party 420',
      '2026-03-06 10:30 2026-03-06 11:00 window 30',
      '2026-03-06 11:00 2026-03-09 09:00 excluded-procedure 300',
      '2026-03-09 09:00 2026-03-09 12:00 window 180',
      '2026-03-09 12:00 2026-03-09 14:00 unsigned 30',
    ])
  })

  it('names the task and the reason of a pause', () => {
    const asked = ledger(aWholeWeek(), '2026-03-09 14:00').spans[4]
    expect([asked?.taskId?.slice(-3), asked?.reason]).toEqual(['-t2', 'awaiting-expert-decision'])
  })

  it('goes on until it is asked for, and leaves out what came later', () => {
    const office = aWholeWeek()
    expect(spans(ledger(office, '2026-03-02 10:15'))).toEqual([
      '2026-03-02 09:00 2026-03-02 09:30 unsigned 30',
      '2026-03-02 09:30 2026-03-02 10:15 window 45',
    ])
    expect(ledger(office, '2026-03-02 08:59')).toMatchObject({ totalMinutes: 0, spans: [], holders: [], periods: [] })
  })

  it('ends with the close, whatever comes in aftercare', () => {
    const office = aWholeWeek()
    office.give('2026-03-10 10:00', EXPERT, 'RateAppeal', { score: 5, note: null })
    const told = ledger(office, '2026-03-13 17:30')
    expect([told.totalMinutes, shown(told.spans.at(-1)?.to)]).toEqual([2310, '2026-03-09 14:00'])
  })

  it('goes on from a reopening, without the time in between', () => {
    const office = aWholeWeek()
    office.give('2026-03-11 10:00', supervisorOf('dist-lake'), 'ReopenAppeal', { reason: text('why') })
    const told = ledger(office, '2026-03-11 11:30')
    expect(told.periods.map(({ from, to, minutes }) => `${shown(from)} ${shown(to)} ${minutes}`)).toEqual([
      '2026-03-02 09:00 2026-03-09 14:00 2310',
      '2026-03-11 10:00 2026-03-11 11:30 90',
    ])
    expect([told.totalMinutes, holders(told)[0]]).toEqual([2400, `unsigned ${RECEPTION} 150`])
  })

  it('has the supervisor hold what awaits arbitration', () => {
    const office = filed()
    office.give('2026-03-02 11:00', clerkOf(RECEPTION), 'ReturnTask', {
      ...office.onLead,
      reason: 'not-our-duty',
      note: null,
      evidence: null,
    })
    office.give('2026-03-03 09:30', supervisorOf('dist-lake'), 'Arbitrate', {
      window: windowNamed('city-east.education.schooling'),
      note: null,
    })
    const told = ledger(office, '2026-03-03 10:00')
    expect(holders(told)).toEqual([`unsigned ${RECEPTION} 120`, 'supervisor 330', 'unsigned city-east.education.schooling 30'])
    expect(told.spans[1]?.taskId).toBeNull()
  })

  it('lets a referred task wait to be signed at its new window', () => {
    const office = filed()
    office.give('2026-03-02 10:00', clerkOf(RECEPTION), 'ReferTask', { ...office.onLead, window: windowNamed(SCHOOLING), note: null })
    office.give('2026-03-02 10:45', clerkOf(SCHOOLING), 'SignTask', office.onLead)
    expect(holders(ledger(office, '2026-03-02 11:00'))).toEqual([
      `unsigned ${RECEPTION} 60`,
      `unsigned ${SCHOOLING} 45`,
      `window ${SCHOOLING} 15`,
    ])
  })

  it('does not ask after co-handlers, who work beside the lead window', () => {
    const office = filed({ facts: { schoolStage: 'primary', hukou: 'none' } }).complete('2026-03-02 10:00', 'accept')
    office.give('2026-03-02 10:30', clerkOf(SCHOOLING), 'SignTask', office.onLead)
    expect(Object.values(office.state.tasks).some((task) => task.role === 'co-handler' && task.status === 'dispatched')).toBe(true)
    expect(holders(ledger(office, '2026-03-02 11:00'))).toEqual([
      `unsigned ${RECEPTION} 60`,
      `unsigned ${SCHOOLING} 30`,
      `window ${SCHOOLING} 30`,
    ])
  })

  it('splits a minute nowhere: spans that meet within one add up all the same', () => {
    const office = filed()
    office.give(beijing('2026-03-02 09:10') + 40_000, clerkOf(RECEPTION), 'SignTask', office.onLead)
    const told = ledger(office, '2026-03-02 09:20')
    expect(told.spans.map((span) => span.minutes)).toEqual([10, 10])
    expect(told.totalMinutes).toBe(20)
  })
})

describe('the calendar of the time ledger', () => {
  it('is that of the expert’s station: West City opens on Saturday mornings', () => {
    const office = filed({ station: 'city-west' }, '2026-03-06 17:00')
    const told = ledger(office, '2026-03-09 09:30')
    expect([told.calendar.id, told.totalMinutes]).toEqual(['cn-west', 240])
    expect(ledger(filed({}, '2026-03-06 17:00'), '2026-03-09 09:30').totalMinutes).toBe(60)
  })

  it('counts no minute on a holiday that was announced meanwhile', () => {
    const office = filed()
    const cn = catalog.calendars.get('cn')
    if (!cn) throw new Error('no calendar cn')
    office.give('2026-03-02 10:00', SYSTEM, 'ReplaceCalendar', {
      calendar: { ...cn, version: '2026.2', holidays: { ...cn.holidays, '2026-03-03': { zh: '临时放假', en: 'day off' } } },
    })
    expect(ledger(office, '2026-03-04 09:30').totalMinutes).toBe(450)
    expect(ledger(office, '2026-03-02 09:45').calendar.version).toBe(cn.version)
  })

  it('says that a year not announced is provisional', () => {
    const office = filed({}, '2026-12-31 16:00')
    expect(ledger(office, '2026-12-31 17:00').provisional).toBe(false)
    expect(ledger(office, '2027-01-05 17:00').provisional).toBe(true)
  })
})
