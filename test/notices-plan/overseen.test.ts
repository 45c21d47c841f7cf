import { describe, expect, it } from '@jest/globals'
import { beijing, clerkOf, headOf, shown } from '../case/builders.ts'
import type { Office } from '../case/office.ts'
import { atSchooling, named, only, SCHOOLING, written } from './letters.ts'

const clerk = clerkOf(SCHOOLING)

function pausedUntil(office: Office, from: string, to: string): Office {
  office.give(from, clerk, 'PauseTask', { ...office.onLead, reason: 'inspection', until: beijing('2026-03-20 17:30'), note: null })
  office.give(to, clerk, 'ResumeTask', { ...office.onLead, note: null })
  return office
}

describe('a pause that covers a close but less than an opening day', () => {
  it('is seen by the supervisor of the station, with its reason and its beginning, in office hours', () => {
    const office = pausedUntil(atSchooling(), '2026-03-04 17:00', '2026-03-05 08:00')
    const { recipient, params, notBefore } = only(office, 'pause-flagged')
    expect([named(recipient), params.reason?.en, shown(params.since), shown(notBefore)]).toEqual([
      'station-supervisor of dist-lake',
      'inspection',
      '2026-03-04 17:00',
      '2026-03-05 09:00',
    ])
    expect(Object.values(office.state.pauses).map((pause) => pause.suspicious)).toEqual([true])
  })

  it('is no other pause: one of a day or more, or inside a day, is told to no supervisor', () => {
    for (const [from, to] of [
      ['2026-03-04 09:00', '2026-03-06 10:00'],
      ['2026-03-04 10:00', '2026-03-04 16:00'],
    ] as const) {
      const office = pausedUntil(atSchooling(), from, to)
      expect(written(office).filter((line) => line.includes('supervisor'))).toEqual([])
      expect(Object.values(office.state.pauses).map((pause) => pause.suspicious)).toEqual([undefined])
    }
  })

  it('that was asked beforehand with such an end is flagged when it ends', () => {
    const office = atSchooling()
    office.give('2026-03-04 17:00', clerk, 'PauseTask', {
      ...office.onLead,
      reason: 'hearing',
      until: beijing('2026-03-05 09:30'),
      note: null,
    })
    expect(written(office)).not.toContain('pause-flagged to station-supervisor of dist-lake')
    expect(written(office.until('2026-03-05 09:30'))).toContain('pause-flagged to station-supervisor of dist-lake')
  })
})

describe('an extension that waits for its decision', () => {
  function asked(): Office {
    const office = atSchooling()
    office.give('2026-03-04 10:00', clerk, 'RequestExtension', { ...office.onLead, amount: 5, reason: 'complex-matter', note: null })
    return office
  }

  it('reminds whoever decides it at half of the limit', () => {
    const office = asked().until('2026-03-05 17:30')
    expect(written(office)).toEqual([`rung-fired to department-head of ${SCHOOLING}`])
    expect(only(office, 'rung-fired').params.dues[0]).toMatchObject({ clock: 'extension-decision', at: beijing('2026-03-06 17:30') })
  })

  it('is told when the limit has passed to whoever decides it, to whoever asked for it, and to the supervisor', () => {
    expect(written(asked().until('2026-03-06 17:30')).filter((line) => line.startsWith('rung-fired'))).toEqual([
      `rung-fired to department-head of ${SCHOOLING}`,
      `rung-fired to clerk of ${SCHOOLING}`,
      'rung-fired to station-supervisor of dist-lake',
    ])
  })

  it('tells nobody any more once it is decided', () => {
    const office = asked()
    office.give('2026-03-04 11:00', headOf(SCHOOLING), 'DecideExtension', { requestId: 'x1', granted: false, note: null })
    office.until('2026-03-06 17:30')
    expect(office.clock('extension-decision').rungs.map((rung) => [rung.code, rung.state, rung.because])).toEqual([
      ['extension-reminder', 'cancelled', 'clock-stopped'],
      ['extension-overdue', 'cancelled', 'clock-stopped'],
    ])
  })
})

describe('a yellow card', () => {
  it('tells the expert the date and why the work is still open, before anybody asks', () => {
    const { moved } = only(atSchooling().until('2026-03-11 17:30'), 'due-soon').params
    expect(moved).toEqual({
      clock: 'stage',
      from: null,
      to: beijing('2026-03-12 17:30'),
      why: { zh: '正在办理“学校匹配”', en: 'the step "Matching a school" is under way' },
    })
  })

  it('names what the date was moved for', () => {
    const office = pausedUntil(atSchooling(), '2026-03-04 10:00', '2026-03-06 10:00')
    const { moved } = only(office.until('2026-03-13 17:30'), 'due-soon').params
    expect([shown(moved?.to), moved?.why]).toEqual([
      '2026-03-16 17:30',
      {
        zh: '正在办理“学校匹配”；此前因检验变动过期限',
        en: 'the step "Matching a school" is under way; the date was moved for: inspection',
      },
    ])
  })

  it('on the legal date is told to the expert too', () => {
    const office = atSchooling().until('2026-03-25 17:30')
    expect(only(office, 'due-soon').params.moved).toMatchObject({ clock: 'legal', to: beijing('2026-03-30 17:30') })
  })
})
