import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { anApiOffice, type ApiOffice, SCHOOLING } from './office.ts'
import { idOf } from './people.ts'

let office: ApiOffice
beforeAll(async () => {
  office = await anApiOffice()
})
afterAll(async () => {
  await office.close()
})

const NEW = { username: 'wang.li', name: '王丽', email: 'wang.li@offices.example', password: 'a-long-password' }

async function signIn(username: string, password: string): Promise<request.Response> {
  return request(office.app).post('/api/sessions').send({ username, password })
}

describe('an administrator', () => {
  it('adds a colleague, gives them a window, and they work there at once', async () => {
    const added = await office.post('admin', '/api/admin/staff', NEW)
    expect(added.status).toBe(201)
    expect(added.body).toEqual({
      id: expect.any(String),
      username: 'wang.li',
      name: '王丽',
      email: 'wang.li@offices.example',
      language: 'zh',
      active: true,
    })
    const { rows } = await office.sql.query('select password_hash from staff where id = $1', [added.body.id])
    expect(rows[0].password_hash).toMatch(/^\$argon2id\$/)
    const session = await signIn('Wang.Li', NEW.password)
    expect([session.status, session.body.person.roles]).toEqual([201, []])
    const bearer = `Bearer ${session.body.token}`
    const appeal = await office.file('ada')
    const task = `/api/tasks/${appeal.id}-t1`
    expect((await request(office.app).get(task).set('Authorization', bearer)).status).toBe(403)
    const given = await office.post('admin', '/api/admin/memberships', {
      staffId: added.body.id,
      role: 'clerk',
      window: 'dist-lake.general.reception',
    })
    expect(given.body).toMatchObject({
      staffId: added.body.id,
      role: 'clerk',
      window: 'dist-lake.general.reception',
      station: null,
      validFrom: '2026-03-05',
      validTo: null,
    })
    expect((await request(office.app).post(`${task}/claim`).set('Authorization', bearer)).status).toBe(200)
    expect((await office.post('lead', `${task}/transfer`, { version: 3, to: 'clerk' })).body.assignee.id).toBe(idOf('clerk'))
  })

  it('closes an account, and its sessions end', async () => {
    const { body } = await office.get('admin', '/api/admin/staff?q=wang')
    const session = await signIn('wang.li', NEW.password)
    expect((await office.patch('admin', `/api/admin/staff/${body.staff[0].id}`, { active: false })).body.active).toBe(false)
    expect((await request(office.app).get('/api/me').set('Authorization', `Bearer ${session.body.token}`)).status).toBe(401)
    expect((await signIn('wang.li', NEW.password)).status).toBe(401)
    await office.patch('admin', `/api/admin/staff/${body.staff[0].id}`, { active: true, password: 'another-long-password' })
    expect((await signIn('wang.li', NEW.password)).status).toBe(401)
    expect((await signIn('wang.li', 'another-long-password')).status).toBe(201)
  })

  it('is told what is wrong with a new colleague, a role or a window', async () => {
    const refused = async (path: string, body: object, expected: [number, string, string]) => {
      const answer = await office.post('admin', path, body)
      expect([path, answer.status, answer.body.code, answer.body.field]).toEqual([path, ...expected])
    }
    await refused('/api/admin/staff', { ...NEW, username: 'CLERK' }, [409, 'name-taken', 'username'])
    for (const name of ['王\r\nBcc: x@y.example', '王\u0007', '王\u202E丽'])
      await refused('/api/admin/staff', { ...NEW, name }, [422, 'invalid', 'name'])
    await refused('/api/admin/staff', { ...NEW, username: 'x y' }, [422, 'invalid', 'username'])
    await refused('/api/admin/staff', { ...NEW, password: 'short' }, [422, 'invalid', 'password'])
    await refused('/api/admin/memberships', { staffId: idOf('clerk'), role: 'clerk' }, [422, 'invalid', 'window'])
    await refused(
      '/api/admin/memberships',
      { staffId: idOf('clerk'), role: 'liaison', window: 'dist-lake.general.reception', station: 'dist-lake' },
      [422, 'invalid', 'window'],
    )
    await refused('/api/admin/memberships', { staffId: idOf('clerk'), role: 'clerk', window: 'nowhere' }, [422, 'invalid', 'window'])
    await refused('/api/admin/memberships', { staffId: '00000000-0000-4000-8000-000000000000', role: 'administrator' }, [
      404,
      'unknown-staff',
      'staffId',
    ])
    await refused('/api/admin/memberships', { staffId: idOf('clerk'), role: 'auditor', validFrom: '2026-05-01', validTo: '2026-04-01' }, [
      422,
      'invalid',
      'validTo',
    ])
    await refused('/api/admin/memberships', { staffId: idOf('clerk'), role: 'king' }, [422, 'invalid', 'role'])
    await refused('/api/admin/memberships', { staffId: idOf('clerk'), role: 'auditor', validFrom: '0000-01-01' }, [
      422,
      'invalid',
      'validFrom',
    ])
    await refused('/api/admin/memberships', { staffId: idOf('clerk'), role: 'auditor', validTo: '9999-12-31' }, [422, 'invalid', 'validTo'])
    await refused(
      '/api/admin/windows',
      { code: 'w', department: 'moon', function: 'f', station: 'dist-lake', name: { zh: '窗', en: 'w' } },
      [422, 'invalid', 'department'],
    )
    await refused('/api/admin/windows', { code: 'w', department: 'general', function: 'f', station: 'moon', name: { zh: '窗', en: 'w' } }, [
      422,
      'invalid',
      'station',
    ])
    await refused('/api/admin/windows', { code: 'w', department: 'general', function: 'f', station: 'dist-lake', name: { zh: '窗' } }, [
      422,
      'invalid',
      'name.en',
    ])
    expect((await office.patch('admin', `/api/admin/memberships/00000000-0000-4000-8000-000000000000`, {})).status).toBe(404)
    expect((await office.patch('admin', '/api/admin/windows/nowhere', { active: false })).status).toBe(404)
    expect((await office.patch('admin', '/api/admin/staff/not-an-id', {})).status).toBe(422)
  })

  it('opens a window, to which an appeal can be referred at once, and closes it again', async () => {
    const added = await office.post('admin', '/api/admin/windows', {
      code: 'dist-lake.general.night',
      department: 'general',
      function: 'night',
      station: 'dist-lake',
      name: { zh: '夜间窗口', en: 'Night window' },
    })
    expect([added.status, added.body.calendar, added.body.active]).toEqual([201, 'cn', true])
    const appeal = await office.file('bo', SCHOOLING)
    const referred = await office.post('clerk', `/api/tasks/${appeal.id}-t1/referral`, { window: 'dist-lake.general.night', note: 'n' })
    expect(referred.status).toBe(200)
    const seen = await office.get('lake', `/api/appeals/${appeal.number}`)
    expect(seen.body.tasks[1]).toMatchObject({
      window: 'dist-lake.general.night',
      windowName: { zh: '夜间窗口', en: 'Night window' },
      status: 'dispatched',
    })
    expect((await office.patch('admin', '/api/admin/windows/dist-lake.general.night', { active: false })).body.active).toBe(false)
    const next = await office.file('bo', SCHOOLING)
    expect((await office.post('clerk', `/api/tasks/${next.id}-t1/referral`, { window: 'dist-lake.general.night' })).status).toBe(422)
    expect((await office.get('lake', `/api/appeals/${appeal.number}`)).body.tasks[1].windowName.en).toBe('Night window')
    expect(
      (await office.get('admin', '/api/admin/windows')).body.windows.find(
        (window: { code: string }) => window.code === 'dist-lake.general.night',
      ),
    ).toMatchObject({ active: false })
  })

  it('pages through staff by user name', async () => {
    const first = await office.get('admin', '/api/admin/staff?limit=2')
    const second = await office.get('admin', `/api/admin/staff?limit=2&cursor=${first.body.next}`)
    expect([...first.body.staff, ...second.body.staff].map((staff: { username: string }) => staff.username)).toEqual([
      'admin',
      'auditor',
      'clerk',
      'colleague',
    ])
  })
})

describe('an expert signs in by the code that their mail carries', () => {
  it('once, and after five wrong tries no more', async () => {
    const ask = () => request(office.app).post('/api/sign-in-codes').send({ email: 'Ada@Experts.example' })
    const codeInMail = async (): Promise<string> => {
      const { rows } = await office.sql.query(
        "select params ->> 'code' as code from notice where kind = 'sign-in-code' order by id desc limit 1",
      )
      return rows[0].code
    }
    const redeem = (code: string) => request(office.app).post('/api/sessions').send({ email: 'ada@experts.example', code })
    expect((await ask()).status).toBe(202)
    const code = await codeInMail()
    const { rows } = await office.sql.query('select code_hash from sign_in_code order by issued_at desc limit 1')
    expect(rows[0].code_hash).not.toContain(code)
    const session = await redeem(code)
    expect([session.status, session.body.person]).toEqual([
      201,
      expect.objectContaining({ kind: 'expert', id: idOf('ada'), roles: ['expert'] }),
    ])
    expect((await redeem(code)).status).toBe(401)
    await ask()
    const wrong = (await codeInMail()) === '000000' ? '111111' : '000000'
    for (let tries = 0; tries < 5; tries += 1) expect((await redeem(wrong)).status).toBe(401)
    expect((await redeem(await codeInMail())).status).toBe(401)
    expect((await request(office.app).post('/api/sign-in-codes').send({ email: 'nobody@experts.example' })).status).toBe(202)
  })
})

describe('the deadline calculator', () => {
  it('counts over National Day and says why', async () => {
    // Received Monday 28 September 2026; 1 to 7 October are holidays, Saturday 10 October is worked.
    const answer = await request(office.app)
      .post('/api/deadlines/calculation')
      .send({ id: 41, calendar: 'cn', unit: 'working-days', amount: 5, startedAt: '2026-09-28T10:00:00+08:00' })
    expect([answer.status, answer.body.id, answer.body.dueAt, answer.body.provisional]).toEqual([
      200,
      41,
      '2026-10-10T09:30:00.000Z',
      false,
    ])
    expect(answer.body.trace.map((line: { rule: string }) => line.rule)).toEqual(
      expect.arrayContaining(['received', 'counted', 'skipped', 'make-up', 'due']),
    )
  })

  it('names field and rule of what it cannot count', async () => {
    const answer = await request(office.app)
      .post('/api/deadlines/calculation')
      .send({ calendar: 'cn', unit: 'working-days', amount: -1, startedAt: '2026-09-28T10:00:00' })
    expect([answer.status, answer.body.errors.map((error: { field: string; rule: string }) => [error.field, error.rule])]).toEqual([
      422,
      [
        ['amount', 'not-positive'],
        ['startedAt', 'without-zone'],
      ],
    ])
  })
})
