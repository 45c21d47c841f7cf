import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { anApiOffice, type ApiOffice, THURSDAY_10 } from './office.ts'
import { idOf, type Name } from './people.ts'
import { lastRead, readsAfter } from './reads.ts'

const HOUR = 3_600_000
let office: ApiOffice
let appeal: { id: string; number: string }

/** Filed by Ada on Thursday at 10:00, accepted by the clerk at 11:00, so that the school window has it unsigned. */
beforeAll(async () => {
  office = await anApiOffice()
  appeal = await office.file('ada')
  office.clock.now = THURSDAY_10 + HOUR
  const done = await office.post('clerk', `/api/tasks/${appeal.id}-t1/completion`, { version: 1, outcome: 'accept', note: 'internal word' })
  expect(done.status).toBe(200)
})
afterAll(async () => {
  await office.close()
})

const path = (noun: string): string => `/api/appeals/${appeal.number}/${noun}`

describe.each(['mails', 'route'])('/api/appeals/:number/%s', (noun) => {
  it.each<[Name, number]>([
    ['bo', noun === 'mails' ? 404 : 403],
    ['clerk', 200],
    ['schooling', 200],
    ['portclerk', 403],
    ['lake', 200],
    ['port', 403],
    ['auditor', 200],
    ['admin', 403],
  ])('%s gets %i', async (who, status) => {
    expect((await office.get(who, path(noun))).status).toBe(status)
  })

  it('leaves a row of who read the appeal', async () => {
    const before = await lastRead(office.sql)
    await office.get('schooling', path(noun))
    expect(await readsAfter(office.sql, before)).toEqual([
      { person_id: idOf('schooling'), subject_kind: 'appeal', subject_id: appeal.id, route: `get /api/appeals/:number/${noun}` },
    ])
  })
})

describe('the route of an appeal', () => {
  it('tells staff the stages and why the window has it', async () => {
    const { body } = await office.get('schooling', path('route'))
    expect(body.stages.map((stage: { code: string; place: string }) => [stage.code, stage.place])).toEqual([
      ['reception', 'visited'],
      ['matching', 'now'],
      ['approval', 'possible'],
      ['coordination', 'possible'],
      ['confirmation', 'possible'],
    ])
    expect(body.why.dispatches.at(-1)).toMatchObject({ taskId: `${appeal.id}-t2`, open: true })
    expect(body.why.dispatches.at(-1).lines[0].en).toBe(
      'The stage "Acceptance" was completed with "Accept"; by the rules of the item "Matching a school" follows.',
    )
    expect(body.why.accountable.en).toContain('stays responsible until')
  })

  it('is nothing for experts and liaisons', async () => {
    expect((await office.get('ada', path('route'))).status).toBe(403)
    expect((await office.get('liaison', path('route'))).status).toBe(403)
  })
})

describe('the mails about an appeal', () => {
  it('tell staff kind, recipient and delivery in plain words', async () => {
    await office.sql.query("update notice set status = 'accepted', attempts = 2, was_uncertain = true where kind = 'received'")
    const { body } = await office.get('schooling', path('mails'))
    expect(body.mails.find((mail: { kind: string }) => mail.kind === 'received')).toMatchObject({
      to: { kind: 'expert', role: { zh: '专家', en: 'expert' }, name: null },
      name: { zh: '收到诉求', en: 'appeal received' },
      status: 'accepted',
      text: { zh: '不确定，已重发并送达邮件服务器', en: 'was uncertain; sent again and taken by the mail server' },
    })
    expect(body.mails).toContainEqual(
      expect.objectContaining({ kind: 'dispatched', to: expect.objectContaining({ kind: 'staff', name: 'Name of schooling' }) }),
    )
  })

  it('tell the expert of their own alone', async () => {
    const { body } = await office.get('ada', path('mails'))
    expect(body.mails.length).toBeGreaterThan(0)
    expect(body.mails.every((mail: { to: { kind: string } }) => mail.to.kind === 'expert')).toBe(true)
  })
})

describe('the history of an appeal in sentences', () => {
  const sentences = async (who: Name, query = ''): Promise<Record<string, string>> => {
    const { body } = await office.get(who, path('events') + query)
    return Object.fromEntries(body.events.map((event: { type: string; text: { en: string } | null }) => [event.type, event.text?.en ?? '']))
  }

  it('tells staff which rule led to the window', async () => {
    const told = await sentences('schooling')
    expect(told['TaskCompleted']).toBe('The stage "Acceptance" is completed: Accept.')
    expect(told['TaskDispatched']).toMatch(/^The expert's own station has .+, so it handles the stage\.$/)
    expect(told['TaskClaimed']).toBe('Claimed by Name of clerk.')
  })

  it('tells the expert the window and no rule, no person and no note', async () => {
    const told = await sentences('ada')
    expect(told['TaskDispatched']).toMatch(/^It goes to .+\.$/)
    expect(JSON.stringify(told)).not.toMatch(/Name of|station has|internal word/)
  })

  it('is the same from a later event on', async () => {
    const all = await sentences('schooling')
    expect((await sentences('schooling', '?since=1'))['TaskDispatched']).toBe(all['TaskDispatched'])
  })
})
