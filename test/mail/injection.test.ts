import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { simpleParser, type ParsedMail } from 'mailparser'
import { mailAddress } from '../../activities/mail/address.ts'
import { composeMail } from '../../activities/mail/compose.ts'
import { createMailer } from '../../activities/mail/mailer.ts'
import type { OutboxRow } from '../../activities/mail/outbox-port.ts'
import { COMPOSE } from './compose-deps.ts'
import { aRow, bareParams } from './rows.ts'
import { scriptedSmtp, type Delivery, type ScriptedSmtp } from './scripted-smtp.ts'

let server: ScriptedSmtp
beforeEach(async () => {
  server = await scriptedSmtp(() => null)
})
afterEach(() => server.stop())

async function delivered(
  changes: Partial<OutboxRow>,
): Promise<{ readonly delivery: Delivery; readonly mail: ParsedMail; readonly headers: readonly string[] }> {
  const made = composeMail(aRow(changes), COMPOSE)
  if (made.kind !== 'mail') throw new Error(made.error)
  const mailer = createMailer({ smtpUrl: server.url })
  expect((await mailer.send(made.message, new AbortController().signal)).kind).toBe('accepted')
  mailer.close()
  expect(server.kept).toHaveLength(1)
  const [delivery] = server.kept
  if (delivery === undefined) throw new Error('nothing kept')
  const mail = await simpleParser(Buffer.from(delivery.raw, 'latin1'))
  return { delivery, mail, headers: mail.headerLines.map((line) => line.key).sort() }
}

const HEADERS = [
  'auto-submitted',
  'content-language',
  'content-type',
  'date',
  'from',
  'in-reply-to',
  'message-id',
  'mime-version',
  'references',
  'subject',
  'to',
  'x-auto-response-suppress',
]

const person = (name: string): OutboxRow['person'] => ({ name, address: 'anna.berg@experts.example', language: 'en' })

describe('nothing that a person typed can add a header or a recipient', () => {
  it('a mail goes to one recipient, says that it is automatic and belongs to the thread of its appeal', async () => {
    const { delivery, mail, headers } = await delivered({})
    expect(delivery.to).toEqual(['anna.berg@experts.example'])
    expect(headers).toEqual(HEADERS)
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
    expect(mail.messageId).toBe('<779e5f13fb889ec09ef510b51af1e9b6@hongyan.example>')
    expect(mail.inReplyTo).toBe(mail.references)
    expect(mail.from?.value).toEqual([{ name: '鸿雁 Hongyan', address: 'noreply@hongyan.example' }])
    expect(mail.html).toContain('<html lang="en">')
    expect(mail.text).toContain('Dear expert,')
  })

  it.each([
    'Anna\r\nBcc: evil@other.example',
    'Anna\nX-Evil: 1\n\nbody',
    'Anna\u0000Berg',
    'Anna\u2028Bcc: evil@other.example',
    'Anna\u0085Bcc: evil@other.example',
    'Anna" <evil@other.example>, "',
    'evil@other.example, Anna',
    'Anna <evil@other.example>',
    '王敏\r\nCc: evil@other.example',
    '=?utf-8?Q?Anna=0D=0ABcc:_evil@other.example?=',
  ])('the name %j', async (name) => {
    const { delivery, mail, headers } = await delivered({ person: person(name) })
    expect(delivery.to).toEqual(['anna.berg@experts.example'])
    expect(headers).toEqual(HEADERS)
    expect([mail.to].flat().flatMap((to) => to?.value.map((entry) => entry.address) ?? [])).toEqual(['anna.berg@experts.example'])
  })

  it('the name of an item, of a window or of an office in charge', async () => {
    const evil = 'School\r\nBcc: evil@other.example\r\n\r\n<script>alert(1)</script>'
    const params = bareParams({
      item: { zh: evil, en: evil },
      outcome: { zh: evil, en: evil },
      officeInChargeTextId: 'x',
      reason: { zh: evil, en: evil },
    })
    const { delivery, mail, headers } = await delivered({ kind: 'closed', params, officeInCharge: evil })
    expect(delivery.to).toEqual(['anna.berg@experts.example'])
    expect(headers).toEqual(HEADERS)
    expect(mail.subject).toBe('[Hongyan] HY-2026-000123-7 closed: School Bcc: evil@other.example <script>alert(1)</script>')
    expect(mail.html).not.toContain('<script')
    expect(mail.html).toContain('School Bcc: evil@other.example &lt;script&gt;alert(1)&lt;/script&gt;')
  })

  it('a reply that pretends to end the message, or to be a page', async () => {
    const text =
      'a\r\n.\r\nMAIL FROM:<evil@other.example>\n.\n\u0000<img src=x onerror=alert(1)>\n{{number}}\n\n</blockquote><a href="http://evil.example">'
    const { mail } = await delivered({ kind: 'closed', params: bareParams({ textId: 'x' }), text })
    expect(server.kept).toHaveLength(1)
    expect(mail.text).toContain('> .\n> MAIL FROM:<evil@other.example>\n> .\n>  <img src=x onerror=alert(1)>\n> {{number}}\n')
    expect(mail.html).toContain(
      '&lt;img src=x onerror=alert(1)&gt;<br>{{number}}<br><br>&lt;/blockquote&gt;&lt;a href=&quot;http://evil.example&quot;&gt;</blockquote>',
    )
  })

  it.each([
    'a@experts.example,b@experts.example',
    'a@experts.example;b@experts.example',
    'a@experts.example b@experts.example',
    'Anna <a@experts.example>',
    '<a@experts.example>',
    'a@experts.example\r\nBcc: evil@other.example',
    'a@experts.example\n',
    ' a@experts.example',
    'a\u0000@experts.example',
    'a@experts.example\u0000',
    'a＠experts.example',
    'a@experts。example',
    'ａ@experts.example',
    'a@еxperts.example',
    '"a b"@experts.example',
    '"a@evil"@experts.example',
    'a@@experts.example',
    'a@b@experts.example',
    'a.@experts.example',
    '.a@experts.example',
    'a..b@experts.example',
    'a@experts',
    'a@-experts.example',
    'a@experts-.example',
    'a@experts..example',
    'a@[127.0.0.1]',
    'a(comment)@experts.example',
    '',
    '@experts.example',
    'a@',
    `${'a'.repeat(65)}@experts.example`,
    `a@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(63)}.example`,
  ])('the address %j is none that one mail may go to', (address) => {
    expect(mailAddress('Anna', address)).toBeNull()
    expect(composeMail(aRow({ person: { name: 'Anna', address, language: 'en' } }), COMPOSE).kind).toBe('unsendable')
  })

  it.each([
    'a@experts.example',
    "o'brien+appeal@mail.experts.example",
    'wang_min.01@xn--fiqs8s.example',
    `${'a'.repeat(64)}@experts.example`,
  ])('the address %s is a plain one', (address) => {
    expect(mailAddress('Anna', address)).toEqual({ name: 'Anna', address })
  })

  it('a row whose person is gone, or whose params are not what its kind needs, is not sent', () => {
    expect(composeMail(aRow({ person: null }), COMPOSE).kind).toBe('unsendable')
    expect(composeMail(aRow({ params: { code: '1' } }), COMPOSE).kind).toBe('unsendable')
    expect(composeMail(aRow({ kind: 'sign-in-code', params: bareParams() }), COMPOSE).kind).toBe('unsendable')
    expect(composeMail(aRow({ kind: 'greeting' }), COMPOSE).kind).toBe('unsendable')
  })
})
