import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Prisma } from '../../prisma/generated/client.ts'
import { countSql, doneTasks, meantBy, openTasks, TASK_VIEWS, type TaskScope } from '../../prisma/readers/task-views.ts'
import { fillLists } from './many-rows.ts'
import { anOffice, type Office } from './office.ts'
import { RECEPTION, SCHOOLING } from './people.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
  await fillLists(office.sql, 6_000)
  await office.sql.query('vacuum analyze')
})
afterAll(() => office?.close())

const LIMIT = 20
/** Four ranges of an index (two windows, with a due date and without) and what the planner may read beyond a page. */
const FEW = 500
const scope: TaskScope = { windows: [RECEPTION, SCHOOLING], staff: ['worker-0'], now: Date.UTC(2025, 1, 5) }

interface PlanNode {
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Relation Name'?: string
  readonly Plans?: readonly PlanNode[]
}

/** Rows of tables that the plan touched, kept or not. */
function rowsTouched(node: PlanNode): number {
  const own = node['Relation Name'] === undefined ? 0 : (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops']
  return own + (node.Plans ?? []).reduce((sum, child) => sum + rowsTouched(child), 0)
}

async function cost(query: Prisma.Sql): Promise<number> {
  const { rows } = await office.sql.query<{ 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }>(
    `explain (analyze, format json) ${query.text}`,
    query.values,
  )
  const plan = rows[0]?.['QUERY PLAN'][0]?.Plan
  if (!plan) throw new Error('no plan')
  return rowsTouched(plan)
}

describe('a page of tasks', () => {
  it.each(TASK_VIEWS)('of the view %s touches a few rows for each window, however many are open', async (view) => {
    const { rows } = await office.sql.query<{ n: number }>(
      `select count(*)::int as n from task where window_code = $1 and ended_at is null`,
      [SCHOOLING],
    )
    expect(rows[0]?.n).toBeGreaterThan(1_490)
    const first = view === 'done' ? doneTasks(scope, null, LIMIT) : openTasks(view, scope, null, LIMIT)
    expect(await cost(first)).toBeLessThan(FEW)
    const place = { at: new Date('2025-02-08T00:00Z'), id: 'f' }
    const later = view === 'done' ? doneTasks(scope, place, LIMIT) : openTasks(view, scope, place, LIMIT)
    expect(await cost(later)).toBeLessThan(FEW)
    const last = { at: null, id: '8' }
    if (view !== 'done') expect(await cost(openTasks(view, scope, last, LIMIT))).toBeLessThan(FEW)
  })
})

describe('the figures of the tabs', () => {
  // On few rows reading them all may seem cheaper to the planner; on many it never is.
  beforeAll(() => office.sql.query('set enable_seqscan = off'))
  afterAll(() => office.sql.query('reset enable_seqscan'))

  it.each(TASK_VIEWS)('of the view %s are counted no further than asked, however many there are', async (view) => {
    expect(await cost(countSql(view, scope, 100))).toBeLessThan(FEW)
  })

  it('and the appeals that a search means are found by an index', async () => {
    expect(await cost(meantBy('HY-2025-00000'))).toBeLessThan(FEW)
    expect(await cost(meantBy('no such name'))).toBeLessThan(FEW)
  })

  it.each(TASK_VIEWS)('and a search in the view %s touches the tasks of the appeals it means', async (view) => {
    const { rows } = await office.sql.query<{ id: string }>(`select case_id as id from appeal where number like 'HY-2025-00000%'`)
    expect(rows).toHaveLength(9)
    const narrow = { ...scope, q: 'HY-2025-00000', cases: rows.map((row) => row.id) }
    const list = view === 'done' ? doneTasks(narrow, null, LIMIT) : openTasks(view, narrow, null, LIMIT)
    expect(await cost(list)).toBeLessThan(FEW)
    expect(await cost(countSql(view, narrow, 100))).toBeLessThan(FEW)
  })
})
