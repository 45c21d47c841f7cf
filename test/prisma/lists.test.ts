import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createAppealReader, type AppealReader } from '../../prisma/readers/appeal-reader.ts'
import type { AppealFilter, AppealScope } from '../../prisma/readers/appeal-filter.ts'
import { createBoardReader } from '../../prisma/readers/board-reader.ts'
import { InvalidCursor, type Page } from '../../prisma/readers/cursor.ts'
import { createTaskReader, TASK_VIEWS, type TaskReader, type TaskScope, type TaskView } from '../../prisma/readers/task-reader.ts'
import { fillLists } from './many-rows.ts'
import { anOffice, type Office } from './office.ts'
import { EXPERT, OTHER_EXPERT, RECEPTION, SCHOOLING } from './people.ts'

let office: Office
let tasks: TaskReader
let appeals: AppealReader
beforeAll(async () => {
  office = await anOffice()
  tasks = createTaskReader(office.db)
  appeals = createAppealReader(office.db)
  await fillLists(office.sql, 300)
})
afterAll(() => office?.close())

const ALL: AppealScope = { all: true, stations: [], windows: [], expertId: null }
const FEBRUARY_5 = Date.UTC(2025, 1, 5)
const scope: TaskScope = { windows: [RECEPTION, SCHOOLING], staff: ['worker-0', 'worker-1'], now: FEBRUARY_5 }

/** Every page one after the other, as somebody who reads to the end does. */
async function toTheEnd<T>(
  page: (cursor: string | undefined) => Promise<Page<T>>,
  between: () => Promise<unknown> = async () => {},
): Promise<T[]> {
  const read: T[] = []
  let cursor: string | null = null
  do {
    const found: Page<T> = await page(cursor ?? undefined)
    read.push(...found.rows)
    cursor = found.next
    await between()
  } while (cursor !== null)
  return read
}

async function ids(query: string): Promise<string[]> {
  return (await office.sql.query<{ id: string }>(query)).rows.map((row) => row.id)
}

const OPEN_HERE = `from task where ended_at is null and window_code in ('${RECEPTION}', '${SCHOOLING}')`
const BY_DUE = 'order by due_at nulls last, task_id'
const EXPECTED: Readonly<Record<TaskView, string>> = {
  unclaimed: `select task_id as id ${OPEN_HERE} and status in ('dispatched', 'signed') ${BY_DUE}`,
  waiting: `select task_id as id ${OPEN_HERE} and status = 'waiting' ${BY_DUE}`,
  overdue: `select task_id as id ${OPEN_HERE} and due_at < '2025-02-05T00:00Z' ${BY_DUE}`,
  mine: `select task_id as id from task where ended_at is null and assignee in ('worker-0', 'worker-1') ${BY_DUE}`,
  done: `select task_id as id from task where ended_at is not null and window_code in ('${RECEPTION}', '${SCHOOLING}') order by ended_at desc, task_id desc`,
}

describe('a list of tasks', () => {
  it.each(TASK_VIEWS)('of the view %s is complete and in order, page by page, whatever the size of a page', async (view) => {
    const expected = await ids(EXPECTED[view])
    expect(expected.length).toBeGreaterThan(10)
    for (const limit of [1, 7, 200]) {
      const read = await toTheEnd((cursor) => tasks.list(view, scope, { cursor, limit }))
      expect(read.map((task) => task.taskId)).toEqual(expected)
    }
  })

  it('shows of each task what the list needs of its appeal', async () => {
    const [first] = (await tasks.list('unclaimed', scope, { limit: 1 })).rows
    const { rows } = await office.sql.query('select number, item, tier from appeal where case_id = $1', [first?.caseId])
    expect({ number: first?.number, item: first?.item, tier: first?.tier }).toEqual(rows[0])
    expect(await tasks.find(first?.taskId ?? '')).toEqual(first)
    expect(await tasks.find('nowhere-t1')).toBeNull()
  })

  it('gives a delegate the tasks that were delegated, each once', async () => {
    await office.sql.query(
      `update task set delegate = 'worker-0' where task_id in (select task_id ${OPEN_HERE} and assignee = 'worker-1' order by task_id limit 2)`,
    )
    const read = await toTheEnd((cursor) => tasks.list('mine', { ...scope, staff: ['worker-0'] }, { cursor, limit: 5 }))
    expect(read.map((task) => task.taskId)).toEqual(
      await ids(`select task_id as id from task where ended_at is null and (assignee = 'worker-0' or delegate = 'worker-0') ${BY_DUE}`),
    )
    const both = await toTheEnd((cursor) => tasks.list('mine', scope, { cursor, limit: 5 }))
    expect(new Set(both.map((task) => task.taskId)).size).toBe(both.length)
  })

  it('skips and doubles nothing that stays while others are claimed between two pages', async () => {
    const before = await ids(EXPECTED.unclaimed)
    const taken: string[] = []
    const read = await toTheEnd(
      (cursor) => tasks.list('unclaimed', scope, { cursor, limit: 6 }),
      async () => {
        const [gone] = await ids(
          `update task set assignee = 'somebody', status = 'claimed' where task_id = (select task_id ${OPEN_HERE} and status = 'dispatched' order by due_at desc, task_id limit 1) returning task_id as id`,
        )
        if (gone !== undefined) taken.push(gone)
      },
    )
    const seen = read.map((task) => task.taskId)
    expect(taken.length).toBeGreaterThan(3)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.filter((id) => !taken.includes(id))).toEqual(before.filter((id) => !taken.includes(id)))
  })

  it('is empty for somebody without windows', async () => {
    expect(await tasks.list('unclaimed', { ...scope, windows: [] }, { limit: 10 })).toEqual({ rows: [], next: null })
    expect(await tasks.list('done', { ...scope, windows: [] }, { limit: 10 })).toEqual({ rows: [], next: null })
  })

  it('is counted by window as it is listed', async () => {
    const counts = await tasks.counts([RECEPTION, SCHOOLING], FEBRUARY_5)
    for (const view of ['unclaimed', 'waiting', 'overdue'] as const) {
      for (const window of [RECEPTION, SCHOOLING]) {
        const listed = (await tasks.list(view, { ...scope, windows: [window] }, { limit: 200 })).rows.length
        expect(counts.find((count) => count.window === window)?.[view]).toBe(listed)
      }
    }
  })

  it.each(['', 'x', 'bm8', Buffer.from('12.;drop').toString('base64url'), Buffer.from('999999999999999.one-t1').toString('base64url')])(
    'does not take the cursor "%s"',
    async (cursor) => {
      await expect(tasks.list('unclaimed', scope, { cursor, limit: 10 })).rejects.toThrow(InvalidCursor)
    },
  )
})

const NEWEST = 'order by received_at desc, case_id desc'
const CASES: readonly (readonly [string, AppealScope, AppealFilter, string])[] = [
  ['everything', ALL, {}, 'true'],
  ['the open ones of one window', ALL, { status: 'open', window: SCHOOLING }, `status = 'open' and accountable_window = '${SCHOOLING}'`],
  ['the red ones', ALL, { status: 'open', colour: 'red' }, `status = 'open' and colour = 'red'`],
  ['one item', ALL, { item: 'funding' }, `item = 'funding'`],
  ['the closed ones', ALL, { status: 'closed' }, `status in ('aftercare', 'ended')`],
  ['the beginning of a number, in small letters', ALL, { q: 'hy-2025-0001' }, `number like 'HY-2025-0001%'`],
  ['a station', { ...ALL, all: false, stations: ['dist-lake'] }, {}, `station = 'dist-lake'`],
  [
    'two stations and a filter',
    { ...ALL, all: false, stations: ['dist-lake', 'dist-hill'] },
    { status: 'open', colour: 'yellow' },
    `status = 'open' and colour = 'yellow'`,
  ],
  [
    'the windows of a clerk, past ones too',
    { ...ALL, all: false, windows: [RECEPTION] },
    {},
    `exists (select 1 from task t where t.case_id = appeal.case_id and t.window_code = '${RECEPTION}')`,
  ],
  [
    'windows and a station together',
    { ...ALL, all: false, windows: [SCHOOLING], stations: ['dist-hill'] },
    { status: 'open' },
    `status = 'open' and (station = 'dist-hill' or exists (select 1 from task t where t.case_id = appeal.case_id and t.window_code = '${SCHOOLING}'))`,
  ],
  [
    'the windows of a clerk and one accountable window',
    { ...ALL, all: false, windows: [RECEPTION] },
    { window: SCHOOLING },
    `accountable_window = '${SCHOOLING}' and exists (select 1 from task t where t.case_id = appeal.case_id and t.window_code = '${RECEPTION}')`,
  ],
  ['an expert', { ...ALL, all: false, expertId: EXPERT }, { status: 'open' }, `status = 'open'`],
]

describe('a list of appeals', () => {
  it.each(CASES)('of %s is complete, newest first, page by page', async (_, visible, filter, condition) => {
    const expected = await ids(`select case_id as id from appeal where ${condition} ${NEWEST}`)
    expect(expected.length).toBeGreaterThan(10)
    for (const limit of [9, 200]) {
      const read = await toTheEnd((cursor) => appeals.list(visible, { ...filter, cursor, limit }))
      expect(read.map((appeal) => appeal.caseId)).toEqual(expected)
    }
  })

  it('shows nothing to somebody who may see nothing, nor to another expert', async () => {
    const nobody: AppealScope = { all: false, stations: [], windows: [], expertId: null }
    expect((await appeals.list(nobody, { limit: 10 })).rows).toEqual([])
    expect((await appeals.list(nobody, { limit: 10, q: 'HY-' })).rows).toEqual([])
    expect((await appeals.list({ ...nobody, expertId: OTHER_EXPERT }, { limit: 10 })).rows).toEqual([])
    expect(await appeals.find({ ...nobody, expertId: OTHER_EXPERT }, 'HY-2025-000007-0')).toBeNull()
    expect((await appeals.find({ ...nobody, expertId: EXPERT }, 'hy-2025-000007-0'))?.number).toBe('HY-2025-000007-0')
  })

  it.each(['x', '1.one-t1', '-.11111111-1111-4111-8111-111111111111', '999999999999999.11111111-1111-4111-8111-111111111111'])(
    'does not take the place "%s" of no list of appeals',
    async (place) => {
      const cursor = Buffer.from(place).toString('base64url')
      await expect(appeals.list(ALL, { cursor, limit: 10 })).rejects.toThrow(InvalidCursor)
      await expect(appeals.overdue(ALL, FEBRUARY_5, { cursor, limit: 10 })).rejects.toThrow(InvalidCursor)
    },
  )

  it('takes signs of patterns in a search as they are', async () => {
    expect((await appeals.list(ALL, { limit: 10, q: '%' })).rows).toEqual([])
    expect((await appeals.list(ALL, { limit: 10, q: 'HY_2025' })).rows).toEqual([])
  })

  it('names the overdue ones, longest first, in the scope only', async () => {
    const visible: AppealScope = { ...ALL, all: false, stations: ['dist-hill'] }
    const read = await toTheEnd((cursor) => appeals.overdue(visible, FEBRUARY_5, { cursor, limit: 4 }))
    expect(read.map((appeal) => appeal.caseId)).toEqual(
      await ids(
        `select case_id as id from appeal where status = 'open' and station = 'dist-hill' and due_at < '2025-02-05T00:00Z' order by due_at, case_id`,
      ),
    )
    expect(read.length).toBeGreaterThan(10)
  })

  it('has on the board exactly as many rows as the board counts', async () => {
    for (const stations of ['all', ['dist-lake']] as const) {
      const board = await createBoardReader(office.db).counts(stations)
      expect(board.length).toBe(9)
      const visible: AppealScope = stations === 'all' ? ALL : { ...ALL, all: false, stations }
      for (const { window, colour, count } of board) {
        const listed = await toTheEnd((cursor) =>
          appeals.list(visible, { status: 'open', window: window ?? '', colour, cursor, limit: 20 }),
        )
        expect(listed).toHaveLength(count)
      }
    }
  })
})
