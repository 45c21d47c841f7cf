import { describe, expect, it } from '@jest/globals'
import type { Appeal, Clock } from '../../../web/http/shapes/appeal.ts'
import { askedOf, grouped } from '../../../web/portal/my/asked.ts'

type Shown = Pick<Appeal, 'number' | 'status' | 'actions' | 'clocks'>

function clock(kind: Clock['kind'], change: Partial<Clock> = {}): Clock {
  const name = { zh: '', en: '' }
  return { id: kind, kind, name, text: name, dueAt: '2026-03-10T16:00:00.000Z', paused: false, expired: false, stoppedAt: null, ...change }
}

function anAppeal(number: string, kinds: readonly string[], clocks: readonly Clock[] = [], status: Appeal['status'] = 'open'): Shown {
  return { number, status, clocks, actions: kinds.map((kind) => ({ kind, name: { zh: '', en: '' }, href: '/' })) }
}

describe('what an appeal asks of its expert', () => {
  it('is first the answer to a question, with the date of its clock', () => {
    const appeal = anAppeal(
      '1',
      ['SupplementAppeal', 'AnswerQuestion'],
      [clock('cure'), clock('answer', { dueAt: '2026-03-09T16:00:00.000Z' })],
    )
    expect(askedOf(appeal)).toEqual({ asked: 'answer', until: '2026-03-09T16:00:00.000Z' })
  })

  it('is papers while the time to supplement runs, and not when they merely may be added', () => {
    expect(askedOf(anAppeal('1', ['SupplementAppeal'], [clock('cure')]))).toEqual({
      asked: 'supplement',
      until: '2026-03-10T16:00:00.000Z',
    })
    expect(askedOf(anAppeal('1', ['SupplementAppeal']))).toBeNull()
    expect(askedOf(anAppeal('1', ['SupplementAppeal'], [clock('cure', { stoppedAt: '2026-03-06T02:00:00.000Z' })]))).toBeNull()
    expect(askedOf(anAppeal('1', ['SupplementAppeal'], [clock('cure', { expired: true })]))).toBeNull()
  })

  it('is a rating after closing', () => {
    expect(askedOf(anAppeal('1', ['RateAppeal'], [], 'aftercare'))).toEqual({ asked: 'rate', until: null })
  })

  it('is nothing where the expert may only urge or withdraw', () => {
    expect(askedOf(anAppeal('1', ['UrgeAppeal', 'WithdrawAppeal'], [clock('stage')]))).toBeNull()
  })
})

describe('my matters', () => {
  it('show what is asked first, the nearest date on top, then what is open, then what is closed', () => {
    const late = anAppeal('late', ['AnswerQuestion'], [clock('answer', { dueAt: '2026-03-12T16:00:00.000Z' })])
    const soon = anAppeal('soon', ['SupplementAppeal'], [clock('cure', { dueAt: '2026-03-06T16:00:00.000Z' })])
    const undated = anAppeal('undated', ['AnswerQuestion'])
    const open = anAppeal('open', ['UrgeAppeal'])
    const rated = anAppeal('to rate', ['RateAppeal'], [], 'aftercare')
    const ended = anAppeal('ended', [], [], 'ended')
    const groups = grouped([ended, undated, open, late, rated, soon])
    expect([groups.asked, groups.open, groups.closed].map((group) => group.map((each) => each.number))).toEqual([
      ['soon', 'late', 'undated'],
      ['open'],
      ['ended', 'to rate'],
    ])
  })
})
