import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { SYSTEM } from '../../domain/people/actor.ts'
import type { DeadlinesBody, TimeBody } from './bodies.ts'
import { anApiOffice, type ApiOffice, THURSDAY_10 } from './office.ts'
import { EXPERTS, idOf, type Name, STAFF } from './people.ts'
import { lastRead, readsAfter } from './reads.ts'

/** Beijing time on the days after Thursday 5 March 2026, when the appeal was filed at 10:00. */
const FRIDAY_10 = THURSDAY_10 + 24 * 3_600_000
const MONDAY_10 = THURSDAY_10 + 4 * 24 * 3_600_000
const TUESDAY_10 = THURSDAY_10 + 5 * 24 * 3_600_000
const WEDNESDAY_10 = THURSDAY_10 + 6 * 24 * 3_600_000

let office: ApiOffice
let appeal: { id: string; number: string }
/** Filed Thursday, signed by being accepted Friday, a question Monday, answered Tuesday, read Wednesday. */
beforeAll(async () => {
  office = await anApiOffice()
  appeal = await office.file('ada')
  office.clock.now = FRIDAY_10
  await office.post('clerk', `/api/tasks/${appeal.id}-t1/completion`, { version: 1, outcome: 'accept', reply: 'accepted' })
  office.clock.now = MONDAY_10
  await office.post('schooling', `/api/tasks/${appeal.id}-t2/question`, { question: 'which school?' })
  office.clock.now = TUESDAY_10
  await office.post('ada', `/api/appeals/${appeal.number}/answer`, { questionId: 'q1', answer: 'the near one' })
  const { version } = (await office.get('schooling', `/api/tasks/${appeal.id}-t2`)).body
  const asked = await office.post('schooling', `/api/tasks/${appeal.id}-t2/extension-request`, {
    version,
    amount: 3,
    reason: 'complex-matter',
  })
  expect(asked.status).toBe(200)
  const granted = await office.post('head', `/api/appeals/${appeal.number}/extension-decision`, { requestId: 'x1', granted: true })
  expect(granted.status).toBe(200)
  office.clock.now = WEDNESDAY_10
})
afterAll(async () => {
  await office.close()
})

const deadlines = async (who: Name): Promise<DeadlinesBody> => (await office.get(who, `/api/appeals/${appeal.number}/deadlines`)).body
const time = async (who: Name): Promise<TimeBody> => (await office.get(who, `/api/appeals/${appeal.number}/time`)).body

describe.each(['deadlines', 'time'])('/api/appeals/:number/%s', (noun) => {
  it.each<[Name, number]>([
    ['ada', 200],
    ['bo', 404],
    ['clerk', 200],
    ['schooling', 200],
    ['head', 200],
    ['portclerk', 403],
    ['liaison', 200],
    ['lake', 200],
    ['port', 403],
    ['province', 200],
    ['auditor', 200],
    ['admin', 403],
  ])('%s gets %i', async (who, status) => {
    expect((await office.get(who, `/api/appeals/${appeal.number}/${noun}`)).status).toBe(status)
    expect((await office.get(who, `/api/appeals/${appeal.id}/${noun}`)).status).toBe(status)
  })

  it('is read under the name of the appeal, and there is none for a number that nobody has', async () => {
    const before = await lastRead(office.sql)
    await office.get('province', `/api/appeals/${appeal.number}/${noun}`)
    expect((await office.get('province', `/api/appeals/HY-2026-999999-9/${noun}`)).status).toBe(404)
    expect(await readsAfter(office.sql, before)).toEqual([
      { person_id: idOf('province'), subject_kind: 'appeal', subject_id: appeal.id, route: `get /api/appeals/:number/${noun}` },
    ])
  })

  it('names no person and holds nothing that was written', async () => {
    for (const who of ['ada', 'lake'] as const) {
      const text = JSON.stringify((await office.get(who, `/api/appeals/${appeal.number}/${noun}`)).body)
      const persons = [...Object.keys(STAFF), ...EXPERTS].flatMap((name) => [idOf(name as Name), `Name of ${name}`])
      expect(persons.filter((person) => text.includes(person))).toEqual([])
      for (const written of ['which school?', 'the near one', '林小雨', 'accepted"']) expect(text).not.toContain(written)
    }
  })
})

describe('the deadlines of an appeal', () => {
  it('tell a clerk each clock with its sum, its ladder and what is left', async () => {
    const { clocks, asOf, version } = await deadlines('schooling')
    expect([asOf, version > 0]).toEqual(['2026-03-11T02:00:00.000Z', true])
    const stage = clocks.find((clock) => clock.kind === 'stage' && clock.stoppedAt === null)
    // Eight working days from Friday 6 March, one of them the expert's, and three by extension.
    expect(stage).toMatchObject({
      dueAt: '2026-03-24T09:30:00.000Z',
      budget: { amount: 8, unit: 'working-days' },
      remaining: { amount: 10, unit: 'working-days', exhausted: false },
      calendar: { id: 'cn' },
      explained: true,
      verdict: null,
      card: null,
    })
    expect(stage?.pauses).toEqual([
      {
        id: 'p1',
        from: '2026-03-09T02:00:00.000Z',
        to: '2026-03-10T02:00:00.000Z',
        reason: 'awaiting-expert-decision',
        reasonText: { zh: '等待专家决定', en: 'waiting for the expert’s decision' },
        waitsFor: 'expert',
      },
    ])
    expect(stage?.extensions).toEqual([{ id: 'x1', amount: 3, grantedAt: '2026-03-10T02:00:00.000Z' }])
    const trace = stage?.trace ?? []
    expect(trace.slice(0, 6).map((line) => line.text.en)).toEqual([
      'Begins Fri 6 Mar 2026 10:00.',
      'Extended by 3 working days to 11 working days, granted Tue 10 Mar 2026 10:00 by the department head.',
      'The day on which it begins does not count; the first day is Sat 7 Mar 2026.',
      'Sat 7 Mar 2026: not counted, rest day.',
      'Sun 8 Mar 2026: not counted, rest day.',
      'Mon 9 Mar 2026: not counted, paused (waiting for the expert’s decision).',
    ])
    expect(trace.at(-1)).toMatchObject({ rule: 'due', text: { zh: '2026年3月24日（周二） 17:30 到期（下班时间）。' } })
    expect(stage?.rungs.map((rung) => rung.code)).toEqual(['unclaimed', 'stage-yellow', 'stage-red', 'stage-raise'])
    expect(stage?.rungs[1]).toMatchObject({
      at: '2026-03-23T09:30:00.000Z',
      state: 'armed',
      armedAt: '2026-03-10T02:00:00.000Z',
      cancelledAt: null,
      text: { zh: '将于2026年3月23日（周一） 17:30 触发。' },
      rule: { zh: '到期前1个工作日，仍未办结：黄牌，通知经办人、窗口负责人、专家。' },
      actions: [
        { kind: 'card', colour: 'yellow' },
        { kind: 'notify', roles: ['assignee', 'window-lead', 'expert'] },
      ],
    })
  })

  it('tell how each clock ended that has stopped', async () => {
    const { clocks } = await deadlines('lake')
    const sign = clocks.find((clock) => clock.kind === 'sign')
    expect(sign).toMatchObject({
      remaining: null,
      colour: 'red',
      verdict: { outcome: 'late', lateBy: { amount: 3, unit: 'working-hours' } },
    })
    expect(sign?.verdict?.minutes).toEqual({ office: 420, expert: 0, thirdParty: 0, excluded: 0 })
    expect(clocks.find((clock) => clock.kind === 'acceptance')?.verdict).toMatchObject({ outcome: 'in-time', lateBy: null })
  })

  it('tell an expert their own clocks, with the rungs that write to them and nothing of the others', async () => {
    const { clocks } = await deadlines('ada')
    expect([...new Set(clocks.map((clock) => clock.kind))].sort()).toEqual(['acceptance', 'answer', 'legal', 'promised', 'stage'])
    const stage = clocks.find((clock) => clock.kind === 'stage' && clock.stoppedAt === null)
    expect(stage?.rungs.map(({ code, actions }) => ({ code, actions }))).toEqual([
      { code: 'stage-yellow', actions: [{ kind: 'notify', roles: ['expert'] }] },
    ])
    expect(stage?.rungs[0]?.rule?.en).toBe('1 working day before it is due, if it is not done: tells the expert.')
    expect(clocks.map((clock) => [clock.card, clock.cards])).toEqual(clocks.map(() => [null, []]))
    expect(stage?.trace.length).toBeGreaterThan(10)
    expect(await deadlines('liaison')).toEqual(await deadlines('ada'))
  })
})

describe('the time of an appeal', () => {
  it('is told by holder and by span, and adds up', async () => {
    const body = await time('ada')
    expect(body).toMatchObject({ asOf: '2026-03-11T02:00:00.000Z', calendar: { id: 'cn' }, provisional: false, totalMinutes: 1680 })
    expect(body.holders.map(({ holder, window, minutes }) => [holder, window, minutes])).toEqual([
      ['unsigned', 'dist-lake.general.reception', 420],
      ['unsigned', 'dist-lake.education.schooling', 420],
      ['expert', null, 420],
      ['window', 'dist-lake.education.schooling', 420],
    ])
    expect(body.holders[0]?.name.zh).toMatch(/^待签收：/)
    expect(body.spans[2]).toMatchObject({
      from: '2026-03-09T02:00:00.000Z',
      to: '2026-03-10T02:00:00.000Z',
      holder: 'expert',
      name: { zh: '专家', en: 'the expert' },
      stage: 'matching',
      reason: 'awaiting-expert-decision',
      reasonText: { en: 'waiting for the expert’s decision' },
      minutes: 420,
    })
    expect(body.periods).toEqual([{ from: '2026-03-05T02:00:00.000Z', to: '2026-03-11T02:00:00.000Z', minutes: 1680 }])
    expect(await time('schooling')).toEqual(body)
  })

  it('stands still once the appeal is closed, and never ends before the last thing that happened', async () => {
    const other = await office.file('ada')
    office.clock.now = WEDNESDAY_10 + 3_600_000
    await office.post('ada', `/api/appeals/${other.number}/withdrawal`)
    office.clock.now = WEDNESDAY_10
    const body: TimeBody = (await office.get('ada', `/api/appeals/${other.number}/time`)).body
    expect([body.totalMinutes, body.asOf]).toEqual([60, '2026-03-11T03:00:00.000Z'])
    office.clock.now = WEDNESDAY_10 + 86_400_000
    expect((await office.get('ada', `/api/appeals/${other.number}/time`)).body.totalMinutes).toBe(60)
    office.clock.now = WEDNESDAY_10
  })
})

describe('an appeal as it was at an instant of its past', () => {
  const SATURDAY = encodeURIComponent('2026-03-07T10:00:00+08:00')

  it('has the limits of then: no pause, no extension, and what was left', async () => {
    const body: DeadlinesBody = (await office.get('schooling', `/api/appeals/${appeal.number}/deadlines?asOf=${SATURDAY}`)).body
    expect(body.asOf).toBe('2026-03-07T02:00:00.000Z')
    expect(body.version).toBeLessThan((await deadlines('schooling')).version)
    const stage = body.clocks.find((clock) => clock.kind === 'stage' && clock.stoppedAt === null)
    // Eight working days after Friday 6 March, none of them spent.
    expect(stage).toMatchObject({ dueAt: '2026-03-18T09:30:00.000Z', remaining: { amount: 8 }, pauses: [], extensions: [] })
  })

  it('has the time of then', async () => {
    const body: TimeBody = (await office.get('ada', `/api/appeals/${appeal.number}/time?asOf=${SATURDAY}`)).body
    // From Thursday 10:00 to the close of Friday: six hours and seven.
    expect([body.asOf, body.totalMinutes]).toEqual(['2026-03-07T02:00:00.000Z', 780])
    expect(body.holders.map(({ minutes }) => minutes)).toEqual([420, 360])
  })

  it.each([
    ['before it was received', '2026-03-05T01:59:59Z', 'too-small', 'This must be at least 2026-03-05T02:00:00.000Z.'],
    ['in the future', '2026-03-11T02:00:01Z', 'too-big', 'This must be at most 2026-03-11T02:00:00.000Z.'],
    ['without a zone', '2026-03-09T10:00:00', 'format', 'The format is not right (datetime).'],
    ['on no day', '2026-02-30T10:00:00Z', 'format', 'The format is not right (datetime).'],
  ])('is refused %s', async (_, asOf, rule, en) => {
    for (const noun of ['deadlines', 'time']) {
      const answer = await office.get('schooling', `/api/appeals/${appeal.number}/${noun}?asOf=${encodeURIComponent(asOf)}`)
      expect([answer.status, answer.body.errors]).toEqual([422, [expect.objectContaining({ field: 'asOf', rule, en })]])
    }
  })
})

describe('after a holiday was announced', () => {
  it('clocks that had stopped are still explained by the calendar they were told by', async () => {
    const state = await office.deps.cases.load(appeal.id)
    const cn = state?.start.calendars['cn']
    if (!cn) throw new Error('no calendar cn')
    const calendar = { ...cn, version: '2026.2', holidays: { ...cn.holidays, '2026-03-12': { zh: '临时放假', en: 'day off' } } }
    const command = { kind: 'ReplaceCalendar', id: 'new-calendar', at: WEDNESDAY_10, actor: SYSTEM, data: { calendar } } as const
    await office.gateway.command(appeal.id, command)
    const { clocks } = await deadlines('lake')
    expect(clocks.map((clock) => [clock.kind, clock.explained])).toEqual(clocks.map((clock) => [clock.kind, true]))
    expect(clocks.find((clock) => clock.kind === 'acceptance')).toMatchObject({
      dueAt: '2026-03-12T09:30:00.000Z',
      calendar: { version: cn.version },
    })
    // Twenty working days and three from Friday 6 March, over the new holiday and Qingming.
    expect(clocks.find((clock) => clock.kind === 'legal')).toMatchObject({
      dueAt: '2026-04-10T09:30:00.000Z',
      calendar: { version: '2026.2' },
    })
  })
})
