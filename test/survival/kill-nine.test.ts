import { setMaxListeners } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Client, Connection } from '@temporalio/client'
import { createGateway, type Gateway } from '../../api/gateway.ts'
import { type ClockFace, caseTimeAt } from '../../domain/time/clock-face.ts'
import { verifyChains } from '../../prisma/log/chain.ts'
import { createClockFaceStore } from '../../prisma/stores/clock-face-store.ts'
import { TASK_QUEUE } from '../../workflows/messages.ts'
import { scriptedSmtp, type ScriptedSmtp } from '../mail/scripted-smtp.ts'
import { type Fate, live } from './fixtures/appeal-life.ts'
import { type CaseEvidence, gather, notices, type Ways } from './fixtures/evidence.ts'
import { differing, doubled, lost, unarmed, wronglySent } from './fixtures/findings.ts'
import { openOffice } from './fixtures/office.ts'
import { newDiary } from './fixtures/person.ts'
import { startStack, type Stack } from './fixtures/stack.ts'
import { waitFor } from './fixtures/wait-for.ts'

/** Tuesday 10 March 2026, 9:00 in Shanghai: case time at the start. Ten minutes of it pass in a second. */
const TUESDAY_9 = Date.UTC(2026, 2, 10, 1, 0)
const SPEED = 600
const APPEALS = 50
const FATES: readonly Fate[] = ['worked', 'worked', 'left', 'worked', 'paused']
const PACE_MS = 2500
/** Presses that must be answered after each kill before the next one. */
const ANSWERS_BETWEEN = 15
const LONG_MS = 420_000

const diary = newDiary()
const caseIds: string[] = []
let smtp: ScriptedSmtp
let stack: Stack
let ways: Ways
let gateway: Gateway
let connection: Connection
let cases: readonly CaseEvidence[] = []
let face: ClockFace

beforeAll(async () => {
  smtp = await scriptedSmtp(() => null)
  stack = await startStack(smtp.url, TUESDAY_9, SPEED)
  gateway = createGateway({ address: stack.temporal, namespace: 'default', queue: TASK_QUEUE, timeoutMs: 90_000 })
  connection = await Connection.connect({ address: stack.temporal })
  ways = { database: stack.database, gateway, client: new Client({ connection, namespace: 'default' }) }
}, LONG_MS)
afterAll(async () => {
  await gateway?.close()
  await connection?.close()
  await stack?.stop()
  await smtp?.stop()
}, LONG_MS)

async function workGoesOn(): Promise<void> {
  const before = diary.pressed.length
  await waitFor(`${ANSWERS_BETWEEN} more presses are answered`, () => diary.pressed.length >= before + ANSWERS_BETWEEN)
}

describe('an office whose processes are killed with kill -9 while 50 appeals run', () => {
  it(
    'answers every press in the end, with nothing but success, refusal or "come again"',
    async () => {
      const office = await openOffice(stack.database, stack.web, diary, APPEALS)
      const evening = new AbortController()
      setMaxListeners(0, evening.signal)
      const lives = Array.from({ length: APPEALS }, async (_, number) => {
        const fate = FATES[number % FATES.length] ?? 'worked'
        await live({ number, office, fate, paceMs: PACE_MS, stop: evening.signal, filed: (caseId) => caseIds.push(caseId) })
      })
      const day = async (): Promise<void> => {
        await workGoesOn()
        for (const part of ['worker', 'temporal', 'postgres', 'api'] as const) {
          await stack.kill(part)
          await workGoesOn()
        }
        for (let times = 0; times < 2; times += 1) {
          await stack.killBetweenCommitAndTask()
          await workGoesOn()
        }
      }
      await day().finally(() => evening.abort())
      await Promise.all(lives)
      expect(diary.strange).toEqual([])
      expect(diary.repeats).toBeGreaterThan(0)
      expect(new Set(caseIds).size).toBe(APPEALS)
    },
    LONG_MS,
  )

  it(
    'serves what fell due meanwhile, and sends what is to be sent',
    async () => {
      face = await createClockFaceStore(stack.database).setSpeed(Date.now(), 1)
      await stack.kill('worker')
      const caseNow = (): Date => new Date(caseTimeAt(face, Date.now()))
      await waitFor(
        'limits are served',
        async () => (await stack.database.appeal.count({ where: { nextWakeAt: { lt: caseNow() } } })) === 0,
      )
      const unsent = { status: { not: 'accepted' } } as const
      await waitFor(
        'mails are sent',
        async () => (await stack.database.notice.count({ where: { ...unsent, notBefore: { lt: caseNow() } } })) === 0,
      )
      expect(await stack.database.caseEvent.count({ where: { type: 'RungFired' } })).toBeGreaterThan(0)
      let wrong: readonly string[] = []
      await waitFor(
        'every appeal has heard of the slower clock',
        async () => {
          cases = await Promise.all(caseIds.map((caseId) => gather(ways, caseId)))
          wrong = unarmed(cases, face, Date.now())
          return wrong.length === 0
        },
        () => wrong.join('\n'),
      )
    },
    LONG_MS,
  )

  it('has lost no press that was answered, and refused none that it took', () => {
    expect(lost(diary.pressed, cases)).toEqual([])
  })
  it('has done nothing twice', async () => {
    expect(doubled(diary.pressed, cases)).toEqual([])
    expect(await stack.database.intake.count()).toBe(APPEALS)
  })
  it('has one log, told the same by workflow, tables and chain', async () => {
    expect(differing(cases)).toEqual([])
    expect(await verifyChains(stack.database)).toMatchObject({ cases: APPEALS, broken: null })
  })
  it('has a timer armed for the next instant of every open appeal', () => {
    expect(cases.filter(({ log }) => log.status === 'open').length).toBeGreaterThan(10)
    expect(unarmed(cases, face, Date.now())).toEqual([])
  })
  it('has sent each notice once, twice only where its row says uncertain', async () => {
    const rows = await notices(stack.database)
    expect(rows.filter(({ status }) => status === 'accepted').length).toBeGreaterThan(APPEALS)
    const sink = smtp.kept.map(({ messageId }) => messageId)
    expect(wronglySent(rows, sink, caseTimeAt(face, Date.now()) - 60_000)).toEqual([])
  })
})

/** Each check is shown to see what it is for: a fault is planted where it would stand. */
describe('the checks after the kills', () => {
  const sql = (statement: string): Promise<number> => stack.database.$executeRawUnsafe(statement)
  const changeLog = async (statement: string): Promise<void> => {
    await sql('alter table case_event disable trigger case_event_is_append_only')
    await sql(statement)
  }
  const openCase = (place: number): CaseEvidence => {
    const found = cases.filter(({ log }) => log.status === 'open')[place]
    if (found === undefined) throw new Error('too few open appeals')
    return found
  }

  it('see a press that is not in the log', async () => {
    const { caseId, log } = openCase(0)
    await changeLog(`delete from case_event where case_id = '${caseId}' and seq = ${log.seq}`)
    const now = [await gather(ways, caseId)]
    expect(differing(now)).toEqual([expect.stringContaining('workflow and log, row and log')])
    await changeLog(`delete from case_event where case_id = '${caseId}' and seq > 1`)
    expect(lost(diary.pressed, [await gather(ways, caseId)]).join()).toContain('not in the log')
  })
  it('see a press that took place twice', async () => {
    const { caseId, events } = openCase(1)
    const claimed = events.find(({ type }) => type === 'TaskClaimed')
    const body = JSON.stringify({ ...claimed, seq: events.length + 1 })
    await sql(`insert into case_event (case_id, seq, at, type, audience, actor_kind, actor_id, acting_for, command_id, body, prev_hash, hash)
      select case_id, ${events.length + 1}, at, type, audience, actor_kind, actor_id, acting_for, command_id, '${body}', prev_hash, hash
        from case_event where case_id = '${caseId}' and seq = ${claimed?.seq}`)
    const now = [await gather(ways, caseId)]
    expect(doubled(diary.pressed, now)).toEqual([expect.stringContaining('TaskClaimed')])
    expect(await verifyChains(stack.database)).toMatchObject({ broken: { fault: expect.any(String) } })
  })
  it('see an appeal that nothing wakes, and one whose next instant stands wrong in the tables', async () => {
    const [asleep, wrong] = [openCase(2).caseId, openCase(3).caseId]
    await ways.client.workflow.getHandle(`appeal-${asleep}`).terminate('planted')
    await sql(`update appeal set next_wake_at = next_wake_at + interval '1 second' where case_id = '${wrong}'`)
    const now = await Promise.all([asleep, wrong].map((caseId) => gather(ways, caseId)))
    expect(unarmed(now, face, Date.now())).toEqual([`${asleep}: no workflow runs`])
    expect(differing(now)).toEqual([`${wrong}: next wake`])
    const [sleeper] = now.slice(1).map((each) => ({ ...each, timers: [] }))
    expect(unarmed(sleeper === undefined ? [] : [sleeper], face, Date.now())).toEqual([`${wrong}: timers none`])
  })
  it('see a mail that was sent twice, one that never came, and one that nobody wrote', async () => {
    const rows = (await notices(stack.database)).filter(({ status, wasUncertain }) => status === 'accepted' && !wasUncertain)
    const [twice, never] = rows
    const sink = [...rows.map(({ messageId }) => messageId ?? ''), twice?.messageId ?? '', 'nobody'].filter((id) => id !== never?.messageId)
    expect(wronglySent(rows, sink, 0)).toEqual([
      expect.stringContaining('2 times at the sink'),
      expect.stringContaining('not at the sink'),
      'nobody: at the sink, in no row',
    ])
  })
})
