import { describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { createApp } from '../../api/app.ts'
import { fakeOffice } from './fake-office.ts'

const app = createApp(fakeOffice().deps)
const PROBLEM = /^application\/problem\+json/

describe('bad input is told, in the language that was asked for, and never a 500', () => {
  it('a body that is no JSON is 400', async () => {
    const answer = await request(app)
      .post('/api/sessions')
      .set('Content-Type', 'application/json')
      .set('Accept-Language', 'en')
      .send('{"username":')
    expect(answer.status).toBe(400)
    expect(answer.headers['content-type']).toMatch(PROBLEM)
    expect(answer.body).toMatchObject({
      code: 'malformed-json',
      status: 400,
      field: 'body',
      detail: 'The body is not valid JSON.',
      detailZh: '请求正文不是有效的 JSON。',
    })
  })

  it('a form of a foreign page is 415', async () => {
    const answer = await request(app).post('/api/sessions').type('form').send('username=a&password=b')
    expect([answer.status, answer.body.code]).toEqual([415, 'unsupported-media-type'])
  })

  it('a string of one megabyte is 413', async () => {
    const answer = await request(app)
      .post('/api/sessions')
      .send({ username: 'x'.repeat(1024 * 1024), password: 'y' })
    expect([answer.status, answer.body.code, answer.body.field]).toEqual([413, 'too-large', 'body'])
  })

  it('a missing field is named with its rule in both languages', async () => {
    const answer = await request(app).post('/api/sessions').set('Accept-Language', 'zh-CN,zh;q=0.9').send({ username: 'li' })
    expect(answer.status).toBe(422)
    expect(answer.body.field).toBe('password')
    expect(answer.body.errors).toEqual([{ field: 'password', rule: 'required', zh: '必填。', en: 'This is required.' }])
    expect(answer.body.title).toBe('输入有误，请按提示更正。')
  })

  it('an unknown field is refused by name', async () => {
    const answer = await request(app).post('/api/sign-in-codes').send({ email: 'ada@expert.example', role: 'administrator' })
    expect([answer.status, answer.body.errors]).toEqual([
      422,
      [{ field: 'role', rule: 'unknown-field', zh: '不存在此字段。', en: 'There is no such field.' }],
    ])
  })

  it('an unknown query parameter is refused by name', async () => {
    const answer = await request(app).get('/api/items?colour=red')
    expect([answer.status, answer.body.field]).toEqual([422, 'colour'])
  })

  it('a wrong type is told with the right one', async () => {
    const answer = await request(app).post('/api/sign-in-codes').set('Accept-Language', 'en').send({ email: 7 })
    expect([answer.status, answer.body.errors[0].en]).toEqual([422, 'The type should be string.'])
  })

  it('a limit is told as what must be, not as what is', async () => {
    const answer = await request(app)
      .post('/api/sessions')
      .set('Accept-Language', 'en')
      .send({ username: 'x'.repeat(300), password: 'y' })
    expect([answer.status, answer.body.errors[0].en]).toEqual([422, 'The length must be at most 100.'])
  })

  it('a NUL character is refused wherever it stands', async () => {
    const inBody = await request(app).post('/api/sessions').send({ username: 'a\u0000b', password: 'x' })
    expect([inBody.status, inBody.body.errors[0].rule, inBody.body.field]).toEqual([422, 'nul-byte', 'username'])
    const inPath = await request(app).get('/api/items/a%00b')
    expect([inPath.status, inPath.body.errors[0].rule]).toEqual([422, 'nul-byte'])
    const inKey = await request(app).post('/api/sessions').send({ 'a\u0000': 1 })
    expect([inKey.status, inKey.body.errors[0].rule]).toEqual([422, 'nul-byte'])
  })

  it('a lone surrogate is refused', async () => {
    const answer = await request(app)
      .post('/api/sessions')
      .set('Content-Type', 'application/json')
      .send('{"username":"\\ud800","password":"x"}')
    expect([answer.status, answer.body.errors[0].rule]).toEqual([422, 'lone-surrogate'])
  })

  it('a body nested a hundred thousand deep is refused', async () => {
    const answer = await request(app)
      .post('/api/sessions')
      .set('Content-Type', 'application/json')
      .send(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)
    expect([answer.status, answer.body.errors[0].rule]).toEqual([422, 'too-deep'])
  })

  it('a body that is no object, or names __proto__, is refused', async () => {
    for (const body of ['7', 'null', '[]', '"x"', 'true']) {
      const answer = await request(app).post('/api/sign-in-codes').set('Content-Type', 'application/json').send(body)
      expect([body, answer.status]).toEqual([body, 422])
    }
    const answer = await request(app)
      .post('/api/sign-in-codes')
      .set('Content-Type', 'application/json')
      .send('{"__proto__":{"email":"ada@expert.example"}}')
    expect([answer.status, answer.body.errors[0].field]).toEqual([422, '__proto__'])
  })

  it('a path that does not decode is 400', async () => {
    const answer = await request(app).get('/api/items/%E0%A4%A')
    expect([answer.status, answer.body.code]).toEqual([400, 'malformed-request'])
  })

  it('an unknown address is 404 and a wrong method is 405 with the right ones', async () => {
    const unknown = await request(app).get('/api/nothing')
    expect([unknown.status, unknown.body.code, unknown.headers['content-type']]).toEqual([
      404,
      'unknown-route',
      expect.stringMatching(PROBLEM),
    ])
    const wrong = await request(app).patch('/api/sessions').send({})
    expect([wrong.status, wrong.body.code, wrong.headers['allow']]).toEqual([405, 'method-not-allowed', 'POST'])
  })

  it('an error of ours shows an id and nothing of itself', async () => {
    const broken = fakeOffice({
      people: {
        ...fakeOffice().people,
        expertByEmail: async () => {
          throw new TypeError('secret of the house')
        },
      } as never,
    })
    const answer = await request(createApp(broken.deps)).post('/api/sign-in-codes').send({ email: 'ada@expert.example' })
    expect([answer.status, answer.body.code]).toEqual([500, 'unexpected'])
    expect(JSON.stringify(answer.body)).not.toContain('secret')
    expect(answer.body.id).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('a database that is away is 503 with Retry-After', async () => {
    const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
    const broken = fakeOffice({
      people: {
        expertByEmail: async () => {
          throw away
        },
      } as never,
    })
    const answer = await request(createApp(broken.deps)).post('/api/sign-in-codes').send({ email: 'ada@expert.example' })
    expect([answer.status, answer.body.code, answer.headers['retry-after']]).toEqual([503, 'unavailable', '2'])
  })
})
