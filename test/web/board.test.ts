import { describe, expect, it } from '@jest/globals'
import type { SupervisedAppeal } from '../../web/http/shapes/board.ts'
import { FIGURE_NAMES, listQuery, pageOfList } from '../../web/staff/board/address.ts'
import { bulkActions, bulkBody, tallyOf } from '../../web/staff/board/bulk.ts'
import { barWidth, heatOf, trendPoints } from '../../web/staff/board/picture.ts'

const action = (kind: string, href: string) => ({ kind, href, name: { zh: kind, en: kind } })

/** Only what the choice of commands looks at. */
function appeal(number: string, task: { kinds: readonly string[] } | null, kinds: readonly string[]): SupervisedAppeal {
  const tasks =
    task === null
      ? []
      : [
          { id: `${number}-t1`, role: 'lead', window: 'w', version: 1, assignee: null, endedAt: '2026-03-05T02:00:00Z', actions: [] },
          {
            id: `${number}-t2`,
            role: 'lead',
            window: 'w',
            version: 4,
            assignee: null,
            endedAt: null,
            actions: task.kinds.map((kind) => action(kind, `/api/tasks/${number}-t2/${kind}`)),
          },
        ]
  return { number, tasks, actions: kinds.map((kind) => action(kind, `/api/appeals/${number}/${kind}`)) } as unknown as SupervisedAppeal
}

describe('a number of the board', () => {
  it('opens the page of its list with the same query', () => {
    expect(pageOfList('/api/supervision/appeals?figure=overdue&window=a.b')).toBe('/board/list?figure=overdue&window=a.b')
    expect(pageOfList('/api/supervision/orders?kind=urge&state=late')).toBe('/board/orders?kind=urge&state=late')
    expect(pageOfList('/api/elsewhere')).toBe('/board')
  })

  it('asks the API for what the address says and nothing else', () => {
    expect(listQuery('?figure=held&person=1&limit=9999&window=&x=y', FIGURE_NAMES)).toBe('figure=held&person=1')
  })
})

describe('the pictures of the board', () => {
  it('colour a cell by the share that is overdue', () => {
    expect([heatOf(0, 0), heatOf(10, 0), heatOf(10, 1), heatOf(10, 2), heatOf(10, 5), heatOf(10, 6)]).toEqual([0, 0, 1, 2, 3, 4])
  })

  it('draw a line from the first month to the last, and leave out months without a rate', () => {
    expect(trendPoints([0, null, 50, 100], 90, 20)).toEqual([
      { x: 0, y: 20 },
      { x: 60, y: 10 },
      { x: 90, y: 0 },
    ])
    expect(trendPoints([80], 90, 20)).toEqual([{ x: 0, y: 4 }])
  })

  it('keep the smallest bar visible', () => {
    expect([barWidth(0, 50), barWidth(1, 1000), barWidth(25, 50), barWidth(0, 0)]).toEqual([0, 2, 50, 0])
  })
})

describe('a command on many appeals', () => {
  const one = appeal('HY-1', { kinds: ['ReassignTask', 'IssueOrder', 'AskExpert'] }, ['DecideExtension', 'ReassignTask'])
  const other = appeal('HY-2', null, ['ReopenAppeal'])

  it('may be any that one of them allows, and that may be given to many', () => {
    expect(bulkActions([one, other]).map(({ kind }) => kind)).toEqual(['ReassignTask', 'IssueOrder', 'DecideExtension', 'ReopenAppeal'])
  })

  it('names the open lead tasks with the versions seen, or the appeals by number', () => {
    expect(bulkBody({ kind: 'IssueOrder', href: '/api/tasks/HY-1-t2/order' }, { order: 'urge' }, [one, other])).toEqual({
      command: 'IssueOrder',
      body: { order: 'urge' },
      tasks: [{ id: 'HY-1-t2', version: 4 }],
    })
    expect(bulkBody({ kind: 'DecideExtension', href: '/api/appeals/HY-1/x' }, { granted: true }, [one, other])).toEqual({
      command: 'DecideExtension',
      body: { granted: true },
      appeals: ['HY-1', 'HY-2'],
    })
  })

  it('tells how many were done and how many refused', () => {
    const row = (state: string) => ({ target: state, number: 'HY-1', state, problem: null })
    expect(tallyOf({ results: [row('done'), row('done'), row('refused'), row('waiting')] })).toEqual({ done: 2, refused: 1 })
  })
})
