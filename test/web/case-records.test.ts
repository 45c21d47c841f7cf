import { describe, expect, it } from '@jest/globals'
import { recordsOf } from '../../web/staff/case/records.ts'
import { anEvent } from './event-line.ts'

describe('pauses, extensions and orders of an appeal', () => {
  it('are paired with what ended them, by their id', () => {
    const { pauses } = recordsOf([
      anEvent(1, 'TaskPaused', { pauseId: 'p1' }),
      anEvent(2, 'TaskPaused', { pauseId: 'p2' }),
      anEvent(3, 'TaskResumed', { pauseId: 'p2' }),
    ])
    expect(pauses.map(({ began, ended }) => [began.seq, ended?.seq ?? null])).toEqual([
      [1, null],
      [2, 3],
    ])
  })

  it('count an extension that was asked for too late as ended', () => {
    const { extensions } = recordsOf([anEvent(1, 'ExtensionRequested', { requestId: 'x1' }), anEvent(2, 'ExtensionAskedLate', {})])
    expect(extensions.map(({ began, ended }) => [began.seq, ended?.seq ?? null])).toEqual([
      [1, null],
      [2, 2],
    ])
  })

  it('stand beside the notes, which are texts and never empty', () => {
    const { notes, orders } = recordsOf([
      anEvent(1, 'OrderIssued', { orderId: 'o1', note: 'be quick' }),
      anEvent(2, 'OrderAnswered', { orderId: 'o1', answer: 'done' }),
      anEvent(3, 'CommentAdded', { note: '' }),
      anEvent(4, 'TaskResumed', { note: null }),
    ])
    expect(notes.map(({ seq }) => seq)).toEqual([1])
    expect(orders.map(({ ended }) => ended?.seq)).toEqual([2])
  })
})
