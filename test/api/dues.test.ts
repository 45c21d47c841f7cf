import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { EventBody } from './bodies.ts'
import { anApiOffice, type ApiOffice, THURSDAY_10 } from './office.ts'

/** Filed and accepted on Thursday 5 March 2026, read on Monday 9 March at 10:00, in the office's time. */
const MONDAY_10 = THURSDAY_10 + 4 * 24 * 3_600_000
const STAGE_OVER = THURSDAY_10 + 13 * 24 * 3_600_000

let office: ApiOffice
let appeal: { id: string; number: string }
beforeAll(async () => {
  office = await anApiOffice()
  appeal = await office.file('ada')
  await office.post('clerk', `/api/tasks/${appeal.id}-t1/completion`, { version: 1, outcome: 'accept', reply: 'accepted' })
  office.clock.now = MONDAY_10
})
afterAll(async () => {
  await office.close()
})

/** On Monday morning one day is spent: Friday. */
const LEGAL = {
  clockId: expect.stringMatching(/^c\d+$/),
  kind: 'legal',
  name: { zh: '法定时限', en: 'legal limit' },
  state: 'running',
  dueAt: '2026-04-02T09:30:00.000Z',
  provisional: false,
  remaining: { amount: 19, unit: 'working-days', exhausted: false },
  overdueBy: null,
  colour: 'green',
  pause: null,
  text: {
    zh: '2026年4月2日（周四） 17:30 到期，剩余19个工作日。',
    en: 'Due Thu 2 Apr 2026 17:30; 19 working days left.',
  },
}
const RUNNING = {
  legal: LEGAL,
  promised: expect.objectContaining({ kind: 'promised', state: 'running', colour: 'green' }),
  stage: expect.objectContaining({
    kind: 'stage',
    dueAt: '2026-03-17T09:30:00.000Z',
    remaining: { amount: 7, unit: 'working-days', exhausted: false },
    text: {
      zh: '2026年3月17日（周二） 17:30 到期，剩余7个工作日。',
      en: 'Due Tue 17 Mar 2026 17:30; 7 working days left.',
    },
  }),
}

interface Carries {
  readonly number?: string
  readonly appeal?: { readonly number: string }
  readonly dues: unknown
}

const ours = (rows: readonly Carries[]): unknown => rows.find((row) => (row.appeal?.number ?? row.number) === appeal.number)?.dues

describe('legal, promised and stage limits', () => {
  it('stand in the answer to a filing, those of the acceptance with the time that will run', async () => {
    const filed = await office.file('bo')
    expect(filed.dues).toMatchObject({
      legal: { clockId: null, state: 'awaiting-acceptance', dueAt: null, remaining: { amount: 20, unit: 'working-days' } },
      promised: { state: 'awaiting-acceptance', text: { zh: '自受理起计算，共7个工作日。' } },
      stage: { state: 'running', dueAt: '2026-03-16T09:30:00.000Z', colour: 'green' },
    })
  })

  it('stand in every answer about the appeal, for the expert and for the offices', async () => {
    const one = `/api/appeals/${appeal.number}`
    for (const who of ['ada', 'liaison', 'schooling', 'lake', 'auditor'] as const) {
      expect((await office.get(who, one)).body.dues).toEqual(RUNNING)
      expect(ours((await office.get(who, '/api/appeals')).body.appeals)).toEqual(RUNNING)
      expect(ours((await office.get(who, `/api/appeals?q=${appeal.number}`)).body.appeals)).toEqual(RUNNING)
    }
    expect((await office.post('ada', `${one}/urge`, {})).body.dues).toEqual(RUNNING)
  })

  it('stand in every answer about its task', async () => {
    const task = `/api/tasks/${appeal.id}-t2`
    expect((await office.get('schooling', task)).body.dues).toEqual(RUNNING)
    expect(ours((await office.get('schooling', '/api/tasks?view=unclaimed')).body.tasks)).toEqual(RUNNING)
    const claimed = await office.post('schooling', `${task}/claim`)
    expect([claimed.status, claimed.body.dues]).toEqual([200, RUNNING])
    const stale = await office.post('schooling', `${task}/completion`, { version: 99, outcome: 'matched', reply: 'a place' })
    expect([stale.status, stale.body.state.dues]).toEqual([409, RUNNING])
  })

  it('stand beside what awaits a decision, with the limit of the decision itself', async () => {
    const { version } = (await office.get('schooling', `/api/tasks/${appeal.id}-t2`)).body
    const ask = { version, amount: 3, reason: 'complex-matter' }
    expect((await office.post('schooling', `/api/tasks/${appeal.id}-t2/extension-request`, ask)).status).toBe(200)
    const [decision] = (await office.get('head', '/api/supervision/decisions')).body.decisions
    expect(decision).toMatchObject({
      kind: 'extension',
      due: {
        kind: 'extension-decision',
        dueAt: '2026-03-11T09:30:00.000Z',
        colour: 'green',
        remaining: { amount: 2, unit: 'working-days' },
      },
    })
    expect(decision.dues).toEqual(RUNNING)
    await office.post('head', `/api/appeals/${appeal.number}/extension-decision`, { requestId: decision.id, granted: false })
  })

  it('are told in the history, where each start and stop of a clock is a sentence; the stops for the offices alone', async () => {
    const told = async (who: 'ada' | 'lake'): Promise<readonly [string, string][]> => {
      const { events } = (await office.get(who, `/api/appeals/${appeal.number}/events`)).body
      return events.flatMap((event: EventBody) => (event.text === null ? [] : [[event.type, event.text.zh]]))
    }
    const stage = ['ClockStarted', '环节时限开始计时：8个工作日，2026年3月17日（周二） 17:30 到期。']
    const accepted = ['ClockStopped', '受理时限停止计时：已办理。']
    expect(await told('lake')).toEqual(expect.arrayContaining([stage, accepted]))
    const seen = await told('ada')
    expect(seen).toContainEqual(stage)
    expect(seen).not.toContainEqual(accepted)
  })

  it('of a stage over its time are red among the overdue, and say by how much', async () => {
    office.clock.now = STAGE_OVER
    expect(ours((await office.get('lake', '/api/supervision/overdue')).body.appeals)).toMatchObject({
      legal: { colour: 'green' },
      stage: {
        state: 'expired',
        colour: 'red',
        remaining: { amount: 0, exhausted: true },
        overdueBy: { amount: 1, unit: 'working-days' },
        text: { zh: '已于2026年3月17日（周二） 17:30 到期，已超期1个工作日。' },
      },
    })
    office.clock.now = MONDAY_10
  })

  it('of a paused appeal have no date, but what is left and what it waits for', async () => {
    const other = await office.file('ada')
    const until = '2026-03-20T17:30:00+08:00'
    await office.post('clerk', `/api/tasks/${other.id}-t1/pause`, { version: 1, reason: 'hearing', until })
    const { dues } = (await office.get('ada', `/api/appeals/${other.number}`)).body
    expect(dues.stage).toMatchObject({
      state: 'paused',
      dueAt: null,
      remaining: { amount: 5, unit: 'working-days', exhausted: false },
      pause: {
        reason: 'hearing',
        reasonText: { zh: '听证', en: 'hearing' },
        since: '2026-03-09T02:00:00.000Z',
        until: '2026-03-20T09:30:00.000Z',
      },
      text: { en: 'Paused (hearing); 5 working days left, the date follows when it runs again.' },
    })
  })
})
