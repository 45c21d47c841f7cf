import { describe, expect, it } from '@jest/globals'
import { SYSTEM } from '../../domain/people/actor.ts'
import { beijing, catalog, clerkOf, headOf, shown, text } from '../case/builders.ts'
import { filed } from '../case/office.ts'
import { atSchooling, dues, only, RECEPTION, SCHOOLING, written } from './letters.ts'

describe('a date that moves', () => {
  it('by a pause is told as a pause, with its reason, its end at the latest and no date', () => {
    const office = atSchooling()
    office.give('2026-03-04 10:00', clerkOf(SCHOOLING), 'PauseTask', {
      ...office.onLead,
      reason: 'hearing',
      until: beijing('2026-03-20 17:30'),
      note: null,
    })
    expect(written(office)).toEqual(['paused to the expert'])
    expect(only(office, 'paused').params.reason).toEqual({ zh: '听证', en: 'hearing' })
    expect(shown(only(office, 'paused').params.until)).toBe('2026-03-20 17:30')
    expect(dues(only(office, 'paused'))).toEqual({ legal: null, promised: null, stage: null })
  })

  it('because work goes on is told once for all clocks: the promised date, old, new and why', () => {
    const office = atSchooling()
    office.give('2026-03-04 10:00', clerkOf(SCHOOLING), 'PauseTask', {
      ...office.onLead,
      reason: 'hearing',
      until: beijing('2026-03-06 10:00'),
      note: null,
    })
    office.until('2026-03-06 10:00')
    expect(written(office)).toEqual(['due-moved to the expert'])
    const { moved } = only(office, 'due-moved').params
    expect([moved?.clock, shown(moved?.from), shown(moved?.to), moved?.why.en]).toEqual([
      'promised',
      '2026-03-16 17:30',
      '2026-03-18 17:30',
      'hearing',
    ])
  })

  it('not at all, since the pause was short, is no move: only that work goes on', () => {
    const office = atSchooling()
    office.give('2026-03-04 10:00', clerkOf(SCHOOLING), 'PauseTask', {
      ...office.onLead,
      reason: 'hearing',
      until: beijing('2026-03-04 16:00'),
      note: null,
    })
    office.until('2026-03-04 16:00')
    expect(written(office)).toEqual(['resumed to the expert'])
    expect(only(office, 'resumed').params.reason?.en).toBe('the time for waiting is over')
  })

  it('by an extension is told to the expert with its reason and to who asked for it', () => {
    const office = atSchooling()
    office.give('2026-03-04 10:00', clerkOf(SCHOOLING), 'RequestExtension', {
      ...office.onLead,
      amount: 5,
      reason: 'complex-matter',
      note: text('why'),
    })
    expect(written(office)).toEqual([`extension-asked to department-head of ${SCHOOLING}`])
    expect(dues(only(office, 'extension-asked'))['extension-decision']).toBe('2026-03-06 17:30')
    office.give('2026-03-05 10:00', headOf(SCHOOLING), 'DecideExtension', { requestId: 'x1', granted: true, note: null })
    expect(written(office)).toEqual([`extension-decided to clerk of ${SCHOOLING}`, 'due-moved to the expert'])
    const { moved } = only(office, 'due-moved').params
    expect([shown(moved?.from), shown(moved?.to), moved?.why.en]).toEqual(['2026-03-16 17:30', '2026-03-23 17:30', 'complex matter'])
  })

  it('before acceptance is that of the stage, which the expert was told at receipt', () => {
    const office = filed()
    office.give('2026-03-03 10:00', office.clerk, 'RequestExtension', { ...office.onLead, amount: 3, reason: 'complex-matter', note: null })
    office.give('2026-03-04 10:00', headOf(RECEPTION), 'DecideExtension', { requestId: 'x1', granted: true, note: null })
    expect(written(office)).toEqual([`extension-decided to clerk of ${RECEPTION}`, 'due-moved to the expert'])
    const { moved } = only(office, 'due-moved').params
    expect([moved?.clock, shown(moved?.from), shown(moved?.to), moved?.why.en]).toEqual([
      'stage',
      '2026-03-09 17:30',
      '2026-03-12 17:30',
      'complex matter',
    ])
  })

  it('by a refused or forgotten extension is none: who asked hears of the refusal, nobody of the forgotten one', () => {
    const office = atSchooling()
    office.give('2026-03-04 10:00', clerkOf(SCHOOLING), 'RequestExtension', {
      ...office.onLead,
      amount: 5,
      reason: 'complex-matter',
      note: null,
    })
    office.give('2026-03-05 10:00', headOf(SCHOOLING), 'DecideExtension', { requestId: 'x1', granted: false, note: null })
    expect(written(office)).toEqual([`extension-decided to clerk of ${SCHOOLING}`])
    office.give('2026-03-05 11:00', clerkOf(SCHOOLING), 'RequestExtension', {
      ...office.onLead,
      amount: 5,
      reason: 'complex-matter',
      note: null,
    })
    office.complete('2026-03-05 12:00', 'matched')
    expect(written(office)).toEqual([`dispatched to clerk of ${RECEPTION}`, 'handed to the expert'])
  })

  it('by an extension while the appeal waits is told although the date is not known yet', () => {
    const office = atSchooling()
    office.give('2026-03-04 10:00', clerkOf(SCHOOLING), 'RequestExtension', {
      ...office.onLead,
      amount: 5,
      reason: 'complex-matter',
      note: null,
    })
    office.give('2026-03-04 11:00', clerkOf(SCHOOLING), 'PauseTask', {
      ...office.onLead,
      reason: 'awaiting-expert-decision',
      until: beijing('2026-03-20 17:30'),
      note: null,
    })
    office.give('2026-03-05 10:00', headOf(SCHOOLING), 'DecideExtension', { requestId: 'x1', granted: true, note: null })
    expect(only(office, 'due-moved').params.moved).toMatchObject({ clock: 'promised', to: null })
  })

  it('by a newer calendar is told once', () => {
    const office = atSchooling()
    const calendar = catalog.calendars.get('cn')
    if (!calendar) throw new Error('no calendar')
    office.give('2026-03-03 10:00', SYSTEM, 'ReplaceCalendar', {
      calendar: { ...calendar, version: '2', holidays: { ...calendar.holidays, '2026-03-10': { zh: '放假', en: 'day off' } } },
    })
    expect(written(office)).toEqual(['due-moved to the expert'])
    expect(shown(only(office, 'due-moved').params.moved?.to)).toBe('2026-03-17 17:30')
  })

  it('from one day that has passed to another is not told: the lateness was', () => {
    const office = atSchooling()
    office.until('2026-03-25 10:00')
    const calendar = catalog.calendars.get('cn')
    if (!calendar) throw new Error('no calendar')
    const holidays = { ...calendar.holidays, '2026-03-10': { zh: '放假', en: 'day off' } }
    const before = office.clock('promised')
    office.give('2026-03-25 10:00', SYSTEM, 'ReplaceCalendar', { calendar: { ...calendar, version: '2', holidays } })
    expect([shown(before.dueAt), shown(office.clock('promised').dueAt)]).toEqual(['2026-03-16 17:30', '2026-03-17 17:30'])
    expect(office.lastNotices.filter((notice) => notice.kind === 'due-moved' && notice.params.moved?.clock === 'promised')).toEqual([])
  })
})
