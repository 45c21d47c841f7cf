import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { initialState, type CaseState } from '../../domain/case/state.ts'
import type { Command } from '../../domain/case/command.ts'
import { anOffice, batchOf, clerk, leadOf, type Office, THURSDAY_10 } from './office.ts'
import { CLERK, RECEPTION, SECOND_CLERK } from './people.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
})
afterAll(() => office?.close())

const claim = (state: CaseState, by: string, id = `claim-${by}`): Command => ({
  id,
  at: THURSDAY_10 + 60_000,
  actor: clerk(by, RECEPTION),
  kind: 'ClaimTask',
  data: { taskId: leadOf(state), version: null },
})

async function stored(caseId: string): Promise<string[]> {
  const { rows } = await office.sql.query<{ type: string }>('select type from case_event where case_id = $1 order by seq', [caseId])
  return rows.map((row) => row.type)
}

async function count(table: string, caseId: string): Promise<number> {
  const { rows } = await office.sql.query<{ n: number }>(`select count(*)::int as n from ${table} where case_id = $1`, [caseId])
  return rows[0]?.n ?? -1
}

describe('writing what was decided', () => {
  it('appends the events of a filing with the rows and the notices that follow from them', async () => {
    const state = await office.file()
    const id = state.start.caseId
    expect(await stored(id)).toEqual(['AppealReceived', 'ClockStarted', 'StageEntered', 'TaskDispatched', 'ClockStarted', 'ClockStarted'])
    const { rows } = await office.sql.query(
      'select number, status, stage, accountable_window, seq, colour, received_at from appeal where case_id = $1',
      [id],
    )
    expect(rows).toEqual([
      {
        number: state.start.number,
        status: 'open',
        stage: 'reception',
        accountable_window: 'dist-lake.general.reception',
        seq: 6,
        colour: 'green',
        received_at: new Date('2026-03-05T02:00:00Z'),
      },
    ])
    const tasks = await office.sql.query('select task_id, window_code, status, version, received_at from task where case_id = $1', [id])
    expect(tasks.rows).toEqual([
      {
        task_id: `${id}-t1`,
        window_code: 'dist-lake.general.reception',
        status: 'dispatched',
        version: 1,
        received_at: new Date('2026-03-05T02:00:00Z'),
      },
    ])
    expect(await count('clock', id)).toBe(3)
  })

  it('answers the same for the same batch again and doubles nothing', async () => {
    const filed = await office.intake()
    if (!('start' in filed)) throw new Error(filed.kind)
    const { input } = batchOf(initialState(filed.start), filed.file)
    expect(await office.records.record(input)).toEqual({ kind: 'written' })
    const notices = await count('notice', filed.id)
    expect(notices).toBeGreaterThan(0)
    expect(await office.records.record(input)).toEqual({ kind: 'written' })
    expect(await count('case_event', filed.id)).toBe(6)
    expect(await count('notice', filed.id)).toBe(notices)
  })

  it('answers with the stored events where others stand, and writes nothing', async () => {
    const state = await office.file()
    const first = batchOf(state, claim(state, CLERK)).input
    const second = batchOf(state, claim(state, SECOND_CLERK)).input
    expect(await office.records.record(first)).toEqual({ kind: 'written' })
    expect(await office.records.record(second)).toEqual({ kind: 'diverged', stored: first.events.map((event) => event.body) })
    const { rows } = await office.sql.query('select assignee from task where case_id = $1', [state.start.caseId])
    expect(rows).toEqual([{ assignee: CLERK }])
  })

  it('tells a caller who fell behind of what came after the same batch', async () => {
    const state = await office.file()
    const first = batchOf(state, claim(state, CLERK))
    await office.records.record(first.input)
    const comment: Command = {
      id: 'comment',
      at: THURSDAY_10 + 120_000,
      actor: clerk(CLERK, RECEPTION),
      kind: 'CommentOnTask',
      data: { taskId: leadOf(state), version: null, note: { id: '00000000-0000-4000-8000-000000000001', hash: 'f'.repeat(64) } },
    }
    const next = batchOf(first.after, comment).input
    await office.records.record(next)
    expect(await office.records.record(first.input)).toEqual({
      kind: 'diverged',
      stored: [...first.input.events, ...next.events].map((event) => event.body),
    })
  })

  it('lets one of two writers at once through and tells the other what it met', async () => {
    const state = await office.file()
    const batches = Array.from({ length: 6 }, (_, index) => batchOf(state, claim(state, CLERK, `claim-${index}`)).input)
    const answers = await Promise.all(batches.map((batch) => office.records.record(batch)))
    expect(answers.filter((answer) => answer.kind === 'written')).toHaveLength(1)
    const winner = batches[answers.findIndex((answer) => answer.kind === 'written')]
    for (const answer of answers.filter((one) => one.kind === 'diverged')) {
      expect(answer).toEqual({ kind: 'diverged', stored: winner?.events.map((event) => event.body) })
    }
    expect(await stored(state.start.caseId)).toEqual([
      'AppealReceived',
      'ClockStarted',
      'StageEntered',
      'TaskDispatched',
      'ClockStarted',
      'ClockStarted',
      'TaskSigned',
      'ClockStopped',
      'TaskClaimed',
    ])
  })

  it('lets one of two first writes at once through', async () => {
    const filed = await office.intake()
    if (!('start' in filed)) throw new Error(filed.kind)
    const one = batchOf(initialState(filed.start), filed.file).input
    const other = batchOf(initialState(filed.start), { ...filed.file, id: 'another filing' }).input
    const answers = await Promise.all([office.records.record(one), office.records.record(other)])
    expect(answers.map((answer) => answer.kind).sort()).toEqual(['diverged', 'written'])
    expect(await count('case_event', filed.id)).toBe(6)
  })

  it('is a fault, with nothing written, where the batch would leave a gap or there is no intake', async () => {
    const state = await office.file()
    const batch = batchOf(state, claim(state, CLERK)).input
    const later = { ...batch, fromSeq: 9, events: batch.events.map((event) => ({ ...event, seq: event.seq + 2 })) }
    await expect(office.records.record(later)).rejects.toThrow('leaves a gap')
    expect(await count('case_event', state.start.caseId)).toBe(6)
    const nowhere = 'abababab-0000-4000-8000-000000000000'
    const foreign = { ...batch, caseId: nowhere, fromSeq: 1, events: batch.events.map((event, index) => ({ ...event, seq: index + 1 })) }
    await expect(office.records.record(foreign)).rejects.toThrow('case_event_case_id_fkey')
    expect(await count('case_event', nowhere)).toBe(0)
  })

  it('is seen by whoever waits for it, and only then', async () => {
    const filed = await office.intake()
    if (!('start' in filed)) throw new Error(filed.kind)
    expect(await office.cases.waitForSeq(filed.id, 1, 60)).toBe(false)
    const waiting = office.cases.waitForSeq(filed.id, 6, 5_000)
    await office.act(initialState(filed.start), filed.file)
    expect(await waiting).toBe(true)
    expect((await office.cases.load(filed.number))?.seq).toBe(6)
  })
})
