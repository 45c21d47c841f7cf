import { describe, expect, it } from '@jest/globals'
import { planNotices } from '../../domain/notices/plan.ts'
import { liaisonOf, shown } from '../case/builders.ts'
import { filed } from '../case/office.ts'
import { atSchooling, only } from './letters.ts'

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
