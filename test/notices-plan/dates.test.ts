import { describe, expect, it } from '@jest/globals'
import { planNotices } from '../../domain/notices/plan.ts'
import { SYSTEM } from '../../domain/people/actor.ts'
import { beijing, catalog, clerkOf, headOf, itemOf, LEADER, liaisonOf, shown, text } from '../case/builders.ts'
import { filed } from '../case/office.ts'
import { atSchooling, dues, named, only, RECEPTION, SCHOOLING, written } from './letters.ts'

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
})

describe('a date that is near or has passed', () => {
  it('is told to the expert before asking, and to the clerk who works on it', () => {
    const office = atSchooling().until('2026-03-11 17:30')
    expect(written(office)).toEqual([
      `rung-fired to clerk of ${SCHOOLING}`,
      `rung-fired to window-lead of ${SCHOOLING}`,
      'due-soon to the expert',
    ])
    expect(only(office, 'due-soon').params.rung).toMatchObject({ code: 'stage-yellow', colour: 'yellow' })
  })

  it('of a stage is an affair of the offices', () => {
    const office = atSchooling().until('2026-03-12 17:30')
    const red = office.lastNotices.filter((notice) => notice.params.rung?.code === 'stage-red').map((notice) => named(notice.recipient))
    expect(red).toEqual([`clerk of ${SCHOOLING}`, `window-lead of ${SCHOOLING}`, `department-head of ${SCHOOLING}`])
  })

  it('of the promise brings an apology once, with the legal date as the new one', () => {
    const office = atSchooling().until('2026-03-16 17:30')
    expect(office.lastNotices.filter((notice) => notice.recipient.kind === 'expert').map((notice) => notice.kind)).toEqual(['late'])
    const { moved } = only(office, 'late').params
    expect([moved?.clock, shown(moved?.from), shown(moved?.to)]).toEqual(['promised', '2026-03-16 17:30', '2026-03-30 17:30'])
  })

  it('of the law brings an apology with the limit of the supervisor’s order as the new date, and reaches the personal contact', () => {
    const office = filed({ item: 'residence-permit', tier: 'B', liaison: 'liaison-1' })
    office.give('2026-03-02 09:10', office.clerk, 'ClaimTask', office.onLead)
    office.until('2026-03-17 17:30')
    const { moved } = only(office, 'late').params
    expect([moved?.clock, shown(moved?.to)]).toEqual(['legal', '2026-03-18 14:30'])
    expect(office.lastNotices.filter((notice) => notice.kind === 'rung-fired').map((notice) => named(notice.recipient))).toContain(LEADER)
  })

  it('of an item without a legal limit brings an apology with the limit of the urging order', () => {
    const item = itemOf('medical-care')
    const office = filed({ item: { ...item, ladder: [] }, tier: 'A' })
    office.until('2026-03-03 10:00')
    expect(written(office)).toEqual(['late to the expert', 'order-issued to window-lead of dist-lake.health.care'])
    expect(shown(only(office, 'late').params.moved?.to)).toBe('2026-03-04 17:30')
  })

  it('tells a window’s lead of the order that follows from a rung, not of the rung as well', () => {
    const office = filed().until('2026-03-02 14:30')
    expect(written(office)).toEqual([`rung-fired to department-head of ${RECEPTION}`, `order-issued to window-lead of ${RECEPTION}`])
  })

  it('reminds of promised papers without saying that the appeal ends', () => {
    const office = filed({ materials: { 'residence-proof': 'missing' }, liaison: 'liaison-1' })
    office.give('2026-03-03 10:00', office.clerk, 'AcceptProvisionally', { ...office.onLead, promised: ['residence-proof'], note: null })
    office.until('2026-03-05 17:30')
    const reminder = only(office, 'due-soon')
    expect(reminder.params.reason?.en).toBe('the papers you promised are still awaited')
    expect(dues(reminder)).not.toHaveProperty('cure')
  })
})

describe('mails to the offices', () => {
  it('go out in office hours, those of the window; the expert is written to at once', () => {
    const office = filed({}, '2026-03-06 20:00')
    expect(office.lastNotices.map((notice) => [notice.kind, shown(notice.notBefore)])).toEqual([
      ['received', '2026-03-06 20:00'],
      ['dispatched', '2026-03-09 09:00'],
    ])
    const west = filed({ station: 'dist-port' }, '2026-03-06 20:00')
    expect(west.lastNotices.map((notice) => shown(notice.notBefore))).toEqual(['2026-03-06 20:00', '2026-03-07 09:00'])
  })

  it('wait for the end of the noon break', () => {
    const office = filed({}, '2026-03-02 12:10')
    expect(shown(only(office, 'dispatched').notBefore)).toBe('2026-03-02 13:30')
  })
})

describe('a raise', () => {
  it('reaches the supervisor of the station, the next one the level above, up to the province', () => {
    const office = atSchooling().until('2026-03-31 17:30')
    const raised = office.notices
      .filter((notice) => notice.kind === 'rung-fired')
      .map((notice) => named(notice.recipient))
      .filter((name) => name.includes('supervisor'))
    expect(raised).toContain('station-supervisor of dist-lake')
    expect(raised).toContain('station-supervisor of city-east')
    expect(raised).toContain('province-supervisor')
  })
})

describe('the plan of a batch of commands', () => {
  it('is the same as that of its commands one by one', () => {
    const office = filed({ liaison: 'liaison-1' })
    office.give('2026-03-02 09:30', liaisonOf('dist-lake'), 'UrgeAppeal', { note: null })
    office.complete('2026-03-02 10:00', 'accept').complete('2026-03-02 11:00', 'matched')
    const [first] = office.steps
    if (!first) throw new Error('nothing happened')
    expect(planNotices(first.before, office.events)).toEqual(office.notices)
  })

  it('says nothing personal: no name, no address, no answer of the form', () => {
    const office = atSchooling().until('2026-03-31 17:30')
    const keys = new Set(office.notices.flatMap((notice) => Object.keys(notice.params)))
    expect([...keys].sort()).toEqual([
      'dues',
      'item',
      'materials',
      'moved',
      'number',
      'officeInChargeTextId',
      'outcome',
      'reason',
      'rung',
      'stage',
      'status',
      'textId',
      'window',
    ])
  })
})
