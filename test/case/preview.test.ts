import { describe, expect, it } from '@jest/globals'
import { isRefusal } from '../../domain/case/index.ts'
import { type ChangeCommand, type ClockPreview, previewChange } from '../../domain/case/preview.ts'
import type { CaseState } from '../../domain/case/state.ts'
import type { Calendar } from '../../domain/clocks/types.ts'
import { SYSTEM } from '../../domain/people/actor.ts'
import type { ServiceItem } from '../../domain/routing/item.ts'
import { beijing, catalog, itemOf, shown } from './builders.ts'
import { atSchooling, days, limited, SCHOOLING, version2 } from './newer-item.ts'
import { filed, type Office } from './office.ts'

function cn(change: Partial<Calendar>): Calendar {
  const calendar = catalog.calendars.get('cn')
  if (!calendar) throw new Error('no calendar cn')
  return { ...calendar, version: '2026.2', ...change }
}

const DAY_OFF = { zh: '临时放假', en: 'day off' }

function moveTo(at: string, item: ServiceItem): ChangeCommand {
  return { kind: 'ReplaceItem', id: 'move', at: beijing(at), actor: SYSTEM, data: { item } }
}

function holidays(at: string, ...dates: readonly string[]): ChangeCommand {
  const calendar = cn({ holidays: { ...cn({}).holidays, ...Object.fromEntries(dates.map((date) => [date, DAY_OFF])) } })
  return { kind: 'ReplaceCalendar', id: 'calendar', at: beijing(at), actor: SYSTEM, data: { calendar } }
}

function seen(state: CaseState, command: ChangeCommand): readonly ClockPreview[] {
  const preview = previewChange(state, command)
  if (isRefusal(preview)) throw new Error(preview.refusal)
  return preview
}

/** Kind, effect, dates and colours before and after, and the move as words. */
function rows(previews: readonly ClockPreview[]): readonly (readonly (string | null)[])[] {
  return previews.map((each) => [
    each.kind,
    each.effect,
    shown(each.dueBefore),
    shown(each.dueAfter),
    `${each.colourBefore} to ${each.colourAfter}`,
    each.by === null ? each.moved : `${each.moved} ${each.by.amount} ${each.by.unit}`,
  ])
}

describe('the preview of a newer calendar', () => {
  it('shows each clock that gains a working day, and leaves the appeal as it is', () => {
    const { state } = atSchooling()
    const before = JSON.stringify(state)
    expect(rows(seen(state, holidays('2026-03-03 10:00', '2026-03-13')))).toEqual([
      ['legal', 'moves', '2026-03-30 17:30', '2026-03-31 17:30', 'green to green', 'gains 1 working-days'],
      ['promised', 'moves', '2026-03-16 17:30', '2026-03-17 17:30', 'green to green', 'gains 1 working-days'],
    ])
    expect(JSON.stringify(state)).toBe(before)
  })

  it('shows days that are lost, and a clock that turns red since its date then lies in the past', () => {
    const worked = { name: { zh: '调休', en: 'make-up day' }, periods: [{ from: 540, to: 1050 }] }
    const calendar = cn({ makeUpDays: { ...cn({}).makeUpDays, '2026-03-07': worked, '2026-03-08': worked } })
    const command: ChangeCommand = { kind: 'ReplaceCalendar', id: 'c', at: beijing('2026-03-11 17:00'), actor: SYSTEM, data: { calendar } }
    expect(rows(seen(atSchooling().until('2026-03-11 17:00').state, command))).toContainEqual([
      'stage',
      'moves',
      '2026-03-12 17:30',
      '2026-03-10 17:30',
      'green to red',
      'loses 2 working-days',
    ])
  })

  it('shows a red clock that turns green, once what is due by then has happened', () => {
    expect(rows(seen(atSchooling().state, holidays('2026-03-12 18:00', '2026-03-09', '2026-03-10')))).toContainEqual([
      'stage',
      'moves',
      '2026-03-12 17:30',
      '2026-03-16 17:30',
      'red to green',
      'gains 2 working-days',
    ])
  })

  it('shows nothing of a calendar that changes no date, and refuses one of another place', () => {
    expect(seen(atSchooling().state, holidays('2026-03-03 10:00', '2026-10-20'))).toEqual([])
    const west = catalog.calendars.get('cn-west')
    if (!west) throw new Error('no calendar cn-west')
    const command: ChangeCommand = {
      kind: 'ReplaceCalendar',
      id: 'c',
      at: beijing('2026-03-03 10:00'),
      actor: SYSTEM,
      data: { calendar: west },
    }
    expect(previewChange(atSchooling().state, command)).toMatchObject({ refusal: 'calendar-unknown' })
  })

  it('counts limits in hours in office time', () => {
    const office = filed()
    expect(rows(seen(office.state, holidays('2026-03-02 09:30', '2026-03-02'))).filter(([kind]) => kind === 'sign')).toEqual([
      ['sign', 'moves', '2026-03-02 14:30', '2026-03-03 14:30', 'green to green', 'gains 240 working-minutes'],
    ])
  })
})

describe('the preview of a newer item', () => {
  it('shows each clock that moves, by working days', () => {
    expect(rows(seen(atSchooling().state, moveTo('2026-03-03 10:00', limited(10, 8, 20))))).toEqual([
      ['promised', 'moves', '2026-03-16 17:30', '2026-03-12 17:30', 'green to green', 'loses 2 working-days'],
      ['stage', 'moves', '2026-03-12 17:30', '2026-03-16 17:30', 'green to green', 'gains 2 working-days'],
    ])
  })

  it('shows a legal limit that goes and one that comes', () => {
    expect(rows(seen(atSchooling().state, moveTo('2026-03-03 10:00', version2({ limits: { legal: null } }))))).toEqual([
      ['legal', 'stops', '2026-03-30 17:30', null, 'green to green', 'none'],
    ])
    const office: Office = atSchooling({ ...version2({ limits: { legal: null } }), version: 1 })
    expect(rows(seen(office.state, moveTo('2026-03-03 10:00', version2({}))))).toEqual([
      ['legal', 'starts', null, '2026-03-30 17:30', 'green to green', 'none'],
    ])
  })

  it('shows a clock that stands still without dates', () => {
    const office = atSchooling()
    office.give('2026-03-03 10:00', SCHOOLING, 'PauseTask', {
      ...office.onLead,
      reason: 'hearing',
      until: beijing('2026-03-20 17:30'),
      note: null,
    })
    expect(rows(seen(office.state, moveTo('2026-03-04 10:00', version2({ matching: { workingLimit: days(9) } }))))).toEqual([
      ['stage', 'moves', null, null, 'green to green', 'none'],
    ])
  })

  it('gives the refusal where the appeal cannot move', () => {
    const item = { ...itemOf('child-schooling'), version: 2, materials: [] }
    expect(previewChange(atSchooling().state, moveTo('2026-03-03 10:00', item))).toMatchObject({
      refusal: 'item-misfit',
      params: { missing: 'materials.talent-card' },
    })
  })

  it('says what the command then does', () => {
    const office = atSchooling()
    const foreseen = seen(office.state, moveTo('2026-03-13 09:00', limited(12, 8, 20)))
    office.give('2026-03-13 09:00', SYSTEM, 'ReplaceItem', { item: limited(12, 8, 20) })
    office.until('2026-03-13 09:00')
    expect(rows(foreseen)).toEqual([
      ['promised', 'moves', '2026-03-16 17:30', '2026-03-12 17:30', 'yellow to red', 'loses 2 working-days'],
      ['stage', 'moves', '2026-03-12 17:30', '2026-03-18 17:30', 'red to green', 'gains 4 working-days'],
    ])
    const stored = foreseen.map(({ clockId }) => office.state.clocks[clockId])
    expect(stored.map((clock) => [shown(clock?.dueAt), clock?.expiredAt === null])).toEqual([
      ['2026-03-12 17:30', false],
      ['2026-03-18 17:30', true],
    ])
  })
})
