import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { anApiOffice, type ApiOffice } from './office.ts'
import { idOf } from './people.ts'

let office: ApiOffice
let ada: string
beforeAll(async () => {
  office = await anApiOffice()
  ada = (await office.file()).number
}, 240_000)
afterAll(() => office?.close())

const FUNDING = readFileSync('catalog/items/funding.yaml', 'utf8')

describe('the text of an item', () => {
  it('that leads to a stage nobody knows is told at its line, and held against the version in force', async () => {
    const text = FUNDING.replace('accepts: true, to: review }', 'accepts: true, to: reviews }')
    const { status, body } = await office.post('auditor', '/api/admin/items/check', { text })
    expect([status, body.item, body.present.version]).toEqual([200, null, 1])
    expect(body.problems).toContainEqual(
      expect.objectContaining({ line: 74, place: 'stages.0.outcomes.0.leadsTo.0', rule: 'unknown-stage', severity: 'error' }),
    )
  })

  it('without a breach shows its route through the windows and every warning of its ladder in words', async () => {
    const { body } = await office.post('admin', '/api/admin/items/check', { text: FUNDING.replace('version: 1', 'version: 2') })
    expect(body.problems.filter((each: { severity: string }) => each.severity === 'error')).toEqual([])
    expect(body.item).toMatchObject({ code: 'funding', version: 2, start: 'application' })
    expect(body.item.route[0].outcomes.map((each: { leadsTo: unknown }) => each.leadsTo)).toEqual([
      [{ when: null, to: 'stage', stage: 'review', result: null, name: { zh: '联合评审', en: 'Joint review' } }],
      [{ when: null, to: 'close', stage: null, result: 'not-accepted', name: { zh: '不予受理', en: 'not accepted' } }],
    ])
    expect(body.item.ladder[0].rule.zh).toBe('期限用去75%时，仍未签收：黄牌，通知窗口负责人。')
  })

  it('of a new item comes into force, and experts may file it at once', async () => {
    const text = FUNDING.replace('code: funding', 'code: venture-loan')
    const seen = await office.post('admin', '/api/admin/items/preview', { text })
    expect([seen.status, seen.body.target, seen.body.appeals]).toEqual([200, 'venture-loan', 0])
    const given = { text, reason: '新增事项', preview: seen.body.digest, moveRunning: false }
    expect((await office.post('admin', '/api/admin/items/imports', given)).status).toBe(201)
    const listed = await office.get('auditor', '/api/admin/items')
    expect(listed.body.items.find((item: { code: string }) => item.code === 'venture-loan')).toMatchObject({
      version: 1,
      reason: '新增事项',
      stages: 5,
    })
    expect((await office.get('admin', '/api/admin/items/venture-loan')).body.text).toBe(text)
    expect((await office.get('admin', '/api/admin/items/nothing')).body.code).toBe('unknown-item')
  })
})

describe('an absence', () => {
  it('names a substitute for its days, is ended earlier, and refuses what cannot be', async () => {
    const wanted = { staffId: idOf('clerk'), substituteId: idOf('colleague'), fromDay: '2026-03-05', toDay: '2026-03-12' }
    const added = await office.post('admin', '/api/admin/absences', wanted)
    expect([added.status, added.body]).toEqual([201, { id: expect.any(String), ...wanted }])
    const ended = await office.patch('admin', `/api/admin/absences/${added.body.id}`, { toDay: '2026-03-06' })
    expect(ended.body.toDay).toBe('2026-03-06')
    const listed = await office.get('auditor', `/api/admin/absences?staffId=${idOf('clerk')}`)
    expect(listed.body.absences).toEqual([ended.body])
    const early = await office.patch('admin', `/api/admin/absences/${added.body.id}`, { toDay: '2026-03-01' })
    expect([early.status, early.body.field]).toEqual([422, 'toDay'])
    const own = await office.post('admin', '/api/admin/absences', { ...wanted, substituteId: idOf('clerk') })
    expect([own.status, own.body.field]).toEqual([422, 'substituteId'])
    const nobody = await office.patch('admin', '/api/admin/absences/00000000-0000-4000-8000-000000000000', { toDay: '2026-03-06' })
    expect([nobody.status, nobody.body.code]).toEqual([404, 'unknown-absence'])
  })
})

describe('the audit', () => {
  it('finds the lines of one appeal page by page, each once, with who and what', async () => {
    const whole = await office.get('auditor', `/api/admin/audit/events?number=${ada}`)
    expect(whole.body.events.map((each: { type: string }) => each.type)).toContain('AppealReceived')
    const first = await office.get('auditor', `/api/admin/audit/events?number=${ada}&limit=2`)
    const second = await office.get('auditor', `/api/admin/audit/events?number=${ada}&limit=200&cursor=${first.body.next}`)
    expect([...first.body.events, ...second.body.events]).toEqual(whole.body.events)
    const received = await office.get('auditor', `/api/admin/audit/events?number=${ada}&type=AppealReceived`)
    expect(received.body.events).toMatchObject([{ number: ada, name: { zh: '收到诉求' }, actor: { kind: 'expert', id: idOf('ada') } }])
  })

  it('names who read an appeal, and shows nothing of before or after the time asked for', async () => {
    await office.get('clerk', `/api/appeals/${ada}`)
    const read = await office.get('admin', `/api/admin/audit/reads?who=clerk&number=${ada}`)
    expect(read.body.reads[0]).toMatchObject({
      person: { kind: 'staff', name: 'Name of clerk' },
      subject: { kind: 'appeal', name: ada },
    })
    const later = await office.get('admin', '/api/admin/audit/reads?who=clerk&from=2026-03-06T00:00:00Z')
    expect(later.body.reads).toEqual([])
    const nobody = await office.get('admin', '/api/admin/audit/events?who=no.one')
    expect([nobody.status, nobody.body.field]).toEqual([422, 'who'])
    const broken = await office.get('admin', '/api/admin/audit/events?cursor=zzz')
    expect([broken.status, broken.body.field]).toEqual([422, 'cursor'])
  })
})

describe('the outbox', () => {
  it('has a failed mail sent again once, with a reason that is kept; any other is refused', async () => {
    await office.sql.query("update notice set status = 'failed', attempts = 9, error = '550 no such user' where recipient_kind = 'expert'")
    const failed = await office.get('auditor', '/api/admin/outbox?status=failed')
    const [mail] = failed.body.mails
    expect(mail).toMatchObject({ number: ada, kind: 'received', status: 'failed', error: '550 no such user', mayResend: true, resent: 0 })
    expect(JSON.stringify(failed.body)).not.toContain('@')
    const path = `/api/admin/outbox/${mail.id}/resend`
    expect((await office.post('admin', path, { reason: '  ' })).status).toBe(422)
    const again = await office.post('admin', path, { reason: '地址已更正' }, 'press-1')
    expect(again.body).toMatchObject({ status: 'queued', attempts: 0, error: null, mayResend: false, resent: 1 })
    expect((await office.post('admin', path, { reason: '地址已更正' }, 'press-1')).body).toMatchObject({ status: 'queued', resent: 1 })
    const twice = await office.post('admin', path, { reason: '地址已更正' }, 'press-2')
    expect([twice.status, twice.body.code]).toEqual([409, 'mail-not-failed'])
    expect((await office.post('admin', '/api/admin/outbox/999999/resend', { reason: 'x' })).body.code).toBe('unknown-mail')
    const { rows } = await office.sql.query('select reason, attempts, error, staff_id from notice_resend')
    expect(rows).toEqual([{ reason: '地址已更正', attempts: 9, error: '550 no such user', staff_id: idOf('admin') }])
    await expect(office.sql.query('delete from notice_resend')).rejects.toThrow('append-only')
  })
})

describe('the texts of mails', () => {
  it('are shown in both languages as the worker would send them', async () => {
    const { body } = await office.get('admin', '/api/admin/mail-texts')
    const closed = body.kinds.find((each: { kind: string }) => each.kind === 'closed')
    expect([closed.reader, closed.zh.sample.subject]).toEqual(['expert', '【鸿雁】HY-2026-000123-7 已办结：已解决'])
    expect(closed.en.sample.text).toContain('The place is settled; please report to the school by Friday.')
    expect(closed.zh.template.body).toContain('{{> said}}')
  })
})

describe('stations and ladders', () => {
  it('are read with their names: who takes what nobody takes, and what a rung does', async () => {
    const { body } = await office.get('auditor', '/api/admin/stations')
    expect(body.stations.find((each: { code: string }) => each.code === 'dist-lake')).toMatchObject({
      level: 'district',
      fallbackWindow: 'dist-lake.general.reception',
    })
    const ladders = await office.get('auditor', '/api/admin/ladders')
    expect(ladders.body.ladders[0].rungs[0]).toMatchObject({ code: 'sign-yellow', clock: 'sign' })
  })
})
