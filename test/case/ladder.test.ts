import { describe, expect, it } from '@jest/globals'
import { rowsOf } from '../../domain/case/index.ts'
import type { ClockKind } from '../../domain/clocks/types.ts'
import type { Rung, ServiceItem } from '../../domain/routing/item.ts'
import { beijing, clerkOf, EXPERT, itemOf, shown, text } from './builders.ts'
import { filed, type Office } from './office.ts'

const SCHOOLING = clerkOf('dist-lake.education.schooling')

/** Accepted on Monday 2 March at 10:00 and claimed by the school window on the 3rd; stage due on the 12th. */
function claimed(filing = {}): Office {
  const office = filed(filing).complete('2026-03-02 10:00', 'accept')
  office.give('2026-03-02 11:00', SCHOOLING, 'ClaimTask', office.onLead)
  return office
}

function fired(office: Office, kind: ClockKind): readonly (string | null)[][] {
  const ids = Object.values(office.state.clocks)
    .filter((clock) => clock.kind === kind)
    .map((clock) => clock.id)
  return office
    .all('RungFired')
    .filter((event) => ids.includes(event.data.clockId))
    .map((event) => [event.data.rung, shown(event.at)])
}

function withRung(rung: Rung): ServiceItem {
  const item = itemOf('child-schooling')
  return { ...item, ladder: [...item.ladder.filter((each) => each.code !== rung.code), rung] }
}

describe('the ladder of a task nobody signs for', () => {
  it('shows yellow at three quarters of the sign limit and red at its end, never a minute early', () => {
    const office = filed().until('2026-03-02 11:59')
    expect(fired(office, 'sign')).toEqual([])
    office.until('2026-03-02 14:29')
    expect(fired(office, 'sign')).toEqual([['sign-yellow', '2026-03-02 12:00']])
    office.until('2026-03-02 14:30')
    expect(fired(office, 'sign')).toEqual([
      ['sign-yellow', '2026-03-02 12:00'],
      ['sign-red', '2026-03-02 14:30'],
    ])
    expect(office.clock('sign').card).toBe('red')
  })

  it('orders the window to answer within four working hours, and raises when it does not', () => {
    const office = filed().until('2026-03-02 14:30')
    expect(office.last('OrderIssued').data).toMatchObject({
      order: 'urge',
      because: 'rung',
      rung: 'sign-red',
      window: 'dist-lake.general.reception',
    })
    expect(shown(office.clock('order-reply').dueAt)).toBe('2026-03-03 10:00')
    office.until('2026-03-03 10:00')
    expect(fired(office, 'order-reply')).toEqual([['order-red', '2026-03-03 10:00']])
  })

  it('is cancelled with its reason when the task is signed for in time', () => {
    const office = filed()
    office.give('2026-03-02 11:00', office.clerk, 'SignTask', office.onLead)
    expect(office.clock('sign').rungs.map((rung) => [rung.state, rung.because])).toEqual([
      ['cancelled', 'clock-stopped'],
      ['cancelled', 'clock-stopped'],
    ])
    office.until('2026-03-02 17:30')
    expect(fired(office, 'sign')).toEqual([])
  })
})

describe('a task nobody claims', () => {
  it('is taken by the fallback window of the station at half of the stage limit', () => {
    const office = filed().complete('2026-03-02 10:00', 'accept').until('2026-03-06 17:30')
    expect(office.last('TaskCancelled').data.because).toBe('moved')
    expect(office.lead).toMatchObject({ window: 'dist-lake.general.reception', dispatchedBecause: 'unclaimed', stage: 'matching' })
    expect(shown(office.clock('stage').dueAt)).toBe('2026-03-18 17:30')
  })

  it('stays where it already is the fallback window that does not claim it', () => {
    const office = filed().until('2026-03-04 17:30')
    expect(fired(office, 'stage')).toEqual([['unclaimed', '2026-03-04 17:30']])
    expect(office.all('TaskCancelled')).toEqual([])
  })

  it('that was claimed in time has the rung cancelled because its condition does not hold', () => {
    const office = claimed().until('2026-03-06 17:30')
    expect(office.last('RungCancelled').data).toMatchObject({ rung: 'unclaimed', because: 'condition-not-met' })
    expect(office.lead.window).toBe('dist-lake.education.schooling')
  })

  it('is not moved away while it waits for the expert, whatever the ladder says', () => {
    const office = claimed({
      item: withRung({
        code: 'legal-yellow',
        clock: 'legal',
        offset: { kind: 'percent', percent: 50 },
        condition: 'any',
        actions: [{ kind: 'reassign', to: 'fallback-window' }],
      }),
    })
    office.give('2026-03-13 10:00', SCHOOLING, 'PauseTask', {
      ...office.onLead,
      reason: 'awaiting-materials',
      until: beijing('2026-03-27 17:30'),
      note: null,
    })
    office.until('2026-03-16 17:30')
    expect(fired(office, 'legal')).toEqual([['legal-yellow', '2026-03-16 17:30']])
    expect(office.lead).toMatchObject({ window: 'dist-lake.education.schooling', status: 'waiting' })
  })
})

describe('a step over its time', () => {
  it('is yellow a working day before, red at the limit, and raised two working days after', () => {
    const office = claimed().until('2026-03-16 17:30')
    expect(fired(office, 'stage').slice(-3)).toEqual([
      ['stage-yellow', '2026-03-11 17:30'],
      ['stage-red', '2026-03-12 17:30'],
      ['stage-raise', '2026-03-16 17:30'],
    ])
    expect(office.all('OrderIssued').map((event) => [event.data.order, event.data.because, event.data.rung])).toContainEqual([
      'supervise',
      'rung',
      'stage-raise',
    ])
  })

  it('shows its card although the appeal as a whole is in time', () => {
    const office = claimed().until('2026-03-12 17:30')
    expect(rowsOf(office.state).appeal).toMatchObject({ colour: 'red', promisedDueAt: beijing('2026-03-16 17:30') })
  })

  it('is named in the log with its due instant, and expires before its rungs fire', () => {
    const office = claimed().until('2026-03-12 17:30')
    const types = office.steps.at(-1)?.events.map((event) => event.type)
    expect(types).toEqual(['ClockExpired', 'RungFired', 'RungFired'])
    expect(office.last('ClockExpired')).toMatchObject({ at: beijing('2026-03-12 17:30'), data: { dueAt: beijing('2026-03-12 17:30') } })
  })
})

describe('rungs of a clock that stands still', () => {
  it('have no instant while the clock stands still', () => {
    const office = claimed()
    office.give('2026-03-10 10:00', SCHOOLING, 'PauseTask', {
      ...office.onLead,
      reason: 'awaiting-materials',
      until: beijing('2026-03-20 16:00'),
      note: null,
    })
    expect(office.clock('promised').rungs.map((rung) => [rung.state, rung.at])).toEqual([
      ['armed', null],
      ['armed', null],
    ])
    expect(fired(office.until('2026-03-19 16:00'), 'promised')).toEqual([])
  })
})

describe('an order by a rung', () => {
  it('is not issued while the window is within its limit for one of the same kind', () => {
    const office = filed()
    office.give('2026-03-02 14:00', EXPERT, 'UrgeAppeal', { note: null })
    office.until('2026-03-02 14:30')
    expect(fired(office, 'sign').at(-1)).toEqual(['sign-red', '2026-03-02 14:30'])
    expect(office.all('OrderIssued').map((event) => event.data.because)).toEqual(['urged'])
  })

  it('never follows from an order that was not answered, or orders would breed orders', () => {
    const breeding: Rung = {
      code: 'order-red',
      clock: 'order-reply',
      offset: { kind: 'units', amount: 0, unit: 'working-days' },
      condition: 'any',
      actions: [{ kind: 'order', order: 'urge', replyLimit: { amount: 1, unit: 'working-days' } }],
    }
    const office = filed({ item: withRung(breeding) })
    office.give('2026-03-02 10:00', office.clerk, 'ClaimTask', office.onLead)
    office.give('2026-03-02 11:00', EXPERT, 'UrgeAppeal', { note: text('please') })
    office.until('2026-03-05 17:30')
    expect(office.all('OrderIssued').length).toBe(1)
  })
})

describe('after a long outage', () => {
  it('everything that fell due happens in the order it was due, each at its own instant', () => {
    const office = claimed().until('2026-04-30 12:00')
    const ticks = office.steps.filter((step) => step.command.kind === 'Tick')
    expect(ticks.every((step) => step.events.every((event) => event.at === step.command.at))).toBe(true)
    expect(
      office
        .all('ClockExpired')
        .slice(0, 4)
        .map((event) => [office.state.clocks[event.data.clockId]?.kind, shown(event.at)]),
    ).toEqual([
      ['stage', '2026-03-12 17:30'],
      ['promised', '2026-03-16 17:30'],
      ['order-reply', '2026-03-18 10:00'],
      ['legal', '2026-03-30 17:30'],
    ])
  })
})
