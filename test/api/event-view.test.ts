import { describe, expect, it } from '@jest/globals'
import { eventViews } from '../../api/views/event-view.ts'
import type { Reader } from '../../api/views/reader.ts'
import { SYSTEM } from '../../domain/people/actor.ts'
import { catalog, EXPERT } from '../case/builders.ts'
import { atSchooling, days, limited, replace, version2 } from '../case/newer-item.ts'
import { filed, type Office } from '../case/office.ts'

function read(office: Office, circle: 'expert' | 'staff', type: string) {
  const reader: Reader = {
    actor: EXPERT,
    access: { circle, confidential: false },
    now: office.state.at,
    windowName: (code) => ({ zh: code, en: code }),
    staff: () => null,
    officeInCharge: () => null,
  }
  return eventViews(office.state, office.events, new Map(), reader).filter((event) => event.type === type)
}

describe('the history of an appeal that moved to a newer version of its item', () => {
  const office = atSchooling()
  replace(office, '2026-03-03 10:00', limited(10, 12, 20))

  it('tells the expert the old date, the new one, the limit and why', () => {
    const promised = read(office, 'expert', 'ClockMoved').find(({ data }) => data['clockId'] === office.clock('promised').id)
    expect(promised).toMatchObject({ name: { zh: '期限变动', en: 'date moved' } })
    expect(promised?.data).toEqual({
      clockId: office.clock('promised').id,
      change: { kind: 'limit', item: 'child-schooling', version: 2, budget: { amount: 12, unit: 'working-days' } },
      dueBefore: '2026-03-16T09:30:00.000Z',
      dueAt: '2026-03-18T09:30:00.000Z',
      provisional: false,
      why: { zh: '事项规定的时限有变化', en: 'the limit of the item has changed' },
    })
  })

  it('tells staff which version, and leaves out the kilobytes of the item and of a calendar', () => {
    const calendar = catalog.calendars.get('cn')
    if (!calendar) throw new Error('no calendar cn')
    office.give('2026-03-03 11:00', SYSTEM, 'ReplaceCalendar', { calendar: { ...calendar, version: '2026.2' } })
    expect(read(office, 'staff', 'ItemReplaced').map((event) => [event.name.en, event.data])).toEqual([
      [
        'moved to a newer version of the item',
        { item: { code: 'child-schooling', version: 2, name: { zh: '专家子女入学', en: "School place for an expert's child" } } },
      ],
    ])
    expect(read(office, 'staff', 'CalendarReplaced').map((event) => event.data)).toEqual([
      { calendar: { id: 'cn', version: '2026.2', name: calendar.name } },
    ])
    expect(read(office, 'expert', 'ItemReplaced')).toEqual([])
  })

  it('tells the expert nothing of limits that the offices keep among themselves', () => {
    const signing = filed().complete('2026-03-02 10:00', 'accept')
    replace(signing, '2026-03-02 11:00', version2({ matching: { signLimit: days(2) } }))
    expect(read(signing, 'staff', 'ClockMoved')).toHaveLength(1)
    expect(read(signing, 'expert', 'ClockMoved')).toEqual([])
  })
})
