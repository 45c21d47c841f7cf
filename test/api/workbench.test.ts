import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { lastRead, readsAfter } from './reads.ts'
import { anApiOffice, type ApiOffice } from './office.ts'
import { idOf } from './people.ts'
import type { AppealBody } from './bodies.ts'

let office: ApiOffice
const filed: AppealBody[] = []
beforeAll(async () => {
  office = await anApiOffice()
  for (const who of ['ada', 'bo', 'ada'] as const) filed.push(await office.file(who))
})
afterAll(() => office?.close())

const first = (index: number): string => `${filed[index]?.id ?? ''}-t1`

describe('the list of tasks', () => {
  it('names the expert, the tier and when the appeal last changed, and leaves a trace of whose appeals were read', async () => {
    const since = await lastRead(office.sql)
    const { body } = await office.get('clerk', '/api/tasks?view=unclaimed&q=name of b')
    expect(body.tasks).toHaveLength(1)
    expect(body.tasks[0]).toMatchObject({
      id: first(1),
      expert: { tier: 'A', name: 'Name of bo' },
      present: [],
      appeal: { number: filed[1]?.number, changedAt: '2026-03-05T02:00:00.000Z' },
    })
    expect(await readsAfter(office.sql, since)).toEqual([
      { person_id: idOf('clerk'), subject_kind: 'appeal', subject_id: filed[1]?.id, route: 'get /api/tasks' },
    ])
  })

  it('is searched by the beginning of a number or of a name, and by nothing else', async () => {
    const found = async (q: string): Promise<number> =>
      (await office.get('clerk', `/api/tasks?view=unclaimed&q=${encodeURIComponent(q)}`)).body.tasks.length
    expect(await found(filed[0]?.number.toLowerCase() ?? '')).toBe(1)
    expect(await found('HY-2026')).toBe(3)
    expect(await found('NAME OF ADA')).toBe(2)
    expect(await found('of ada')).toBe(0)
    expect(await found('%')).toBe(0)
    expect((await office.get('clerk', `/api/tasks?q=${'x'.repeat(61)}`)).status).toBe(422)
  })

  it('comes with the office’s time, which need not be the browser’s', async () => {
    expect((await office.get('clerk', '/api/tasks')).headers['case-time']).toBe('2026-03-05T02:00:00.000Z')
  })

  it('is counted by the same narrowing as it is read', async () => {
    expect((await office.get('clerk', '/api/tasks/counts')).body).toEqual({
      mine: { count: 0, more: false },
      unclaimed: { count: 3, more: false },
      waiting: { count: 0, more: false },
      overdue: { count: 0, more: false },
      done: { count: 0, more: false },
    })
    expect((await office.get('clerk', '/api/tasks/counts?q=Name of b')).body.unclaimed).toEqual({ count: 1, more: false })
    expect((await office.get('portclerk', '/api/tasks/counts')).body.unclaimed).toEqual({ count: 0, more: false })
    expect((await office.get('portclerk', '/api/tasks/counts?window=dist-lake.general.reception')).body.code).toBe('not-in-scope')
  })
})

describe('one task', () => {
  it('tells what may be done with its appeal as a whole, too, so that no other page is needed', async () => {
    const kinds = async (who: 'clerk' | 'lake'): Promise<readonly string[]> =>
      (await office.get(who, `/api/tasks/${first(0)}`)).body.appealActions.map((action: { kind: string }) => action.kind)
    expect(await kinds('lake')).toContain('CloseByOrder')
    expect(await kinds('clerk')).not.toContain('CloseByOrder')
    await office.post('ada', `/api/appeals/${filed[0]?.number}/urge`)
    expect(await kinds('clerk')).toContain('AnswerOrder')
  })
})

describe('who has a task open', () => {
  it('is seen by colleagues, in the task and in the list, until they leave', async () => {
    const path = `/api/tasks/${first(0)}/presence`
    expect((await office.post('clerk', path)).body).toEqual({ others: [] })
    expect((await office.post('colleague', path)).body).toEqual({ others: [{ id: idOf('clerk'), name: 'Name of clerk' }] })
    const listed = async (): Promise<unknown> =>
      (await office.get('lead', '/api/tasks?view=unclaimed')).body.tasks.find((task: { id: string }) => task.id === first(0)).present
    expect(await listed()).toEqual([
      { id: idOf('clerk'), name: 'Name of clerk' },
      { id: idOf('colleague'), name: 'Name of colleague' },
    ])
    await office.post('clerk', path, { here: false })
    expect(await listed()).toEqual([{ id: idOf('colleague'), name: 'Name of colleague' }])
  })

  it('is forgotten of who did not say so for a while', async () => {
    await office.post('lead', `/api/tasks/${first(2)}/presence`)
    await office.sql.query("update task_presence set seen_at = clock_timestamp() - interval '46 seconds' where staff_id = $1", [
      idOf('lead'),
    ])
    expect((await office.post('clerk', `/api/tasks/${first(2)}/presence`)).body).toEqual({ others: [] })
  })

  it('is nobody’s business who may not read the appeal', async () => {
    expect((await office.post('portclerk', `/api/tasks/${first(0)}/presence`)).body.code).toBe('not-in-scope')
    expect((await office.post('clerk', '/api/tasks/no-such/presence')).status).toBe(404)
  })
})

describe('saved views', () => {
  it('are one’s own until they are shared with the people of one’s windows', async () => {
    const kept = await office.post('clerk', '/api/views', { page: 'desk', name: '今天', query: 'view=overdue&q=HY' }, 'once')
    expect(kept.status).toBe(201)
    expect((await office.post('clerk', '/api/views', { page: 'desk', name: '今天', query: 'view=overdue&q=HY' }, 'once')).body.id).toBe(
      kept.body.id,
    )
    const names = async (who: 'clerk' | 'colleague' | 'portclerk' | 'lake'): Promise<unknown> =>
      (await office.get(who, '/api/views?page=desk')).body.views.map((view: { name: string; mine: boolean }) => [view.name, view.mine])
    expect(await names('clerk')).toEqual([['今天', true]])
    expect(await names('colleague')).toEqual([])
    const shared = await office.patch('clerk', `/api/views/${kept.body.id}`, { shared: true })
    expect(shared.body).toMatchObject({ name: '今天', query: 'view=overdue&q=HY', shared: true, mine: true })
    expect(await names('colleague')).toEqual([['今天', false]])
    expect(await names('lake')).toEqual([['今天', false]])
    expect(await names('portclerk')).toEqual([])
    expect((await office.get('clerk', '/api/views?page=board')).body.views).toEqual([])
  })

  it('are changed and removed by their owner alone', async () => {
    const { body } = await office.post('lead', '/api/views', { page: 'board', name: 'x', query: '', shared: true })
    expect((await office.patch('clerk', `/api/views/${body.id}`, { name: 'y' })).body.code).toBe('unknown-view')
    expect((await office.remove('clerk', `/api/views/${body.id}`)).status).toBe(404)
    expect((await office.remove('lead', `/api/views/${body.id}`)).status).toBe(204)
    expect((await office.remove('lead', `/api/views/${body.id}`)).status).toBe(404)
  })

  it('keep no more than a query, a name, and fifty of them', async () => {
    for (const wrong of [{ query: 'javascript:alert(1)' }, { query: 'a b' }, { name: ' ' }, { page: 'admin' }, { owner: idOf('lead') }]) {
      const answer = await office.post('clerk', '/api/views', { page: 'desk', name: 'n', query: '', ...wrong })
      expect([wrong, answer.status]).toEqual([wrong, 422])
    }
    await office.sql.query(
      "insert into saved_view (id, owner_id, page, name, query) select gen_random_uuid(), $1, 'desk', 'v' || n, '' from generate_series(1, 50) n",
      [idOf('head')],
    )
    expect((await office.post('head', '/api/views', { page: 'desk', name: 'n', query: '' })).body.code).toBe('too-many-views')
  })
})
