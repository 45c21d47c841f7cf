import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { anApiOffice, type ApiOffice, SCHOOLING } from './office.ts'
import { idOf } from './people.ts'

let office: ApiOffice
beforeAll(async () => {
  office = await anApiOffice()
})
afterEach(async () => {
  office.gateway.away = false
  office.gateway.refuses = null
  await office.sql.query('update appeal set closed_at = now() where closed_at is null')
})
afterAll(async () => {
  await office.close()
})

async function rows(): Promise<number> {
  const { rows: found } = await office.sql.query<{ count: number }>(
    'select (select count(*) from intake)::int + (select count(*) from case_event)::int as count',
  )
  return found[0]?.count ?? -1
}

describe('filing that is not right is told field by field and leaves nothing behind', () => {
  const { childName: _childName, ...withoutName } = SCHOOLING.form
  const WRONG: readonly (readonly [string, object, string, string])[] = [
    ['an unknown item', { item: 'moon-landing' }, 'item', 'unknown'],
    ['a field that the form does not have', { form: { ...SCHOOLING.form, colour: 'red' } }, 'form.colour', 'unknown-field'],
    ['a required field that is missing', { form: withoutName }, 'form.childName', 'required'],
    ['a required field that is blank', { form: { ...SCHOOLING.form, childName: '   ' } }, 'form.childName', 'required'],
    ['a text where a text is wanted and a number comes', { form: { ...SCHOOLING.form, childName: 7 } }, 'form.childName', 'type'],
    ['a choice that is not offered', { form: { ...SCHOOLING.form, hukou: 'mars' } }, 'form.hukou', 'choice'],
    ['a day that is in no calendar', { form: { ...SCHOOLING.form, birthDate: '2019-02-30' } }, 'form.birthDate', 'not-a-date'],
    ['a text that is too long', { form: { ...SCHOOLING.form, childName: '林'.repeat(61) } }, 'form.childName', 'too-long'],
    ['a NUL character', { form: { ...SCHOOLING.form, childName: 'a\u0000' } }, 'form.childName', 'nul-byte'],
    ['a required paper that is missing', { materials: SCHOOLING.materials.slice(1) }, 'materials.talent-card', 'required'],
    [
      'a paper that the item does not know',
      { materials: [...SCHOOLING.materials, { code: 'passport-of-the-dog', provided: true }] },
      'materials.4.code',
      'unknown',
    ],
    ['a paper given twice', { materials: [...SCHOOLING.materials, { code: 'identity', provided: true }] }, 'materials.4.code', 'duplicate'],
    [
      'a paper promised that may not be',
      { materials: [{ code: 'identity', promised: true }, ...SCHOOLING.materials.filter(({ code }) => code !== 'identity')] },
      'materials.0.promised',
      'not-deferrable',
    ],
    [
      'a paper both there and promised',
      {
        materials: [{ code: 'identity', promised: true, provided: true }, ...SCHOOLING.materials.filter(({ code }) => code !== 'identity')],
      },
      'materials.0',
      'choice',
    ],
    ['a form that is no object', { form: [] }, 'form', 'type'],
    ['a field beside the form', { status: 'closed' }, 'status', 'unknown-field'],
  ]
  it.each(WRONG)('%s', async (_what, change, field, rule) => {
    const before = await rows()
    const answer = await office.post('ada', '/api/appeals', { ...SCHOOLING, ...change })
    expect([answer.status, answer.body.code, answer.body.field, answer.body.errors?.[0]?.rule]).toEqual([422, 'invalid', field, rule])
    expect(answer.body.errors[0].zh).not.toBe('')
    expect(await rows()).toBe(before)
  })

  it('a filing without an Idempotency-Key', async () => {
    const answer = await office.post('ada', '/api/appeals', SCHOOLING).unset('Idempotency-Key')
    expect([answer.status, answer.body.code, answer.body.field]).toEqual([422, 'key-missing', 'Idempotency-Key'])
  })

  it('an expert who files for another', async () => {
    const answer = await office.post('ada', '/api/appeals', { ...SCHOOLING, expertId: idOf('bo') })
    expect([answer.status, answer.body.field]).toEqual([403, 'expertId'])
  })
})

describe('one key is one appeal', () => {
  it('the same press again is the same appeal, and is written once', async () => {
    const key = randomUUID()
    const first = await office.post('ada', '/api/appeals', SCHOOLING, key)
    const before = await rows()
    const again = await office.post('ada', '/api/appeals', SCHOOLING, key)
    expect([again.status, again.body.number, again.body.id]).toEqual([201, first.body.number, first.body.id])
    expect(await rows()).toBe(before)
  })

  it('two presses at once are one appeal', async () => {
    const key = randomUUID()
    const [one, two] = await Promise.all([
      office.post('ada', '/api/appeals', SCHOOLING, key),
      office.post('ada', '/api/appeals', SCHOOLING, key),
    ])
    const numbers = [one, two].filter((answer) => answer.status === 201).map((answer) => answer.body.number)
    expect(new Set(numbers).size).toBe(1)
    const { rows: found } = await office.sql.query('select 1 from intake where idempotency_key = $1', [key])
    expect(found).toHaveLength(1)
  })

  it('another body under the key is refused', async () => {
    const key = randomUUID()
    await office.post('ada', '/api/appeals', SCHOOLING, key)
    const answer = await office.post('ada', '/api/appeals', { ...SCHOOLING, form: { ...SCHOOLING.form, hukou: 'elsewhere' } }, key)
    expect([answer.status, answer.body.code]).toEqual([422, 'key-reused'])
  })

  it('two experts may use the same key', async () => {
    const key = randomUUID()
    const ada = await office.post('ada', '/api/appeals', SCHOOLING, key)
    const bo = await office.post('bo', '/api/appeals', SCHOOLING, key)
    expect([ada.status, bo.status, ada.body.number === bo.body.number]).toEqual([201, 201, false])
  })

  it('with the engine away the answer is 503, and the same key files it later', async () => {
    const key = randomUUID()
    office.gateway.away = true
    const away = await office.post('ada', '/api/appeals', SCHOOLING, key)
    expect([away.status, away.body.code, away.headers['retry-after']]).toEqual([503, 'unavailable', '2'])
    office.gateway.away = false
    const later = await office.post('ada', '/api/appeals', SCHOOLING, key)
    expect(later.status).toBe(201)
  })
})

describe('a second appeal for the same item', () => {
  it('is a conflict that names the first, unless it is meant', async () => {
    const first = await office.post('ada', '/api/appeals', SCHOOLING)
    const second = await office.post('ada', '/api/appeals', SCHOOLING)
    expect([second.status, second.body.code, second.body.number]).toEqual([409, 'duplicate-appeal', first.body.number])
    expect(second.body.detail).toContain(first.body.number)
    expect((await office.post('bo', '/api/appeals', SCHOOLING)).status).toBe(201)
    const meant = await office.post('ada', '/api/appeals', { ...SCHOOLING, confirmDuplicate: true })
    expect([meant.status, meant.body.number === first.body.number]).toEqual([201, false])
  })
})

describe('a filing that the engine refuses', () => {
  it('is told as a refusal, under its key each time, and keeps nobody from filing again', async () => {
    const key = randomUUID()
    office.gateway.refuses = { refusal: 'not-permitted', field: null, params: {} }
    const refused = await office.post('ada', '/api/appeals', SCHOOLING, key)
    expect([refused.status, refused.body.code]).toEqual([403, 'not-permitted'])
    office.gateway.refuses = null
    const starts = office.gateway.starts
    const again = await office.post('ada', '/api/appeals', SCHOOLING, key)
    expect([again.status, again.body.code, office.gateway.starts]).toEqual([403, 'not-permitted', starts])
    expect((await office.post('ada', '/api/appeals', SCHOOLING)).status).toBe(201)
  })

  it('is not left to housekeeping', async () => {
    office.gateway.refuses = { refusal: 'not-permitted', field: null, params: {} }
    await office.post('ada', '/api/appeals', SCHOOLING)
    const { rows: found } = await office.sql.query(
      'select refused from intake i where started_at is null and not exists (select 1 from case_event where case_id = i.id) and refused is null',
    )
    expect(found).toEqual([])
  })
})

describe('filing on behalf', () => {
  it('a liaison of the district, and a clerk of its window, file for an expert there', async () => {
    const byLiaison = await office.post('liaison', '/api/appeals', { ...SCHOOLING, expertId: idOf('ada') })
    expect(byLiaison.status).toBe(201)
    const seen = await office.get('ada', `/api/appeals/${byLiaison.body.number}`)
    expect(seen.status).toBe(200)
    const byClerk = await office.post('clerk', '/api/appeals', { ...SCHOOLING, expertId: idOf('bo') })
    expect(byClerk.status).toBe(201)
  })

  it('a clerk of another district may not, and somebody must be named', async () => {
    const other = await office.post('portclerk', '/api/appeals', { ...SCHOOLING, expertId: idOf('ada') })
    expect([other.status, other.body.code]).toEqual([403, 'not-permitted'])
    const nobody = await office.post('clerk', '/api/appeals', SCHOOLING)
    expect([nobody.status, nobody.body.field]).toEqual([422, 'expertId'])
    const unknown = await office.post('clerk', '/api/appeals', { ...SCHOOLING, expertId: '00000000-0000-4000-8000-000000000000' })
    expect([unknown.status, unknown.body.errors[0].rule]).toEqual([422, 'unknown'])
  })
})
