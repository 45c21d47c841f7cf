import { describe, expect, it } from '@jest/globals'
import { wordsOf } from '../../web/staff/case/event-words.ts'
import { filtered, filterOf, groupsOf, PLAIN_FILTER, queryOf } from '../../web/staff/case/timeline-filter.ts'
import { anEvent } from './event-line.ts'

const EVENTS = [
  anEvent(1, 'AppealReceived', {}, { actor: { kind: 'expert' }, audience: 'expert' }),
  anEvent(2, 'ClockStarted', {}, { actor: { kind: 'expert' }, audience: 'expert' }),
  anEvent(3, 'TaskReturned', { reason: 'duplicate', note: 'see the other one' }),
  anEvent(4, 'RungCancelled', {}, { actor: { kind: 'timer' }, audience: 'supervisor' }),
  anEvent(5, 'ClockMoved', {}, { actor: { kind: 'timer' }, audience: 'expert' }),
]
const seqs = (query: string): readonly number[] => filtered(EVENTS, filterOf(query)).map(({ seq }) => seq)

describe('the filter of the history', () => {
  it('shows the newest first and hides clocks that begin with the work', () => {
    expect(seqs('')).toEqual([5, 4, 3, 1])
  })

  it('chooses by kind, by who and by audience, and by age', () => {
    expect(seqs('kind=words')).toEqual([3])
    expect(seqs('kind=clockwork,dates&order=old')).toEqual([2, 5])
    expect(seqs('who=timer')).toEqual([5, 4])
    expect(seqs('for=supervisor')).toEqual([4])
    expect(seqs('kind=')).toEqual([])
  })

  it('is told by the address, which stays empty for the usual one', () => {
    expect(queryOf(PLAIN_FILTER)).toBe('')
    const query = 'kind=words,papers&who=expert&for=staff&order=old'
    expect(queryOf(filterOf(query))).toBe(query)
    expect(queryOf(filterOf('kind='))).toBe('kind=')
    expect(filterOf('kind=nonsense').groups).toEqual([])
  })

  it('calls an event of a later release handling', () => {
    expect(groupsOf(anEvent(9, 'SomethingNew', {}))).toEqual(['handling'])
  })
})

describe('what was written with an event', () => {
  it('is labelled by what it is: a note to the expert is a message, a code is no text', () => {
    expect(wordsOf(anEvent(1, 'TaskReturned', { reason: 'duplicate', note: 'n', evidence: 'two calls' }))).toEqual([
      { label: 'note', text: 'n', isForExpert: false },
      { label: 'evidence', text: 'two calls', isForExpert: false },
    ])
    expect(wordsOf(anEvent(2, 'DeficiencyNoticeIssued', { note: 'please' }))).toEqual([
      { label: 'message', text: 'please', isForExpert: true },
    ])
    expect(wordsOf(anEvent(3, 'TaskReassigned', { reason: 'ill' }))).toEqual([{ label: 'reasons', text: 'ill', isForExpert: false }])
    expect(wordsOf(anEvent(4, 'OrderAnswered', { answer: 'done' }))).toEqual([{ label: 'answer', text: 'done', isForExpert: false }])
    expect(wordsOf(anEvent(5, 'QuestionAnswered', { answer: 'near' }))).toEqual([{ label: 'answer', text: 'near', isForExpert: true }])
    expect(wordsOf(anEvent(6, 'TaskCompleted', { reply: null, note: '' }))).toEqual([])
  })
})
