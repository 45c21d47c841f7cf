import { describe, expect, it } from '@jest/globals'
import { Problem } from '../../web/http/problem.ts'
import type { ChangePreview } from '../../web/http/shapes/change.ts'
import { addPreviews } from '../../web/staff/admin/change/add-previews.ts'
import { aroundChanges, lineDiff } from '../../web/staff/admin/change/line-diff.ts'
import { lineProblems, lineRange } from '../../web/staff/admin/change/lines.ts'

describe('the difference of two versions of a file', () => {
  it('names lines that were taken away, added and kept, by their numbers in both', () => {
    const lines = lineDiff('a\nb\nc\nd', 'a\nx\nc\nd\ne')
    expect(lines.map(({ kind, text, oldLine, newLine }) => [kind, text, oldLine, newLine])).toEqual([
      ['same', 'a', 1, 1],
      ['removed', 'b', 2, null],
      ['added', 'x', null, 2],
      ['same', 'c', 3, 3],
      ['same', 'd', 4, 4],
      ['added', 'e', null, 5],
    ])
  })

  it('of the same text has no change, and far lines are left out around a change', () => {
    expect(lineDiff('a\nb', 'a\nb').every((line) => line.kind === 'same')).toBe(true)
    const shown = aroundChanges(lineDiff('1\n2\n3\n4\n5\n6', '1\n2\n3\n4\n5\nsix'), 1)
    expect(shown.map((line) => (line === null ? '…' : `${line.kind} ${line.text}`))).toEqual(['…', 'same 5', 'removed 6', 'added six'])
  })
})

describe('a refusal of a file', () => {
  it('is told at its line; what names no line stands at the first', () => {
    const refusal = new Problem(422, {
      errors: [
        { field: 'cn.yaml:48 years.2.holidays.4.from', zh: '重复', en: 'twice' },
        { field: 'text', zh: '不更新', en: 'not newer' },
        { field: 3 },
      ],
    })
    expect(lineProblems(refusal)).toEqual([
      { line: 48, place: 'years.2.holidays.4.from', severity: 'error', zh: '重复', en: 'twice' },
      { line: 1, place: '', severity: 'error', zh: '不更新', en: 'not newer' },
    ])
  })

  it('leads to the characters of that line', () => {
    expect(lineRange('ab\ncde\nf', 2)).toEqual({ from: 3, to: 6 })
    expect(lineRange('ab\ncde\nf', 3)).toEqual({ from: 7, to: 8 })
  })
})

describe('a preview in parts', () => {
  it('is added up: shifts and colours that are the same count together', () => {
    const part = (appeals: number, number: string, next: string | null): ChangePreview => ({
      kind: 'calendar',
      target: 'cn',
      version: '2027.1',
      digest: 'd',
      brings: [],
      appeals,
      gaining: appeals,
      losing: 0,
      changing: 1,
      refused: 0,
      clocksMoved: 2,
      shifts: [{ moved: 'gains', amount: 1, unit: 'working-days', clocks: 2 }],
      colours: [{ from: 'yellow', to: 'green', appeals: 1 }],
      first: [{ number, clocks: [], refusal: null }],
      next,
    })
    expect(addPreviews(part(3, 'HY-1', 'x'), part(4, 'HY-2', null))).toMatchObject({
      appeals: 7,
      gaining: 7,
      changing: 2,
      clocksMoved: 4,
      shifts: [{ clocks: 4 }],
      colours: [{ appeals: 2 }],
      first: [{ number: 'HY-1' }, { number: 'HY-2' }],
      next: null,
    })
  })
})
