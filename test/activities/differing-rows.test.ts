import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { differingRows } from '../../activities/differing-rows.ts'
import { nextWake, rowsOf } from '../../domain/case/index.ts'
import type { CaseState } from '../../domain/case/state.ts'
import { createDueWorkReader, type DueWorkReader } from '../../prisma/readers/due-work-reader.ts'
import { createStartReader } from '../../prisma/readers/start-reader.ts'
import { anOffice, clerk, leadOf, type Office, THURSDAY_10 } from '../prisma/office.ts'
import { CLERK, EXPERT, RECEPTION } from '../prisma/people.ts'

let office: Office
let reader: DueWorkReader
let state: CaseState
/** An appeal that was urged, claimed and looked at when its next limit came. */
beforeAll(async () => {
  office = await anOffice()
  reader = createDueWorkReader(office.db, createStartReader(office.db), office.cases)
  state = await office.file()
  const data = { taskId: leadOf(state), version: null }
  const expert = { kind: 'expert', id: EXPERT } as const
  state = await office.act(state, { id: 'urge', at: THURSDAY_10 + 60_000, actor: expert, kind: 'UrgeAppeal', data: { note: null } })
  state = await office.act(state, { id: 'claim', at: THURSDAY_10 + 120_000, actor: clerk(CLERK, RECEPTION), kind: 'ClaimTask', data })
  state = await office.act(state, { id: 'tick', at: nextWake(state) ?? 0, actor: { kind: 'timer' }, kind: 'Tick', data: {} })
})
afterAll(() => office?.close())

const found = async (): Promise<readonly string[]> => differingRows(rowsOf(state), await reader.rowsOf(state.start.caseId))

/** What is found while a statement has changed the rows; the rows are put back. */
async function foundAfter(statement: string): Promise<readonly string[]> {
  const kept = ['appeal', 'task', 'clock', 'case_order']
  for (const table of kept) await office.sql.query(`create temp table kept_${table} as table ${table}`)
  await office.sql.query(statement)
  const names = await found()
  for (const table of kept)
    await office.sql.query(`delete from ${table}; insert into ${table} table kept_${table}; drop table kept_${table}`)
  return names
}

describe('the rows of an appeal', () => {
  it('are those of its log after each write', async () => {
    expect(rowsOf(state).orders).toHaveLength(1)
    expect(await found()).toEqual([])
  })

  it.each([
    ['an appeal in another colour', `update appeal set colour = 'red'`, ['appeal']],
    ['an appeal with another date', `update appeal set due_at = due_at + interval '1 second'`, ['appeal']],
    ['a task of another person', `update task set assignee = 'somebody'`, ['task t1']],
    ['a task among those of another day', `update task set received_at = received_at - interval '1 day'`, ['task t1']],
    ['a task that is missing', 'delete from task', ['task t1']],
    ['a clock that was put off', `update clock set due_at = due_at + interval '1 day' where clock_id = 'c1'`, ['clock c1']],
    [
      'a clock with another ledger',
      `update clock set facts = jsonb_set(facts, '{budget,amount}', '9') where clock_id = 'c1'`,
      ['clock c1'],
    ],
    ['nothing in a clock without its ledger, as an earlier release wrote it', `update clock set facts = null`, []],
    ['an order that was answered', 'update case_order set answered_at = issued_at', ['order o1']],
    [
      'an order that nobody gave',
      `insert into case_order select case_id, 'o9', kind, window_code, issued_at, issued_by_kind, issued_by_id, rung, answered_at from case_order`,
      ['order o9'],
    ],
  ])('show %s', async (_, statement, names) => {
    const named = names.map((name) => name.replace('task ', `task ${state.start.caseId}-`))
    expect(await foundAfter(statement)).toEqual(named)
    expect(await found()).toEqual([])
  })

  it('are all missing where none is stored', async () => {
    expect(differingRows({ ...rowsOf(state), tasks: [], clocks: [], orders: [] }, null)).toEqual(['appeal'])
    expect(await reader.rowsOf('99999999-0000-4000-8000-000000000009')).toBeNull()
  })
})
