import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { anApiOffice, type ApiOffice, SCHOOLING } from './office.ts'
import type { Name } from './people.ts'

let office: ApiOffice
beforeAll(async () => {
  office = await anApiOffice()
})
afterEach(async () => {
  await office.sql.query('delete from draft')
})
afterAll(async () => {
  await office.close()
})

const BEGUN = { form: { childName: '林小', hukou: 'local' }, materials: [{ code: 'identity', provided: true }] }

async function put(who: Name, item: string, body: object): Promise<request.Response> {
  return request(office.app)
    .put(`/api/drafts/${item}`)
    .set('Authorization', `Bearer ${(await office.tokenOf(who)) ?? ''}`)
    .set('Accept-Language', 'en')
    .send(body)
}

async function remove(who: Name, item: string): Promise<request.Response> {
  return request(office.app)
    .delete(`/api/drafts/${item}`)
    .set('Authorization', `Bearer ${(await office.tokenOf(who)) ?? ''}`)
}

describe('a filing that has been begun', () => {
  it('is kept as it was typed, half done and unchecked, and the next saving replaces it', async () => {
    expect((await put('ada', 'child-schooling', BEGUN)).status).toBe(200)
    const second = await put('ada', 'child-schooling', { ...BEGUN, form: { childName: '林小雨' } })
    expect(second.body).toEqual({
      item: 'child-schooling',
      itemName: { zh: '专家子女入学', en: "School place for an expert's child" },
      form: { childName: '林小雨' },
      materials: [{ code: 'identity', provided: true }],
      savedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    })
    const kept = await office.get('ada', '/api/drafts/child-schooling')
    expect(kept.body).toEqual(second.body)
    expect((await office.get('ada', '/api/drafts')).body).toEqual({ drafts: [second.body] })
  })

  it('is nobody else’s to read, to change or to give up', async () => {
    await put('ada', 'child-schooling', BEGUN)
    expect((await office.get('bo', '/api/drafts')).body).toEqual({ drafts: [] })
    const strange = await office.get('bo', '/api/drafts/child-schooling')
    expect([strange.status, strange.body.code]).toEqual([404, 'unknown-draft'])
    expect((await remove('bo', 'child-schooling')).status).toBe(204)
    expect((await office.get('ada', '/api/drafts/child-schooling')).body.form).toEqual(BEGUN.form)
  })

  it('can be given up, twice as well as once', async () => {
    await put('ada', 'child-schooling', BEGUN)
    expect([(await remove('ada', 'child-schooling')).status, (await remove('ada', 'child-schooling')).status]).toEqual([204, 204])
    expect((await office.get('ada', '/api/drafts/child-schooling')).status).toBe(404)
  })

  it('is over when it is filed; a filing that is refused leaves it', async () => {
    await put('ada', 'child-schooling', BEGUN)
    await put('bo', 'child-schooling', BEGUN)
    expect((await office.post('ada', '/api/appeals', { ...SCHOOLING, form: {} })).status).toBe(422)
    expect((await office.get('ada', '/api/drafts/child-schooling')).status).toBe(200)
    await office.file('ada')
    expect((await office.get('ada', '/api/drafts/child-schooling')).status).toBe(404)
    expect((await office.get('bo', '/api/drafts/child-schooling')).status).toBe(200)
  })

  it('is for an item that is offered, and bounded', async () => {
    expect((await put('ada', 'moon-landing', BEGUN)).body).toMatchObject({ status: 404, code: 'unknown-item', field: 'item' })
    const long = await put('ada', 'child-schooling', { form: { wishes: '长'.repeat(8001) } })
    expect([long.status, long.body.code]).toEqual([422, 'invalid'])
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`f${index}`, 'x']))
    expect((await put('ada', 'child-schooling', { form: many })).status).toBe(422)
    expect((await put('ada', 'child-schooling', { form: {}, expertId: 'x' })).body.errors[0]).toMatchObject({
      field: 'expertId',
      rule: 'unknown-field',
    })
    expect((await office.get('ada', '/api/drafts')).body).toEqual({ drafts: [] })
  })

  it('that nobody touches for ninety days is taken away when another is saved', async () => {
    await put('bo', 'child-schooling', BEGUN)
    await put('bo', 'medical-care', BEGUN)
    await office.sql.query("update draft set saved_at = now() - interval '91 days' where item = 'child-schooling'")
    await office.sql.query("update draft set saved_at = now() - interval '89 days' where item = 'medical-care'")
    await put('ada', 'child-schooling', BEGUN)
    const left = (await office.get('bo', '/api/drafts')).body.drafts.map((each: { item: string }) => each.item)
    expect(left).toEqual(['medical-care'])
  })
})

describe('what an expert is told beside the appeal', () => {
  it('are liaison and leader contact by name, and the window without its people', async () => {
    const filed = await office.file('ada')
    const path = `/api/appeals/${filed.number}/contacts`
    expect((await office.get('ada', path)).body).toEqual({
      window: { code: 'dist-lake.general.reception', name: expect.objectContaining({ en: expect.any(String) }) },
      station: { code: 'dist-lake', name: expect.objectContaining({ en: expect.any(String) }) },
      liaison: null,
      leaderContact: null,
    })
    const people = await office.sql.query<{ id: string; username: string }>(
      "select id, username from staff where username in ('liaison', 'province')",
    )
    const of = (name: string): string => people.rows.find((row) => row.username === name)?.id ?? ''
    await office.sql.query('update expert set liaison = $1, leader_contact = $2 where email = $3', [
      of('liaison'),
      of('province'),
      'ada@experts.example',
    ])
    const next = await office.file('ada')
    const told = await office.get('ada', `/api/appeals/${next.number}/contacts`)
    expect([told.body.liaison, told.body.leaderContact]).toEqual([
      { name: 'Name of liaison', email: 'liaison@offices.example' },
      { name: 'Name of province' },
    ])
    await office.sql.query("update staff set active = false where username = 'province'")
    expect((await office.get('ada', `/api/appeals/${next.number}/contacts`)).body.leaderContact).toBeNull()
    await office.sql.query("update staff set active = true where username = 'province'")
  })

  it('is not told to another expert, and every reading is written down', async () => {
    const filed = await office.file('ada')
    expect((await office.get('bo', `/api/appeals/${filed.number}/contacts`)).status).toBe(404)
    await office.get('ada', `/api/appeals/${filed.number}/contacts`)
    const { rows } = await office.sql.query<{ count: number }>(
      "select count(*)::int as count from read_audit where subject_id = $1 and route = 'get /api/appeals/:number/contacts'",
      [filed.id],
    )
    expect(rows[0]?.count).toBe(1)
  })

  it('are choices in words, in both languages', async () => {
    const filed = await office.file('ada')
    const { form } = (await office.get('ada', `/api/appeals/${filed.number}`)).body
    const answers = Object.fromEntries(form.map((each: { code: string; text: unknown }) => [each.code, each.text]))
    expect([answers.hukou, answers.childName]).toEqual([{ zh: '本地户籍', en: 'Registered here' }, null])
  })
})

describe('one’s own language', () => {
  it('is chosen by an expert and by staff, and acts on the next request', async () => {
    for (const [who, language] of [
      ['ada', 'zh'],
      ['clerk', 'en'],
    ] as const) {
      const changed = await office.patch(who, '/api/me', { language })
      expect([changed.status, changed.body.language]).toEqual([200, language])
      expect((await office.get(who, '/api/me')).body.language).toBe(language)
    }
    expect((await office.patch('ada', '/api/me', { language: 'fr' })).body.errors[0]).toMatchObject({ field: 'language', rule: 'choice' })
    expect((await office.patch('ada', '/api/me', { language: 'en', name: 'Other' })).status).toBe(422)
  })
})
