import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ActionBody, AppealBody, FormBody } from './bodies.ts'
import { anApiOffice, type ApiOffice } from './office.ts'
import { idOf, type Name } from './people.ts'
import { lastRead, readsAfter } from './reads.ts'

let office: ApiOffice
let appeal: { id: string; number: string }
beforeAll(async () => {
  office = await anApiOffice()
  appeal = await office.file('ada')
})
afterAll(async () => {
  await office.close()
})

describe('who may read an appeal', () => {
  it.each<[Name, number]>([
    ['ada', 200],
    ['bo', 404],
    ['clerk', 200],
    ['lead', 200],
    ['portclerk', 403],
    ['schooling', 403],
    ['head', 403],
    ['liaison', 200],
    ['lake', 200],
    ['port', 403],
    ['province', 200],
    ['auditor', 200],
    ['admin', 403],
    ['nobody', 403],
  ])('%s gets %i', async (who, status) => {
    expect((await office.get(who, `/api/appeals/${appeal.number}`)).status).toBe(status)
    expect((await office.get(who, `/api/appeals/${appeal.id}`)).status).toBe(status)
    expect((await office.get(who, `/api/appeals/${appeal.number}/events`)).status).toBe(status)
    const list = await office.get(who, '/api/appeals')
    const sees = list.status === 200 && list.body.appeals.some((each: AppealBody) => each.id === appeal.id)
    expect([who, sees]).toEqual([who, status === 200])
  })

  it('confidential answers are read by the expert and the windows that work on it, nobody else', async () => {
    const childName = async (who: Name) =>
      (await office.get(who, `/api/appeals/${appeal.number}`)).body.form.find((answer: FormBody) => answer.code === 'childName')
    for (const who of ['ada', 'clerk', 'lead'] as const) expect(await childName(who)).toMatchObject({ value: '林小雨', withheld: false })
    for (const who of ['liaison', 'lake', 'province', 'auditor'] as const) {
      const answer = await childName(who)
      expect([who, answer.withheld, 'value' in answer]).toEqual([who, true, false])
    }
  })

  it('every reading of a detail is written down: who, whose, when', async () => {
    const before = await lastRead(office.sql)
    await office.get('province', `/api/appeals/${appeal.number}`)
    await office.get('clerk', `/api/tasks/${appeal.id}-t1`)
    await office.get('bo', `/api/appeals/${appeal.number}`)
    expect(await readsAfter(office.sql, before)).toEqual([
      { person_id: idOf('province'), subject_kind: 'appeal', subject_id: appeal.id, route: 'get /api/appeals/:number' },
      { person_id: idOf('clerk'), subject_kind: 'appeal', subject_id: appeal.id, route: 'get /api/tasks/:id' },
    ])
  })

  it('an auditor may do nothing', async () => {
    const seen = await office.get('auditor', `/api/appeals/${appeal.number}`)
    expect([seen.body.actions, seen.body.tasks[0].actions]).toEqual([[], []])
  })

  it('a role taken away acts on the next request', async () => {
    expect((await office.get('colleague', `/api/appeals/${appeal.number}`)).status).toBe(200)
    const list = await office.get('admin', `/api/admin/memberships?staffId=${idOf('colleague')}`)
    const membership = list.body.memberships[0]
    expect((await office.patch('admin', `/api/admin/memberships/${membership.id}`, { validTo: '2026-03-04' })).status).toBe(200)
    expect((await office.get('colleague', `/api/appeals/${appeal.number}`)).status).toBe(403)
    expect((await office.get('colleague', '/api/me')).body.roles).toEqual([])
  })

  it('what a person may do is what the answer lists, and nothing else', async () => {
    const { body } = await office.get('clerk', `/api/tasks/${appeal.id}-t1`)
    const listed = body.actions.map((action: ActionBody) => action.kind)
    expect(listed).toEqual(
      expect.arrayContaining([
        'SignTask',
        'ClaimTask',
        'CompleteTask',
        'ReturnTask',
        'ReferTask',
        'PauseTask',
        'AskExpert',
        'RequestExtension',
        'IssueDeficiencyNotice',
        'CommentOnTask',
      ]),
    )
    for (const absent of ['ResumeTask', 'GiveConsent', 'ReassignTask', 'IssueOrder']) expect(listed).not.toContain(absent)
    const supervisor = await office.get('lake', `/api/tasks/${appeal.id}-t1`)
    expect(supervisor.body.actions.map((action: ActionBody) => action.kind).sort()).toEqual(['CommentOnTask', 'IssueOrder', 'ReassignTask'])
    const complete = body.actions.find((action: ActionBody) => action.kind === 'CompleteTask')
    expect(complete.fields).toEqual([
      { name: 'version', required: true },
      { name: 'outcome', required: true },
      { name: 'reply', required: false },
      { name: 'note', required: false },
      { name: 'officeInCharge', required: false },
    ])
  })
})
