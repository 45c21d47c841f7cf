import { describe, expect, it } from '@jest/globals'
import { brokenInvariants } from '../../domain/case/invariants.ts'
import { beijing, clerkOf, EXPERT, itemOf, shown, windowNamed } from './builders.ts'
import { filed, type Office } from './office.ts'

const SCHOOLING = clerkOf('dist-lake.education.schooling')

/** Accepted on Monday 2 March at 10:00 and claimed: stage due on the 12th, promised on the 16th, legal on the 30th. */
function claimed(): Office {
  const office = filed().complete('2026-03-02 10:00', 'accept')
  office.give('2026-03-02 11:00', SCHOOLING, 'ClaimTask', office.onLead)
  return office
}

function records(office: Office, kind: 'stage' | 'promised' | 'legal'): readonly (readonly (string | null)[])[] {
  return office.clock(kind).rungs.map((rung) => [rung.code, rung.state, rung.because])
}

const STAGE_CANCELLED = [
  ['unclaimed', 'cancelled', 'clock-stopped'],
  ['stage-yellow', 'cancelled', 'clock-stopped'],
  ['stage-red', 'cancelled', 'clock-stopped'],
  ['stage-raise', 'cancelled', 'clock-stopped'],
]

describe('the record of every rung', () => {
  it('ends when the task goes to another window, with the clock it stood on', () => {
    const office = claimed()
    const stage = office.clock('stage').id
    office.give('2026-03-03 10:00', SCHOOLING, 'ReferTask', {
      ...office.onLead,
      window: windowNamed('city-east.education.schooling'),
      note: null,
    })
    expect(office.state.clocks[stage]?.rungs.map((rung) => [rung.code, rung.state, rung.because])).toEqual(STAGE_CANCELLED)
  })

  it('ends when the appeal is closed, also while it stands still', () => {
    const office = claimed()
    office.give('2026-03-03 10:00', SCHOOLING, 'PauseTask', {
      ...office.onLead,
      reason: 'hearing',
      until: beijing('2026-03-31 17:30'),
      note: null,
    })
    office.give('2026-03-04 10:00', EXPERT, 'WithdrawAppeal', { reason: null })
    expect([records(office, 'stage'), records(office, 'promised'), records(office, 'legal')]).toEqual([
      STAGE_CANCELLED,
      [
        ['promised-yellow', 'cancelled', 'clock-stopped'],
        ['promised-red', 'cancelled', 'clock-stopped'],
      ],
      [
        ['legal-yellow', 'cancelled', 'clock-stopped'],
        ['legal-red', 'cancelled', 'clock-stopped'],
      ],
    ])
  })

  it('waits without an instant while the clock stands still, and stands for the new date afterwards', () => {
    const office = claimed()
    office.give('2026-03-04 10:00', SCHOOLING, 'PauseTask', {
      ...office.onLead,
      reason: 'hearing',
      until: beijing('2026-03-06 10:00'),
      note: null,
    })
    expect(office.clock('promised').rungs.map((rung) => [rung.state, rung.at])).toEqual([
      ['armed', null],
      ['armed', null],
    ])
    office.until('2026-03-06 10:00')
    expect(office.clock('promised').rungs.map((rung) => [rung.state, shown(rung.at)])).toEqual([
      ['armed', '2026-03-16 17:30'],
      ['armed', '2026-03-18 17:30'],
    ])
  })

  it('is missed by an invariant where one stays armed on a clock that has stopped, or is cancelled without a reason', () => {
    const office = claimed().until('2026-03-03 10:00')
    const sign = Object.values(office.state.clocks).findLast((clock) => clock.kind === 'sign')
    if (!sign) throw new Error('no sign clock')
    expect(brokenInvariants(office.state)).toEqual([])
    for (const left of [
      { state: 'armed', because: null },
      { state: 'cancelled', because: null },
    ] as const) {
      const clock = { ...sign, rungs: sign.rungs.map((rung) => ({ ...rung, ...left })) }
      const state = { ...office.state, clocks: { ...office.state.clocks, [sign.id]: clock } }
      expect(brokenInvariants(state)).toEqual(['rungs-end-with-their-clock'])
      expect(brokenInvariants({ ...state, status: 'ended' })).toEqual(['rungs-end-with-their-clock'])
    }
  })
})

describe('a legal clock that starts in the past by deemed acceptance', () => {
  it('fires only the latest of the rungs that are past, and tells the acceptance with its notice', () => {
    const item = itemOf('child-schooling')
    const legal = { amount: 5, unit: 'working-days', startsAt: 'acceptance' } as const
    const office = filed({ item: { ...item, limits: { ...item.limits, legal } } }).until('2026-03-09 17:30')
    expect(office.last('AppealAccepted').data).toMatchObject({ mode: 'deemed', effectiveAt: beijing('2026-03-02 09:00') })
    expect(records(office, 'legal')).toEqual([
      ['legal-yellow', 'cancelled', 'later-rung-fired'],
      ['legal-red', 'fired', null],
    ])
    const toExpert = office.lastNotices.filter((notice) => notice.recipient.kind === 'expert').map((notice) => notice.kind)
    expect(toExpert).toContain('accepted')
    expect(office.all('RungFired').filter((event) => event.data.clockId === office.clock('legal').id)).toHaveLength(1)
  })
})
