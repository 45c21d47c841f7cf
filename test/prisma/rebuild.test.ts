import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Command } from '../../domain/case/command.ts'
import { nextWake } from '../../domain/case/index.ts'
import type { CaseState } from '../../domain/case/state.ts'
import { rebuildReadModel } from '../../prisma/log/rebuild.ts'
import { anOffice, clerk, leadOf, type Office, THURSDAY_10 } from './office.ts'
import { CLERK, EDUCATION_CLERK, EXPERT, RECEPTION } from './people.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
})
afterAll(() => office?.close())

const FOLDED = ['appeal', 'task', 'clock', 'case_order'] as const
const KEPT = ['intake', 'case_event', 'notice', 'case_text', 'material'] as const

/** Every row of the tables, every column, as text. */
async function contents(tables: readonly string[]): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const table of tables) {
    const { rows } = await office.sql.query<{ row: string }>(`select to_jsonb(t)::text as row from ${table} t order by 1`)
    found[table] = rows.map((row) => row.row)
  }
  return found
}

const minute = 60_000
const hour = 60 * minute

/** An appeal that went through claim, return, second dispatch, urge, pause and the passing of limits. */
async function muchHandled(): Promise<CaseState> {
  let state = await office.file({ hukou: 'none' })
  let at = THURSDAY_10
  let given = 0
  const give = async <K extends Command['kind']>(
    kind: K,
    actor: Command['actor'],
    data: Extract<Command, { kind: K }>['data'],
  ): Promise<void> => {
    at += minute
    given += 1
    // The compiler cannot see that kind and data of one generic belong together.
    state = await office.act(state, { id: `${state.start.caseId}-${given}`, at, actor, kind, data } as Command)
  }
  const tick = async (): Promise<void> => {
    at = nextWake(state) ?? at
    state = await office.act(state, { id: `tick-${state.seq}`, at, actor: { kind: 'timer' }, kind: 'Tick', data: {} })
  }
  const here = clerk(CLERK, RECEPTION)
  await give('ClaimTask', here, { taskId: leadOf(state), version: null })
  await give('CompleteTask', here, {
    taskId: leadOf(state),
    version: null,
    outcome: 'accept',
    reply: null,
    note: null,
    officeInCharge: null,
  })
  await give('UrgeAppeal', { kind: 'expert', id: EXPERT }, { note: null })
  const matching = state.tasks[leadOf(state)]?.window ?? ''
  const there = clerk(EDUCATION_CLERK, matching)
  await give('ReturnTask', there, { taskId: leadOf(state), version: null, reason: 'wrong-place', note: null, evidence: null })
  for (let count = 0; count < 6; count += 1) await tick()
  const present = clerk(EDUCATION_CLERK, state.tasks[leadOf(state)]?.window ?? '')
  await give('PauseTask', present, {
    taskId: leadOf(state),
    version: null,
    reason: 'awaiting-materials',
    until: at + 72 * hour,
    note: null,
  })
  return state
}

const OFFICE_IN_CHARGE = '77777777-0000-4000-8000-000000000005'

/** An appeal that was refused; its row names the text of the office in charge. */
async function notAccepted(state: CaseState): Promise<CaseState> {
  return office.act(state, {
    id: `${state.start.caseId}-refused`,
    at: THURSDAY_10 + minute,
    actor: clerk(CLERK, RECEPTION),
    kind: 'CompleteTask',
    data: {
      taskId: leadOf(state),
      version: null,
      outcome: 'not-accepted',
      reply: null,
      note: null,
      officeInCharge: { id: OFFICE_IN_CHARGE, hash: 'a'.repeat(64) },
    },
  })
}

describe('rebuilding the read model', () => {
  it('gives the live rows again, column by column, and touches nothing else', async () => {
    const state = await muchHandled()
    await notAccepted(await office.file())
    await office.intake()
    expect(Object.keys(state.tasks).length).toBeGreaterThan(2)
    await office.sql.query(
      `insert into case_text (id, case_id, kind, body, author_kind, sha256) values (gen_random_uuid(), $1, 'note', '说明', 'staff', repeat('a', 64))`,
      [state.start.caseId],
    )

    const live = await contents(FOLDED)
    const kept = await contents(KEPT)
    expect(live['appeal']).toHaveLength(2)
    expect(live['appeal']?.some((row) => row.includes(`"office_in_charge_text_id": "${OFFICE_IN_CHARGE}"`))).toBe(true)
    expect(live['case_order']?.length).toBeGreaterThan(0)
    expect(live['task']?.some((row) => row.includes('"status": "waiting"'))).toBe(true)
    expect(live['clock']?.some((row) => row.includes('"card": "red"') || row.includes('"card": "yellow"'))).toBe(true)

    await office.sql.query(`update appeal set status = 'ended', colour = 'red', due_at = null, accountable_window = 'nowhere'; delete from task; delete from case_order;
      update clock set due_at = now(), paused = not paused`)
    expect(await contents(FOLDED)).not.toEqual(live)
    expect(await rebuildReadModel(office.db)).toEqual({ cases: 2 })
    expect(await contents(FOLDED)).toEqual(live)
    expect(await contents(KEPT)).toEqual(kept)
  })

  it('takes away rows that no event stands for', async () => {
    const before = await contents(FOLDED)
    await office.sql.query(
      `insert into task select 'invented-t9', case_id, role, stage, visit, window_code, status, version, assignee, delegate, dispatched_at, signed_at, ended_at, outcome, due_at, colour, received_at from task limit 1`,
    )
    await rebuildReadModel(office.db)
    expect(await contents(FOLDED)).toEqual(before)
  })

  it('leaves the old rows in place when a case cannot be folded', async () => {
    const before = await contents(FOLDED)
    const filed = await office.intake()
    await office.sql.query(
      `insert into case_event (case_id, seq, at, type, audience, actor_kind, command_id, body, prev_hash, hash)
      values ($1, 1, now(), 'AppealReceived', 'expert', 'system', 'x', '{"seq": 7}', '', '')`,
      [filed.id],
    )
    await expect(rebuildReadModel(office.db)).rejects.toThrow('does not follow')
    expect(await contents(FOLDED)).toEqual(before)
  })
})
