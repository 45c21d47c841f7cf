import { beforeEach, describe, expect, it } from '@jest/globals'
import type { Express } from 'express'
import request from 'supertest'
import { createApp } from '../../api/app.ts'
import { type FakeOffice, fakeOffice, grant, PASSWORD } from './fake-office.ts'

let office: FakeOffice
let app: Express
beforeEach(() => {
  office = fakeOffice()
  office.people.grants.set('clerk', [grant('clerk', ['dist-lake.general.reception'])])
  app = createApp(office.deps)
})

async function signIn(): Promise<{ token: string; cookie: string }> {
  const answer = await request(app).post('/api/sessions').send({ username: 'clerk', password: PASSWORD })
  expect(answer.status).toBe(201)
  return { token: answer.body.token, cookie: String(answer.headers['set-cookie']) }
}

describe('signing in', () => {
  it('gives a token and a cookie that scripts cannot read and other sites do not send', async () => {
    const { token, cookie } = await signIn()
    expect(cookie).toContain(`hongyan_session=${token}`)
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Lax')
    expect(cookie).not.toContain('Secure')
    expect([...office.sessions.rows.keys()]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)])
    expect([...office.sessions.rows.keys()]).not.toContain(token)
  })

  it('lets the token and the cookie in alike, and nobody without', async () => {
    const { token, cookie } = await signIn()
    const me = { kind: 'staff', id: 'clerk', username: 'clerk', roles: ['clerk'] }
    expect((await request(app).get('/api/me').set('Authorization', `Bearer ${token}`)).body).toMatchObject(me)
    expect(
      (
        await request(app)
          .get('/api/me')
          .set('Cookie', cookie.split(';')[0] ?? '')
      ).body,
    ).toMatchObject(me)
    expect((await request(app).get('/api/me')).status).toBe(401)
    expect((await request(app).get('/api/me').set('Authorization', `Bearer ${token}x`)).status).toBe(401)
  })

  it('a session that was signed out is dead in the database', async () => {
    const { token } = await signIn()
    expect((await request(app).delete('/api/sessions/current').set('Authorization', `Bearer ${token}`)).status).toBe(204)
    expect((await request(app).get('/api/me').set('Authorization', `Bearer ${token}`)).status).toBe(401)
  })

  it('a session ends an hour after its last use', async () => {
    const { token } = await signIn()
    office.clock.realNow += 59 * 60_000
    expect((await request(app).get('/api/me').set('Authorization', `Bearer ${token}`)).status).toBe(200)
    office.clock.realNow += 60 * 60_000
    expect((await request(app).get('/api/me').set('Authorization', `Bearer ${token}`)).status).toBe(401)
  })

  it('a session ends twelve hours after signing in, however much it is used', async () => {
    const { token } = await signIn()
    for (let halfHours = 1; halfHours < 24; halfHours += 1) {
      office.clock.realNow += 30 * 60_000
      expect((await request(app).get('/api/me').set('Authorization', `Bearer ${token}`)).status).toBe(200)
    }
    office.clock.realNow += 30 * 60_000
    expect((await request(app).get('/api/me').set('Authorization', `Bearer ${token}`)).status).toBe(401)
  })

  it('a wrong password and an unknown account get the same answer', async () => {
    const wrong = await request(app).post('/api/sessions').send({ username: 'clerk', password: 'guess' })
    const unknown = await request(app).post('/api/sessions').send({ username: 'nobody', password: 'guess' })
    expect(wrong.status).toBe(401)
    expect(unknown.status).toBe(401)
    expect(unknown.body).toEqual(wrong.body)
  })

  it('a closed account cannot sign in, and an open session of it ends at once', async () => {
    const { token } = await signIn()
    office.people.closed.add('clerk')
    expect((await request(app).get('/api/me').set('Authorization', `Bearer ${token}`)).status).toBe(401)
    expect((await request(app).post('/api/sessions').send({ username: 'clerk', password: PASSWORD })).status).toBe(401)
  })

  it('the sixth guess at one account waits, known or not, and says how long', async () => {
    for (const username of ['clerk', 'nobody']) {
      for (let guess = 0; guess < 5; guess += 1)
        expect((await request(app).post('/api/sessions').send({ username, password: 'guess' })).status).toBe(401)
      const sixth = await request(app).post('/api/sessions').send({ username: username.toUpperCase(), password: 'guess' })
      expect([sixth.status, sixth.body.code]).toEqual([429, 'too-many-attempts'])
      expect(Number(sixth.headers['retry-after'])).toBeGreaterThan(0)
    }
  })

  it('one source that guesses at many accounts waits too', async () => {
    for (let guess = 0; guess < 50; guess += 1)
      await request(app)
        .post('/api/sessions')
        .send({ username: `guess${guess}`, password: 'guess' })
    expect((await request(app).post('/api/sessions').send({ username: 'clerk', password: PASSWORD })).status).toBe(429)
  })

  it('a role taken away acts on the next request', async () => {
    const { token } = await signIn()
    office.people.grants.set('clerk', [])
    expect((await request(app).get('/api/me').set('Authorization', `Bearer ${token}`)).body.roles).toEqual([])
  })
})

describe('a write with the cookie', () => {
  it('from a page of another origin is refused, from our own it is not', async () => {
    const { cookie } = await signIn()
    const write = (origin: string) =>
      request(app)
        .delete('/api/sessions/current')
        .set('Cookie', cookie.split(';')[0] ?? '')
        .set('Host', 'office.example')
        .set('Origin', origin)
    const foreign = await write('https://elsewhere.example')
    expect([foreign.status, foreign.body.code]).toEqual([403, 'foreign-origin'])
    expect((await write('null')).status).toBe(403)
    expect((await write('http://office.example')).status).toBe(204)
  })

  it('that the browser says comes from another site is refused', async () => {
    const { cookie } = await signIn()
    const answer = await request(app)
      .delete('/api/sessions/current')
      .set('Cookie', cookie.split(';')[0] ?? '')
      .set('Sec-Fetch-Site', 'cross-site')
    expect(answer.status).toBe(403)
  })
})

describe('an expert signs in by a code', () => {
  it('that works once', async () => {
    expect((await request(app).post('/api/sign-in-codes').send({ email: 'ada@expert.example' })).status).toBe(202)
    const code = office.codes.sent[0]
    expect(code).toMatch(/^\d{6}$/)
    const first = await request(app).post('/api/sessions').send({ email: 'ada@expert.example', code })
    expect([first.status, first.body.person.kind, first.body.person.roles]).toEqual([201, 'expert', ['expert']])
    expect((await request(app).post('/api/sessions').send({ email: 'ada@expert.example', code })).status).toBe(401)
  })

  it('for ten minutes', async () => {
    await request(app).post('/api/sign-in-codes').send({ email: 'ada@expert.example' })
    office.clock.realNow += 10 * 60_000
    expect((await request(app).post('/api/sessions').send({ email: 'ada@expert.example', code: office.codes.sent[0] })).status).toBe(401)
  })

  it('and an address nobody has gets the same answer, but no mail', async () => {
    const known = await request(app).post('/api/sign-in-codes').send({ email: 'ada@expert.example' })
    const unknown = await request(app).post('/api/sign-in-codes').send({ email: 'nobody@expert.example' })
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body])
    expect(office.codes.sent).toHaveLength(1)
  })

  it('nor does the time of an answer tell who is known', async () => {
    const asked = async (email: string): Promise<number> => {
      const from = performance.now()
      await request(app).post('/api/sign-in-codes').send({ email })
      return performance.now() - from
    }
    expect(await asked('ada@expert.example')).toBeGreaterThan(240)
    expect(await asked('nobody@expert.example')).toBeGreaterThan(240)
    const redeem = office.codes.redeem.bind(office.codes)
    let looked = 0
    office.codes.redeem = (given) => {
      looked += 1
      return redeem(given)
    }
    for (const email of ['ada@expert.example', 'nobody@expert.example'])
      expect((await request(app).post('/api/sessions').send({ email, code: '12345' })).status).toBe(401)
    expect(looked).toBe(2)
  })
})
