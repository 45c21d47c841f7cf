import { describe, expect, it } from '@jest/globals'
import type { ListedTask } from '../../web/http/shapes/task.ts'
import { bulkActions, bulkBody, sceneOf } from '../../web/staff/bulk/bulk.ts'
import { deedOf, keepKeys, keysAreOn } from '../../web/staff/workbench/keys.ts'
import { pinOverdue } from '../../web/staff/workbench/pin-overdue.ts'
import { addressOf, listQuery, narrowing, readState } from '../../web/staff/workbench/state.ts'

const words = { zh: '', en: '' }
function aTask(change: Partial<ListedTask>): ListedTask {
  return {
    id: 'case-t1',
    role: 'lead',
    stage: 'reception',
    stageName: words,
    window: 'lake',
    windowName: words,
    status: 'claimed',
    version: 3,
    dueAt: null,
    endedAt: null,
    assignee: null,
    delegate: null,
    actions: [],
    appeal: { number: 'HY-2026-000001-1', id: 'case', item: 'schooling', itemName: words, changedAt: '2026-03-05T02:00:00.000Z' },
    purpose: words,
    dues: { legal: null, promised: null, stage: null },
    outcomes: [],
    expert: { tier: 'A', name: null },
    present: [],
    ...change,
  }
}
const action = (kind: string) => ({ kind, name: words, href: `/api/tasks/t/${kind}` })

describe('the address of the workbench', () => {
  it('carries tab, window, search and the open task, and is read back as it was', () => {
    const state = { view: 'overdue', window: 'dist-lake.general.reception', q: '林 a', open: 'case-t1' } as const
    expect(addressOf(state)).toBe('/desk?view=overdue&window=dist-lake.general.reception&q=%E6%9E%97+a&open=case-t1')
    expect(readState('?view=overdue&window=dist-lake.general.reception&q=%E6%9E%97+a&open=case-t1')).toEqual(state)
  })

  it('is plain for what is usual, and knows no other tabs', () => {
    expect(addressOf({ view: 'mine', window: null, q: ' ', open: null })).toBe('/desk')
    expect(readState('?view=everything&window=')).toEqual({ view: 'mine', window: null, q: '', open: null })
  })

  it('gives a saved view the list without the open task, and the API the narrowing without the tab', () => {
    const state = { view: 'done', window: 'w', q: 'HY', open: 'case-t1' } as const
    expect(listQuery(state)).toBe('view=done&window=w&q=HY')
    expect(narrowing(state)).toBe('window=w&q=HY')
  })
})

describe('the list', () => {
  it('has what is overdue on top, by whichever of its limits, and the rest in its order', () => {
    const late = {
      clockId: 'c',
      name: words,
      state: 'expired',
      dueAt: null,
      colour: 'red',
      text: words,
      remaining: null,
      overdueBy: null,
      pause: null,
    } as const
    const rows = [
      aTask({ id: 'a' }),
      aTask({ id: 'b', dues: { legal: null, promised: late, stage: null } }),
      aTask({ id: 'c', endedAt: '2026-03-05T02:00:00.000Z', dues: { legal: late, promised: null, stage: null } }),
      aTask({ id: 'd', dues: { legal: null, promised: null, stage: late } }),
    ]
    expect(pinOverdue(rows).map((task) => task.id)).toEqual(['b', 'd', 'a', 'c'])
  })
})

describe('the keys', () => {
  const plain = { altKey: false, ctrlKey: false, metaKey: false }
  it('do nothing while something is typed or another key is held', () => {
    expect(deedOf({ ...plain, key: 'j' }, false)).toBe('down')
    expect(deedOf({ ...plain, key: '?' }, false)).toBe('help')
    expect(deedOf({ ...plain, key: 'j' }, true)).toBeNull()
    expect(deedOf({ ...plain, key: 'r', ctrlKey: true }, false)).toBeNull()
    expect(deedOf({ ...plain, key: 'constructor' }, false)).toBeNull()
  })

  it('are on until the person puts them off', () => {
    const kept = new Map<string, string>()
    const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) }
    expect(keysAreOn(storage)).toBe(true)
    keepKeys(storage, false)
    expect(keysAreOn(storage)).toBe(false)
    keepKeys(storage, true)
    expect(keysAreOn(storage)).toBe(true)
  })
})

describe('a press on many', () => {
  it('offers what any of the rows allows, once, and completion only where all stand at one step of one matter', () => {
    const rows = [
      aTask({ actions: [action('ClaimTask'), action('CompleteTask'), action('AskExpert')] }),
      aTask({ id: 'b', actions: [action('ClaimTask'), action('ReleaseTask')] }),
    ]
    expect(bulkActions(rows).map((each) => each.kind)).toEqual(['ClaimTask', 'CompleteTask', 'ReleaseTask'])
    const other = [...rows, aTask({ id: 'c', stage: 'handling' })]
    expect(bulkActions(other).map((each) => each.kind)).toEqual(['ClaimTask', 'ReleaseTask'])
  })

  it('names people only where all rows are of one window', () => {
    expect(sceneOf([aTask({}), aTask({ id: 'b' })]).window).toBe('lake')
    expect(sceneOf([aTask({}), aTask({ id: 'b', window: 'port' })]).window).toBeNull()
  })

  it('sends each row with the version that was seen, or the list by its narrowing', () => {
    const rows = [aTask({}), aTask({ id: 'b', version: 9 })]
    expect(bulkBody('ClaimTask', {}, { kind: 'rows', rows })).toEqual({
      command: 'ClaimTask',
      body: {},
      tasks: [
        { id: 'case-t1', version: 3 },
        { id: 'b', version: 9 },
      ],
    })
    const state = { view: 'unclaimed', window: null, q: ' HY ', open: 'x' } as const
    expect(bulkBody('ClaimTask', { note: 'n' }, { kind: 'all', state })).toEqual({
      command: 'ClaimTask',
      body: { note: 'n' },
      filter: { view: 'unclaimed', q: 'HY' },
    })
  })
})
