import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { anApiOffice, type ApiOffice } from './office.ts'
import type { AppealBody } from './bodies.ts'
import type { Name } from './people.ts'

let office: ApiOffice
let filed: AppealBody
let caseId: string
beforeAll(async () => {
  office = await anApiOffice()
  filed = await office.file()
  caseId = await idOfAppeal(filed.number)
})
afterAll(() => office.close())

/** What the worker leaves in the tables. */
const standsStill = (kind: string, detail: object = {}, since = '2026-03-05T02:00:00Z') =>
  office.sql.query('insert into stuck_case (case_id, kind, since, seen_at, detail) values ($1, $2, $3, now(), $4)', [
    caseId,
    kind,
    since,
    JSON.stringify(detail),
  ])
const moves = () => office.sql.query('delete from stuck_case')
const roundEnds = (name: string, facts: object) =>
  office.sql.query('insert into last_round (name, at, facts) values ($1, clock_timestamp(), $2)', [name, JSON.stringify(facts)])
const woken = (day: string, count: number) => office.sql.query(`insert into watch_count values ('woken', $1, $2)`, [day, count])

async function idOfAppeal(number: string): Promise<string> {
  const { rows } = await office.sql.query<{ id: string }>('select id from intake where number = $1', [number])
  return rows[0]?.id ?? ''
}

const health = async (who: Name = 'province') => (await office.get(who, '/api/supervision/health')).body

describe('the health of the office', () => {
  it('says before the first round that nothing was looked after yet', async () => {
    expect(await health()).toMatchObject({
      watchdog: { at: null, late: true },
      housekeeping: { at: null, late: true },
      postmanRuns: null,
      changes: { running: 0, pending: 0 },
      invariants: [
        { code: 'I1', looked: null, broken: null, at: null },
        { code: 'I2' },
        { code: 'I3' },
        { code: 'I4' },
        { code: 'I5' },
        { code: 'I6' },
      ],
      stuck: [],
    })
  })

  it('names an appeal that stands still, why, and what to do, until it moves again', async () => {
    await standsStill('engine-failing', { attempts: 4, cause: 'does not fit' })
    const body = await health()
    expect(body.stuck).toEqual([
      {
        number: filed.number,
        appeal: `/api/appeals/${filed.number}`,
        item: 'child-schooling',
        kind: 'engine-failing',
        name: { zh: '流程执行失败', en: 'its workflow fails' },
        why: {
          zh: '流程的任务反复失败，按键和期限都不生效。',
          en: 'The task of its workflow fails again and again; neither a press nor a limit has an effect.',
        },
        todo: expect.objectContaining({ en: expect.stringContaining('An administrator reads the cause') }),
        since: '2026-03-05T02:00:00.000Z',
        seenAt: expect.any(String),
        detail: { attempts: 4, cause: 'does not fit' },
      },
    ])
    expect(body.counts.filter((one: { count: number }) => one.count > 0)).toMatchObject([{ kind: 'engine-failing', count: 1 }])
    await moves()
    expect((await health()).stuck).toEqual([])
  })

  it('shows a supervisor the appeals of their stations, and administrators and auditors all', async () => {
    await standsStill('no-workflow')
    const seen = async (who: Name): Promise<number> => (await health(who)).stuck.length
    expect([await seen('lake'), await seen('port'), await seen('province'), await seen('admin'), await seen('auditor')]).toEqual([
      1, 0, 1, 1, 1,
    ])
    await moves()
  })

  it('tells a clerk and an expert nothing', async () => {
    expect((await office.get('clerk', '/api/supervision/health')).status).toBe(403)
    expect((await office.get('ada', '/api/supervision/health')).status).toBe(403)
  })

  it('counts wakes that are more than a minute past, and those that the watchdog made good today', async () => {
    const hourAgo = new Date(Date.now() - 3_600_000)
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    await office.sql.query('update appeal set next_wake_at = $2 where case_id = $1', [caseId, hourAgo])
    await woken(today, 3)
    await woken('2026-01-01', 4)
    const { wakes } = await health()
    expect(wakes).toMatchObject({ late: 1, wokenToday: 3, wokenInAll: 7 })
    expect(wakes.oldestSeconds).toBeGreaterThanOrEqual(3_600)
    await office.sql.query(`update appeal set next_wake_at = clock_timestamp() + interval '1 day' where case_id = $1`, [caseId])
    expect((await health()).wakes).toMatchObject({ late: 0, oldestSeconds: 0 })
  })

  it('says when each round ran last, and that one is missing', async () => {
    await roundEnds('watchdog', { found: 0, postman: true })
    await roundEnds('housekeeping', { started: 0 })
    await roundEnds('I4', { looked: 20, broken: 1 })
    const body = await health()
    expect(body).toMatchObject({ watchdog: { late: false }, housekeeping: { late: false }, postmanRuns: true })
    expect(body.invariants[3]).toMatchObject({ code: 'I4', looked: 20, broken: 1, name: { en: 'log, workflow and lists agree' } })
    await office.sql.query(`update last_round set at = at - interval '3 minutes'`)
    expect(await health()).toMatchObject({ watchdog: { late: true }, housekeeping: { late: false } })
  })
})

describe('the metrics of the office', () => {
  it('carry the same figures', async () => {
    await standsStill('no-workflow')
    const { text } = await office.get('province', '/metrics')
    expect(text).toContain('hongyan_stuck_cases{kind="no-workflow"} 1')
    expect(text).toContain('hongyan_woken_total 7')
    expect(text).toContain('hongyan_invariants_broken{code="I4"} 1')
  })
})
