import { describe, expect, it } from '@jest/globals'
import { addTallies, EMPTY_TALLY, tallyOf } from '../../domain/case/change-tally.ts'
import type { ClockPreview } from '../../domain/case/preview.ts'
import { previewChange } from '../../domain/case/preview.ts'
import { previewClock } from '../../domain/case/preview-clock.ts'
import { refuse } from '../../domain/case/refusal.ts'
import type { CaseClock } from '../../domain/case/state.ts'
import type { Calendar } from '../../domain/clocks/types.ts'
import { SYSTEM } from '../../domain/people/actor.ts'
import { beijing, catalog, clerkOf, shown } from './builders.ts'
import { filed, type Office } from './office.ts'

const SCHOOLING = clerkOf('dist-lake.education.schooling')

function cn(change: Partial<Calendar> = {}): Calendar {
  const calendar = catalog.calendars.get('cn')
  if (!calendar) throw new Error('no calendar cn')
  return { ...calendar, version: '2026.2', ...change }
}

const DAY_OFF = { zh: '临时放假', en: 'day off' }
const off = (...days: readonly string[]): Calendar =>
  cn({ holidays: { ...cn().holidays, ...Object.fromEntries(days.map((day) => [day, DAY_OFF])) } })

/** Accepted on Monday 2 March at 10:00: stage due on the 12th, promised on the 16th, legal on the 30th. */
function atSchooling(): Office {
  const office = filed().complete('2026-03-02 10:00', 'accept')
  office.give('2026-03-02 11:00', SCHOOLING, 'ClaimTask', office.onLead)
  return office
}

/** What the row of a clock shows, looked at under a newer calendar. */
function look(office: Office, clock: CaseClock, newer: Calendar, now: string): ClockPreview | null {
  const { ladder } = office.start.item
  const { id, kind, dueAt, card, facts } = clock
  return previewClock({ clockId: id, kind, dueAt, card, expired: clock.expiredAt !== null, facts, ladder }, cn(), newer, beijing(now))
}

describe('a look at one clock under a newer calendar', () => {
  it('tells both dates and how many working days lie between', () => {
    const office = atSchooling()
    const seen = look(office, office.clock('stage'), off('2026-03-10', '2026-03-11'), '2026-03-03 09:00')
    expect([shown(seen?.dueBefore), shown(seen?.dueAfter), seen?.moved, seen?.by]).toEqual([
      '2026-03-12 17:30',
      '2026-03-16 17:30',
      'gains',
      { amount: 2, unit: 'working-days' },
    ])
  })

  it('is nothing where the date stays', () => {
    const office = atSchooling()
    expect(look(office, office.clock('stage'), off('2026-03-25'), '2026-03-03 09:00')).toBeNull()
  })

  it('shows yellow and red cards given back by a later date, and given by an earlier one', () => {
    const office = atSchooling().until('2026-03-13 09:00')
    const stage = office.clock('stage')
    expect([stage.card, stage.expiredAt === null]).toEqual(['red', false])
    const later = look(office, stage, off('2026-03-10'), '2026-03-13 09:00')
    expect([later?.colourBefore, later?.colourAfter]).toEqual(['red', 'yellow'])
    const early = atSchooling()
    const saturday = cn({ makeUpDays: { ...cn().makeUpDays, '2026-03-07': { name: DAY_OFF, periods: [{ from: 540, to: 1050 }] } } })
    const lost = look(early, early.clock('stage'), saturday, '2026-03-12 09:00')
    expect([shown(lost?.dueAfter), lost?.colourBefore, lost?.colourAfter]).toEqual(['2026-03-11 17:30', 'green', 'red'])
  })

  it('agrees with what the case itself would decide, for every clock that moves', () => {
    const office = atSchooling()
    const newer = off('2026-03-05', '2026-03-20')
    const command = {
      kind: 'ReplaceCalendar',
      id: 'look',
      at: beijing('2026-03-03 09:00'),
      actor: SYSTEM,
      data: { calendar: newer },
    } as const
    const exact = previewChange(office.state, command)
    if (!Array.isArray(exact)) throw new Error('refused')
    expect(exact.map((clock) => clock.kind).sort()).toEqual(['legal', 'promised', 'stage'])
    for (const clock of exact) {
      const seen = Object.values(office.state.clocks).find((each) => each.id === clock.clockId)
      expect(seen && look(office, seen, newer, '2026-03-03 09:00')).toEqual(clock)
    }
  })
})

describe('the figures of a change', () => {
  const moving = (change: Partial<ClockPreview>): ClockPreview => ({
    clockId: 'c1',
    kind: 'stage',
    effect: 'moves',
    dueBefore: 1,
    dueAfter: 2,
    colourBefore: 'green',
    colourAfter: 'green',
    moved: 'gains',
    by: { amount: 1, unit: 'working-days' },
    ...change,
  })

  it('count each appeal once, by the worst colour of its clocks, and add up over parts', () => {
    const one = tallyOf([
      { number: 'A', clocks: [moving({}), moving({ kind: 'legal', colourBefore: 'yellow' })] },
      { number: 'B', clocks: [] },
    ])
    const two = tallyOf([
      { number: 'C', clocks: [moving({ moved: 'loses', by: { amount: 2, unit: 'working-days' }, colourAfter: 'red' })] },
      { number: 'D', clocks: [moving({ moved: 'none', by: null })] },
      { number: 'E', clocks: refuse('case-ended') },
    ])
    const whole = addTallies(addTallies(EMPTY_TALLY, one), two)
    expect({ ...whole, first: whole.first.map((appeal) => appeal.number) }).toEqual({
      appeals: 5,
      gaining: 1,
      losing: 1,
      changing: 1,
      refused: 1,
      clocksMoved: 4,
      shifts: [
        { moved: 'gains', amount: 1, unit: 'working-days', clocks: 2 },
        { moved: 'loses', amount: 2, unit: 'working-days', clocks: 1 },
      ],
      colours: [
        { from: 'green', to: 'red', appeals: 1 },
        { from: 'yellow', to: 'green', appeals: 1 },
      ],
      first: ['A', 'C', 'D', 'E'],
    })
  })
})
