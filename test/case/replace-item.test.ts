import { describe, expect, it } from '@jest/globals'
import { rowsOf } from '../../domain/case/index.ts'
import type { ItemLimits } from '../../domain/routing/item.ts'
import { beijing, headOf, itemOf, shown, supervisorOf } from './builders.ts'
import { atSchooling, days, fromAcceptance, limited, replace, SCHOOLING, version2 } from './newer-item.ts'
import { filed, type Office } from './office.ts'

const HEAD = headOf('dist-lake.education.schooling')
const SUPERVISOR = supervisorOf('dist-lake')

function dates(office: Office): readonly (string | null)[] {
  return [office.clock('stage'), office.clock('promised'), office.clock('legal')].map((clock) => shown(clock.dueAt))
}

describe('a newer version of the item', () => {
  it('with longer limits puts every date later, counted from where the clock began', () => {
    const office = atSchooling()
    expect(replace(office, '2026-03-03 10:00', limited(10, 12, 22))).toEqual(['ItemReplaced', 'ClockMoved', 'ClockMoved', 'ClockMoved'])
    expect(dates(office)).toEqual(['2026-03-16 17:30', '2026-03-18 17:30', '2026-04-01 17:30'])
    expect(office.last('ClockMoved').data).toMatchObject({
      change: { kind: 'limit', item: 'child-schooling', version: 2, budget: { amount: 10, unit: 'working-days' } },
      dueBefore: beijing('2026-03-12 17:30'),
    })
    expect(rowsOf(office.state).appeal).toMatchObject({ item: 'child-schooling', itemVersion: 2, stageDueAt: beijing('2026-03-16 17:30') })
  })

  it('with shorter limits brings every date forward', () => {
    const office = atSchooling()
    replace(office, '2026-03-03 10:00', limited(6, 8, 15))
    expect(dates(office)).toEqual(['2026-03-10 17:30', '2026-03-12 17:30', '2026-03-23 17:30'])
  })

  it('with the same limits and rungs moves no clock', () => {
    const office = atSchooling()
    expect(replace(office, '2026-03-03 10:00', version2({ item: { name: { zh: '子女入学', en: 'Schooling' } } }))).toEqual(['ItemReplaced'])
    expect(dates(office)).toEqual(['2026-03-12 17:30', '2026-03-16 17:30', '2026-03-30 17:30'])
  })

  it('gives the next stage its limits too', () => {
    const item = itemOf('child-schooling')
    const stages = item.stages.map((stage) => (stage.code === 'confirmation' ? { ...stage, workingLimit: days(4) } : stage))
    const office = atSchooling()
    replace(office, '2026-03-03 10:00', version2({ item: { stages } }))
    office.complete('2026-03-03 11:00', 'matched')
    expect(shown(office.clock('stage').dueAt)).toBe('2026-03-09 17:30')
  })

  it('counts for a clock that stands still when it runs on', () => {
    const office = atSchooling()
    office.give('2026-03-03 10:00', SCHOOLING, 'PauseTask', {
      ...office.onLead,
      reason: 'awaiting-expert-decision',
      until: beijing('2026-03-20 17:30'),
      note: null,
    })
    replace(office, '2026-03-04 10:00', limited(10, 12, 22))
    expect(dates(office)).toEqual([null, null, '2026-04-01 17:30'])
    office.give('2026-03-05 10:00', SCHOOLING, 'ResumeTask', { ...office.onLead, note: null })
    expect(dates(office)).toEqual(['2026-03-18 17:30', '2026-03-20 17:30', '2026-04-01 17:30'])
  })

  it('that gives an overdue clock more time takes the red card back, and its rungs stand ahead again', () => {
    const office = atSchooling().until('2026-03-13 08:00')
    expect([office.clock('stage').card, shown(office.clock('stage').expiredAt)]).toEqual(['red', '2026-03-12 17:30'])
    replace(office, '2026-03-13 09:00', limited(10, 12, 22))
    expect(office.clock('stage')).toMatchObject({ card: null, expiredAt: null, dueAt: beijing('2026-03-16 17:30') })
    expect(office.last('CardWithdrawn').data).toMatchObject({ colour: 'red', left: null })
    office.until('2026-03-16 17:30')
    expect(office.all('ClockExpired').map(({ at }) => shown(at))).toEqual(['2026-03-12 17:30', '2026-03-16 17:30'])
  })

  it('can bring a date into the past: the latest rung fires alone, and the date has passed at once', () => {
    const office = atSchooling().until('2026-03-11 17:00')
    replace(office, '2026-03-11 17:00', limited(6, 10, 20))
    expect(office.clock('stage').rungs.map((rung) => [rung.code, rung.state, rung.because])).toEqual([
      ['unclaimed', 'cancelled', 'condition-not-met'],
      ['stage-yellow', 'cancelled', 'later-rung-fired'],
      ['stage-red', 'fired', null],
      ['stage-raise', 'armed', null],
    ])
    office.until('2026-03-11 17:00')
    expect(office.last('ClockExpired')).toMatchObject({ at: beijing('2026-03-11 17:00'), data: { dueAt: beijing('2026-03-10 17:30') } })
  })

  it('that brings a date to the close of the same day lets it pass then', () => {
    const office = atSchooling().until('2026-03-11 17:00')
    replace(office, '2026-03-11 17:00', limited(7, 10, 20))
    office.until('2026-03-11 17:29')
    expect(office.all('ClockExpired')).toEqual([])
    office.until('2026-03-11 17:30')
    expect(office.last('ClockExpired')).toMatchObject({ at: beijing('2026-03-11 17:30'), data: { dueAt: beijing('2026-03-11 17:30') } })
  })
})

describe('a legal limit', () => {
  it('that the newer version has not stops its clock, and the others run on', () => {
    const office = atSchooling()
    expect(replace(office, '2026-03-03 10:00', version2({ limits: { legal: null } }))).toEqual(['ItemReplaced', 'ClockStopped'])
    expect(office.clock('legal')).toMatchObject({ stoppedBecause: 'superseded', stoppedAt: beijing('2026-03-03 10:00') })
    expect(rowsOf(office.state).appeal).toMatchObject({ legalDueAt: null, promisedDueAt: beijing('2026-03-16 17:30') })
  })

  it('that is new counts from acceptance, with the hearing since left out', () => {
    const office = atSchooling({ ...version2({ limits: { legal: null } }), version: 1 })
    office.give('2026-03-03 10:00', SCHOOLING, 'PauseTask', {
      ...office.onLead,
      reason: 'hearing',
      until: beijing('2026-03-20 17:30'),
      note: null,
    })
    office.give('2026-03-04 10:00', SCHOOLING, 'ResumeTask', { ...office.onLead, note: null })
    replace(office, '2026-03-05 10:00', version2({}))
    expect(office.clock('legal').facts.startedAt).toBe(beijing('2026-03-02 10:00'))
    expect(shown(office.clock('legal').dueAt)).toBe('2026-03-31 17:30')
  })

  it('that is new takes in what the promised limit has been granted in the same unit', () => {
    const extended = (legal: ItemLimits['legal']) => {
      const office = atSchooling({ ...version2({ limits: { legal: null } }), version: 1 })
      office.give('2026-03-03 10:00', SCHOOLING, 'RequestExtension', { ...office.onLead, amount: 2, reason: 'complex-matter', note: null })
      office.give('2026-03-03 11:00', HEAD, 'DecideExtension', { requestId: 'x1', granted: true, note: null })
      replace(office, '2026-03-04 10:00', version2({ limits: { legal } }))
      return shown(office.clock('legal').dueAt)
    }
    expect(extended(fromAcceptance(20))).toBe('2026-04-01 17:30')
    expect(extended({ amount: 28, unit: 'calendar-days', startsAt: 'acceptance' })).toBe('2026-03-30 17:30')
  })

  it('that is new waits for the acceptance where the appeal is not accepted yet', () => {
    const office = filed({ item: { ...version2({ limits: { legal: null } }), version: 1 } })
    replace(office, '2026-03-02 10:00', version2({}))
    expect(() => office.clock('legal')).toThrow('no legal clock')
    office.complete('2026-03-03 10:00', 'accept')
    expect(shown(office.clock('legal').dueAt)).toBe('2026-03-31 17:30')
  })

  it('that is new counts from the reopening of an appeal that was reopened', () => {
    const office = atSchooling({ ...version2({ limits: { legal: null } }), version: 1 })
    office.give('2026-03-05 10:00', SUPERVISOR, 'CloseByOrder', { result: 'explained', reply: null, officeInCharge: null })
    office.give('2026-03-09 10:00', SUPERVISOR, 'ReopenAppeal', { reason: null })
    replace(office, '2026-03-10 10:00', version2({}))
    expect(shown(office.clock('legal').facts.startedAt)).toBe('2026-03-09 10:00')
  })

  it('of a closed appeal stays away: only aftercare takes the new limit', () => {
    const office = atSchooling()
    office.give('2026-03-05 10:00', SUPERVISOR, 'CloseByOrder', { result: 'explained', reply: null, officeInCharge: null })
    expect(shown(office.clock('aftercare').dueAt)).toBe('2026-03-19 17:30')
    expect(replace(office, '2026-03-06 10:00', version2({ limits: { aftercare: days(5) } }))).toEqual(['ItemReplaced', 'ClockMoved'])
    expect(shown(office.clock('aftercare').dueAt)).toBe('2026-03-12 17:30')
  })
})
