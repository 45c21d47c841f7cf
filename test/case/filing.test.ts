import { describe, expect, it } from '@jest/globals'
import type { ClockKind } from '../../domain/clocks/types.ts'
import { shown } from './builders.ts'
import { filed, type Office } from './office.ts'

function dates(office: Office): Partial<Record<ClockKind, string | null>> {
  return Object.fromEntries(Object.values(office.state.clocks).map((clock) => [clock.kind, shown(clock.dueAt)]))
}

describe('filing', () => {
  it('a school place asked for on Monday morning is signed for by 14:30 and accepted by the close of the next Monday', () => {
    const office = filed({ item: 'child-schooling' }, '2026-03-02 09:00')
    expect(dates(office)).toEqual({ acceptance: '2026-03-09 17:30', sign: '2026-03-02 14:30', stage: '2026-03-09 17:30' })
  })

  it('a residence permit counts its legal and promised days from receipt', () => {
    const office = filed({ item: 'residence-permit', tier: 'B' }, '2026-03-02 09:00')
    expect(dates(office)).toEqual({
      legal: '2026-03-17 17:30',
      promised: '2026-03-12 17:30',
      sign: '2026-03-02 11:00',
      stage: '2026-03-04 17:30',
    })
  })

  it('medical care counts hours, and no law sets it a limit', () => {
    const office = filed({ item: 'medical-care', tier: 'A' }, '2026-03-02 09:00')
    expect(dates(office)).toEqual({ promised: '2026-03-03 10:00', sign: '2026-03-02 09:30', stage: '2026-03-02 11:00' })
  })

  it('the better the talent card, the earlier the promised date', () => {
    const promised = (tier: 'A' | 'B' | 'C') => dates(filed({ item: 'residence-permit', tier }, '2026-03-02 09:00')).promised
    expect([promised('A'), promised('B'), promised('C')]).toEqual(['2026-03-09 17:30', '2026-03-12 17:30', '2026-03-16 17:30'])
  })

  it('before the Spring Festival the make-up Saturday counts and the nine days off do not', () => {
    const office = filed({ item: 'child-schooling' }, '2026-02-13 16:00')
    expect(dates(office)).toEqual({ acceptance: '2026-02-27 17:30', sign: '2026-02-14 11:30', stage: '2026-02-27 17:30' })
  })

  it('in the west the hall is open on Saturday morning, so hours run on although Saturday is no working day', () => {
    const office = filed({ item: 'child-schooling', station: 'dist-port' }, '2026-03-06 16:00')
    expect(dates(office)).toEqual({ acceptance: '2026-03-13 17:30', sign: '2026-03-07 11:30', stage: '2026-03-13 17:30' })
  })

  it('what is filed at night is received that day, and its hours begin when the office opens', () => {
    const office = filed({ item: 'medical-care', tier: 'A' }, '2026-03-02 23:59')
    expect(dates(office)).toEqual({ promised: '2026-03-04 10:00', sign: '2026-03-03 09:30', stage: '2026-03-03 11:00' })
  })

  it('a date in a year whose holidays are not announced is provisional', () => {
    const office = filed({ item: 'residence-permit' }, '2026-12-28 09:00')
    expect([office.clock('legal').provisional, office.clock('sign').provisional]).toEqual([true, false])
  })

  it('the first window of the route is accountable from the first moment, before anybody has signed', () => {
    const office = filed({ item: 'child-schooling', station: 'dist-hill' })
    expect(office.state.accountableWindow).toBe('dist-hill.general.reception')
    expect(office.lead).toMatchObject({ window: 'dist-hill.general.reception', status: 'dispatched', signedAt: null, version: 1 })
  })

  it('an item without an acceptance step is never accepted and waits for nobody to accept it', () => {
    const office = filed({ item: 'residence-permit' })
    expect(office.all('AppealAccepted')).toEqual([])
    expect(Object.values(office.state.clocks).map((clock) => clock.kind)).not.toContain('acceptance')
  })

  it('papers that were promised at filing are awaited from the start where there is no acceptance step', () => {
    const office = filed({ item: 'medical-care', materials: { 'talent-card': 'promised' } }, '2026-03-02 09:00')
    expect(shown(office.clock('cure').dueAt)).toBe('2026-03-03 10:00')
  })
})
