import { describe, expect, it } from '@jest/globals'
import { itemOf, LEADER, shown } from '../case/builders.ts'
import { filed } from '../case/office.ts'
import { atSchooling, dues, named, only, RECEPTION, SCHOOLING, written } from './letters.ts'

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
