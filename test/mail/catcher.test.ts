import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import express from 'express'
import request from 'supertest'
import { composeMail, type MailMessage } from '../../activities/mail/compose.ts'
import { createMailer } from '../../activities/mail/mailer.ts'
import { inboxFile } from '../../api/dev-inbox.ts'
import { devMailRouter } from '../../api/dev-mail.ts'
import { startMailCatcher, type MailCatcher } from '../../scripts/mail-catcher/catcher.ts'
import { COMPOSE } from './compose-deps.ts'
import { aRow } from './rows.ts'

let dataFolder = ''
let catcher: MailCatcher
beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'hongyan-mail-'))
  catcher = await startMailCatcher({ port: 0, dataFolder })
})
afterEach(async () => {
  await catcher.stop()
  rmSync(dataFolder, { recursive: true, force: true })
})

function message(seq: number, address: string): MailMessage {
  const made = composeMail(aRow({ seq, recipientId: address, person: { name: 'Anna Berg', address, language: 'zh' } }), COMPOSE)
  if (made.kind !== 'mail') throw new Error(made.error)
  return made.message
}

async function send(...messages: readonly MailMessage[]): Promise<void> {
  const mailer = createMailer({ smtpUrl: `smtp://127.0.0.1:${catcher.port}` })
  for (const each of messages) expect(await mailer.send(each, new AbortController().signal)).toMatchObject({ kind: 'accepted' })
  mailer.close()
}

const app = (): express.Express => express().use(devMailRouter({ dataFolder }))

describe('the built-in mail catcher', () => {
  it('an empty inbox is an empty list', async () => {
    const answer = await request(app()).get('/dev/mail.json').expect(200)
    expect(answer.body).toEqual([])
  })

  it('shows what it caught, newest first, whole', async () => {
    await send(message(1, 'anna@experts.example'), message(2, 'bo@experts.example'))
    const answer = await request(app())
      .get('/dev/mail.json')
      .expect(200)
      .expect('Content-Type', /application\/json/)
    expect(answer.body).toHaveLength(2)
    expect(answer.body[0]).toMatchObject({
      id: '2',
      copy: 1,
      to: ['bo@experts.example'],
      from: '"鸿雁 Hongyan" <noreply@hongyan.example>',
      subject: '【鸿雁】HY-2026-000123-7 诉求已收到：子女入学',
    })
    expect(answer.body[0].messageId).toMatch(/^<[0-9a-f]{32}@hongyan\.example>$/)
    expect(answer.body[0].text).toContain('您的诉求“子女入学”已收到')
    expect(answer.body[0].html).toContain('<html lang="zh-CN">')
    expect(answer.body[0].headers['auto-submitted']).toBe('auto-generated')
    expect(Date.parse(answer.body[0].receivedAt)).toBeGreaterThan(Date.now() - 60_000)
    expect(answer.body[1].to).toEqual(['anna@experts.example'])
  })

  it('narrows to one address and to the newest', async () => {
    await send(message(1, 'anna@experts.example'), message(2, 'bo@experts.example'), message(3, 'anna@experts.example'))
    const server = app()
    const anna = await request(server).get('/dev/mail.json?to=Anna@Experts.example')
    expect(anna.body.map((mail: { id: string }) => mail.id)).toEqual(['3', '1'])
    const newest = await request(server).get('/dev/mail.json?limit=1')
    expect(newest.body.map((mail: { id: string }) => mail.id)).toEqual(['3'])
    const asked = await request(server).get('/dev/mail').set('Accept', 'application/json')
    expect(asked.body).toHaveLength(3)
  })

  it('keeps its mails over a restart and counts repetitions of a Message-ID', async () => {
    await send(message(1, 'anna@experts.example'))
    await catcher.stop()
    appendFileSync(inboxFile(dataFolder), '{"id":"2","messageId":"<half')
    catcher = await startMailCatcher({ port: 0, dataFolder })
    await send(message(1, 'anna@experts.example'), message(2, 'anna@experts.example'))
    const answer = await request(app()).get('/dev/mail.json')
    expect((await request(app()).get('/dev/mail/dev/mail.json')).body).toEqual(answer.body)
    expect(answer.body.map((mail: { id: string; copy: number }) => [mail.id, mail.copy])).toEqual([
      ['3', 1],
      ['2', 2],
      ['1', 1],
    ])
  })

  it('a growing inbox is read on from where it stood', async () => {
    const server = app()
    await send(message(1, 'anna@experts.example'))
    expect((await request(server).get('/dev/mail.json')).body).toHaveLength(1)
    await send(message(2, 'anna@experts.example'))
    expect((await request(server).get('/dev/mail.json')).body).toHaveLength(2)
  })

  it('has a page that lists and shows mails without running anything of theirs', async () => {
    await send({
      ...message(1, 'anna@experts.example'),
      subject: '<script>alert(1)</script>',
      html: '<p>hello</p><script>alert(1)</script>',
    })
    const server = app()
    const frames = await request(server).get('/dev/mail?to="><script>').set('Accept', 'text/html').expect(200)
    expect(frames.text).not.toContain('<script')
    const list = await request(server).get('/dev/mail/list').expect(200)
    expect(list.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    const mail = await request(server).get('/dev/mail/1').expect(200)
    expect(mail.text).not.toContain('<script')
    const html = await request(server).get('/dev/mail/1/html').expect(200)
    expect(html.text).toContain('<p>hello</p>')
    expect(html.headers['content-security-policy']).toContain("default-src 'none'")
    expect(html.headers['content-security-policy']).toContain('sandbox')
    await request(server).get('/dev/mail/99').expect(404)
  })
})
