import { describe, expect, it } from '@jest/globals'
import type { EventLine } from '../../../web/http/shapes/appeal.ts'
import { storyOf } from '../../../web/portal/matter/story.ts'
import { untilWords, whenWords } from '../../../web/portal/parts/when.ts'

const en = (text: string) => ({ zh: text, en: text })
function line(seq: number, type: string, change: Partial<EventLine> = {}): EventLine {
  return {
    seq,
    at: '2026-03-05T02:00:00.000Z',
    type,
    name: en(type),
    text: null,
    actor: { kind: 'staff' },
    task: null,
    data: {},
    ...change,
  }
}

describe('what has happened', () => {
  it('is told newest first, by its sentence where it has one, with what was written', () => {
    const story = storyOf([
      line(1, 'AppealReceived', { actor: { kind: 'expert' }, text: en('The appeal was received.') }),
      line(2, 'QuestionAsked', { data: { questionId: 'q1', question: 'Which school?', note: null } }),
    ])
    expect(story.map(({ seq, sentence, words, isOwn }) => [seq, sentence.en, words, isOwn])).toEqual([
      [2, 'QuestionAsked', ['Which school?'], false],
      [1, 'The appeal was received.', [], true],
    ])
  })

  it('leaves out steps between the offices, and limits that stand still with a pause', () => {
    const story = storyOf([
      line(1, 'ClockStarted'),
      line(2, 'TaskDispatched'),
      line(3, 'ClockMoved', { data: { change: { kind: 'paused' } } }),
      line(4, 'ClockMoved', { data: { change: { kind: 'extended' } } }),
      line(5, 'StageEntered', { actor: { kind: 'expert' } }),
    ])
    expect(story.map(({ seq, isOwn }) => [seq, isOwn])).toEqual([
      [5, false],
      [4, false],
    ])
  })
})

describe('a date', () => {
  it('is told in the time of the offices', () => {
    expect(whenWords('2026-03-05T02:30:00.000Z', 'en')).toBe('Thu 5 Mar 2026 10:30')
    expect(whenWords('2026-03-05T17:00:00.000Z', 'zh')).toBe('2026年3月6日（周五） 01:00')
  })

  it('that ends a day is told as 24:00 of that day', () => {
    expect(untilWords('2026-03-05T16:00:00.000Z', 'en')).toBe('Thu 5 Mar 2026 24:00')
    expect(untilWords('2026-02-28T16:00:00.000Z', 'zh')).toBe('2026年2月28日（周六） 24:00')
    expect(untilWords('2026-03-05T09:30:00.000Z', 'en')).toBe('Thu 5 Mar 2026 17:30')
  })
})
