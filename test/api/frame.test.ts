import { describe, expect, it } from '@jest/globals'
import express from 'express'
import request from 'supertest'
import { createApp } from '../../api/app.ts'
import { registerRoutes } from '../../api/http/register.ts'
import { errorHandler } from '../../api/problems/error-handler.ts'
import { answer, defineRoute } from '../../api/route.ts'
import { routes } from '../../api/routes/index.ts'
import { empty, nothing } from '../../api/schemas/input.ts'
import { hashOf } from '../../api/sessions/token.ts'
import { fakeOffice, NOON } from './fake-office.ts'

const CONTRACT = {
  method: 'get',
  path: '/api/nothing',
  tag: 'test',
  summary: { zh: '无', en: 'nothing' },
  key: 'none',
  params: nothing,
  query: nothing,
  body: nothing,
  answers: { 204: empty },
  handler: async () => answer(204, undefined),
} as const

describe('a route that does not say who may call it, and what it leaves behind', () => {
  it('does not compile', () => {
    // @ts-expect-error allow is missing
    defineRoute({ ...CONTRACT, audit: 'own' })
    // @ts-expect-error audit is missing
    defineRoute({ ...CONTRACT, allow: 'signed-in' })
    // @ts-expect-error 200 is none of the declared answers
    defineRoute({ ...CONTRACT, allow: 'signed-in', audit: 'own', handler: async () => answer(200, undefined) })
    expect(defineRoute({ ...CONTRACT, allow: 'signed-in', audit: 'own' }).allow).toBe('signed-in')
  })
})

describe('the frame around the routes', () => {
  it('describes every route in the OpenAPI document, with its problems', async () => {
    const { body } = await request(createApp(fakeOffice().deps)).get('/api/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    for (const route of routes) {
      const operation = body.paths[route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method]
      expect(operation).toBeDefined()
      expect(operation.responses.default.content).toHaveProperty(['application/problem+json'])
    }
    const ids = routes.map((route) => body.paths[route.path.replace(/:(\w+)/g, '{$1}')][route.method].operationId)
    expect(new Set(ids).size).toBe(routes.length)
  })

  it('serves its documentation from itself, under a policy that lets no other host in', async () => {
    const app = createApp(fakeOffice().deps)
    const page = await request(app).get('/api/docs')
    expect(page.status).toBe(200)
    expect(page.headers['content-security-policy']).toContain("script-src 'self';")
    expect(page.text).not.toMatch(/https?:\/\//)
    for (const source of [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '')) {
      expect([source, (await request(app).get(source)).status]).toEqual([source, 200])
    }
  })

  it('says live, and ready only with every part there, naming the missing ones', async () => {
    const app = createApp(fakeOffice().deps)
    expect((await request(app).get('/health/live')).status).toBe(200)
    expect((await request(app).get('/health/ready')).status).toBe(200)
    const there = async (): Promise<boolean> => true
    const never = (): Promise<boolean> => new Promise(() => {})
    const half = createApp(
      fakeOffice({
        health: {
          database: there,
          temporal: never,
          worker: async () => false,
          mail: async () => {
            throw new Error('away')
          },
        },
      }).deps,
    )
    const answer = await request(half).get('/health/ready')
    expect([answer.status, answer.body]).toEqual([503, { status: 'not-ready', missing: ['temporal', 'worker', 'mail'] }])
  })

  it('counts requests by pattern and business by state, without an id or a name', async () => {
    const app = createApp(fakeOffice().deps)
    await request(app).get('/api/items/funding')
    const { text } = await request(app).get('/metrics')
    expect(text).toContain('hongyan_open_appeals{colour="red"} 1')
    expect(text).toContain('hongyan_outbox_notices{status="queued"} 2')
    expect(text).toContain('hongyan_http_request_seconds_count{method="GET",route="/api/items/:code",status="404"} 1')
    expect(text).not.toContain('funding')
  })

  it('tells which appeals stand still, which wakes are late and how often the watchdog had to wake one', async () => {
    const { deps } = fakeOffice()
    const app = createApp(deps)
    await request(app).get('/metrics')
    const { text } = await request(app).get('/metrics')
    const lines = text.split('\n').filter((line) => /^hongyan_(stuck|late|oldest|woken|invariants|watchdog)/.test(line))
    expect(lines).toEqual([
      'hongyan_stuck_cases{kind="not-started"} 0',
      'hongyan_stuck_cases{kind="no-owner"} 0',
      'hongyan_stuck_cases{kind="no-clock"} 0',
      'hongyan_stuck_cases{kind="no-workflow"} 1',
      'hongyan_stuck_cases{kind="engine-failing"} 0',
      'hongyan_stuck_cases{kind="no-answer"} 0',
      'hongyan_stuck_cases{kind="not-written"} 0',
      'hongyan_stuck_cases{kind="rules-stuck"} 0',
      'hongyan_stuck_cases{kind="differs"} 0',
      'hongyan_late_wakes 3',
      'hongyan_oldest_wake_seconds 125',
      'hongyan_woken_total 17',
      'hongyan_invariants_broken{code="I1"} 1',
      'hongyan_watchdog_age_seconds 20',
    ])
  })

  it('reads of personal data that name no subject are an error of ours, not an answer', async () => {
    const office = fakeOffice()
    const careless = defineRoute({ ...CONTRACT, allow: 'signed-in', audit: 'personal' })
    office.people.grants.set('clerk', [])
    await office.deps.sessions.create({
      tokenHash: hashOf('t'.repeat(30)),
      person: { kind: 'staff', id: 'clerk' },
      at: NOON,
      idleUntil: NOON + 1000,
      absoluteUntil: NOON + 1000,
    })
    const app = express()
    registerRoutes(app, [careless], office.deps)
    app.use(errorHandler(office.deps.log))
    expect(
      (
        await request(app)
          .get('/api/nothing')
          .set('Authorization', `Bearer ${'t'.repeat(30)}`)
      ).status,
    ).toBe(500)
  })

  it('answers process figures while the database is away', async () => {
    const app = createApp(
      fakeOffice({
        figures: async () => {
          throw new Error('away')
        },
      }).deps,
    )
    const answer = await request(app).get('/metrics')
    expect([answer.status, answer.text.includes('process_cpu_seconds_total')]).toEqual([200, true])
  })
})
