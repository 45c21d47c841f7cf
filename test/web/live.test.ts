import { describe, expect, it } from '@jest/globals'
import { tickMs } from '../../web/http/tick.ts'
import { concerns, showsTime } from '../../web/staff/live/concerns.ts'
import { createRecentChanges } from '../../web/staff/live/recent.ts'
import { createRefresher } from '../../web/staff/live/refresher.ts'

const APPEAL = { kind: 'appeal', number: 'HY-2026-000001-4', seq: 8, tasks: ['aaaa-t2'] } as const

describe('what of a page reads otherwise after news', () => {
  it.each([
    [['tasks', 'list', 'mine', ''], true],
    [['tasks', 'counts', ''], true],
    [['board', 'figures'], true],
    [['appeal', 'HY-2026-000001-4', 'events'], true],
    [['appeal', 'HY-2026-000002-2', 'events'], false],
    [['task', 'aaaa-t1'], true],
    [['task', 'bbbb-t1'], false],
    [['offices'], false],
    [['me'], false],
  ])('of an appeal: %j is %s', (key, expected) => {
    expect(concerns(APPEAL, key)).toBe(expected)
  })

  it('any open task where no task of the appeal changed, since it may be its appeal', () => {
    expect(concerns({ kind: 'appeal', number: 'HY-2026-000001-4' }, ['task', 'bbbb-t1'])).toBe(true)
  })

  it('everything where the rights of the reader changed', () => {
    expect([['me'], ['tasks', 'list'], ['offices']].map((key) => concerns({ kind: 'person' }, key))).toEqual([true, true, true])
  })

  it('who is there, in the list and in the task that is open', () => {
    const came = { kind: 'presence', tasks: ['aaaa-t2'] } as const
    expect(
      [
        ['tasks', 'list', 'mine'],
        ['tasks', 'counts'],
        ['presence', 'aaaa-t2'],
        ['presence', 'aaaa-t1'],
      ].map((key) => concerns(came, key)),
    ).toEqual([true, false, true, false])
  })

  it('lists, sums and appeals as time passes', () => {
    expect([['tasks', 'list'], ['board', 'load'], ['appeal', 'x'], ['me'], ['offices']].map(showsTime)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
  })

  it.each([
    [1, 60_000],
    [3, 20_000],
    [2000, 10_000],
    [0.1, 60_000],
  ])('at speed %d every %d ms', (speed, expected) => {
    expect(tickMs(speed)).toBe(expected)
  })
})

describe('reading anew', () => {
  it('reads once what comes in quick succession, and never while an answer is under way', () => {
    const runs: (() => void)[] = []
    const read: string[][] = []
    let reading = false
    const refresher = createRefresher({
      refresh: (concerned) => read.push(['a', 'b', 'c'].filter((name) => concerned([name]))),
      isReading: () => reading,
      later: (_ms, run) => runs.push(run),
    })
    refresher.ask((key) => key[0] === 'a')
    refresher.ask((key) => key[0] === 'b')
    expect(runs.length).toBe(1)
    reading = true
    runs.shift()?.()
    expect(read).toEqual([])
    refresher.ask((key) => key[0] === 'c')
    reading = false
    runs.shift()?.()
    expect(read).toEqual([['a', 'b', 'c']])
    refresher.ask((key) => key[0] === 'b')
    runs.shift()?.()
    expect(read[1]).toEqual(['b'])
  })
})

describe('rows that changed', () => {
  it('are shown as such until each of their changes is 4 s old', () => {
    const ends: (() => void)[] = []
    const changes = createRecentChanges((_ms, run) => ends.push(run))
    changes.note(['one', 'two'])
    changes.note(['two'])
    expect([...changes.recent()]).toEqual(['one', 'two'])
    ends.shift()?.()
    expect([...changes.recent()]).toEqual(['two'])
    ends.shift()?.()
    expect([...changes.recent()]).toEqual([])
  })

  it('are counted while the list is held, until they are shown or the hold ends', () => {
    const changes = createRecentChanges(() => {})
    changes.hold(true)
    changes.holdBack()
    changes.holdBack()
    expect(changes.heldBack()).toBe(2)
    changes.shown()
    expect([changes.heldBack(), changes.isHeld()]).toEqual([0, true])
    changes.holdBack()
    changes.hold(false)
    expect([changes.heldBack(), changes.isHeld()]).toEqual([0, false])
  })
})
