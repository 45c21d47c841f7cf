import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sha256 } from '../../prisma/content-digest.ts'
import { createAuditStore } from '../../prisma/stores/audit-store.ts'
import { createClockFaceStore } from '../../prisma/stores/clock-face-store.ts'
import { createSessionStore } from '../../prisma/stores/session-store.ts'
import { createSignInAttemptStore } from '../../prisma/stores/sign-in-attempt-store.ts'
import { createSignInCodeStore } from '../../prisma/stores/sign-in-code-store.ts'
import { createTextStore, type CaseText } from '../../prisma/stores/text-store.ts'
import { anOffice, type Office } from './office.ts'
import { CLERK, EXPERT, LEAD, OTHER_EXPERT } from './people.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
})
afterAll(() => office?.close())

const NOON = Date.UTC(2026, 2, 5, 4)
const minute = 60_000

describe('a session', () => {
  it('ends when it is idle too long, and each use moves that end, never past the absolute one', async () => {
    const sessions = createSessionStore(office.db)
    await sessions.create({
      tokenHash: 'a',
      person: { kind: 'staff', id: CLERK },
      at: NOON,
      idleUntil: NOON + 30 * minute,
      absoluteUntil: NOON + 50 * minute,
    })
    expect(await sessions.use('a', NOON + 20 * minute, NOON + 50 * minute)).toEqual({ kind: 'staff', id: CLERK })
    expect(await sessions.use('a', NOON + 45 * minute, NOON + 75 * minute)).toEqual({ kind: 'staff', id: CLERK })
    expect(await sessions.use('a', NOON + 50 * minute, NOON + 80 * minute)).toBeNull()
    await sessions.create({
      tokenHash: 'b',
      person: { kind: 'expert', id: EXPERT },
      at: NOON,
      idleUntil: NOON + 30 * minute,
      absoluteUntil: NOON + 500 * minute,
    })
    expect(await sessions.use('b', NOON + 30 * minute, NOON + 60 * minute)).toBeNull()
    expect(await sessions.use('unknown', NOON, NOON)).toBeNull()
  })

  it('ends when it is revoked, alone or with all others of the person', async () => {
    const sessions = createSessionStore(office.db)
    for (const [tokenHash, id] of [
      ['c', LEAD],
      ['d', LEAD],
      ['e', CLERK],
    ] as const) {
      await sessions.create({
        tokenHash,
        person: { kind: 'staff', id },
        at: NOON,
        idleUntil: NOON + 30 * minute,
        absoluteUntil: NOON + 50 * minute,
      })
    }
    await sessions.revoke('c', NOON)
    expect(await sessions.use('c', NOON + 1, NOON)).toBeNull()
    expect(await sessions.use('d', NOON + 1, NOON)).toEqual({ kind: 'staff', id: LEAD })
    await sessions.revokeAllOf({ kind: 'staff', id: LEAD }, NOON)
    expect(await sessions.use('d', NOON + 1, NOON)).toBeNull()
    expect(await sessions.use('e', NOON + 1, NOON)).toEqual({ kind: 'staff', id: CLERK })
    expect(await sessions.removeEndedBefore(NOON + 51 * minute)).toBe(4)
  })
})

describe('a sign-in code', () => {
  const codes = (): ReturnType<typeof createSignInCodeStore> => createSignInCodeStore(office.db)
  const issue = (codeHash: string): Promise<void> =>
    codes().issue({ expertId: EXPERT, codeHash, code: '135790', at: NOON, expiresAt: NOON + 10 * minute })
  const redeem = (codeHash: string, at = NOON + minute): Promise<boolean> => codes().redeem({ expertId: EXPERT, codeHash, at, maxTries: 3 })

  it('lets in once, also when it is used twice at the same moment', async () => {
    await issue('right')
    expect((await Promise.all([redeem('right'), redeem('right'), redeem('right')])).filter(Boolean)).toHaveLength(1)
    expect(await redeem('right')).toBe(false)
  })

  it('is dead after three wrong tries, after ten minutes, and when a newer one was asked for', async () => {
    await issue('first')
    for (const wrong of ['x', 'y', 'z']) expect(await redeem(wrong)).toBe(false)
    expect(await redeem('first')).toBe(false)
    await issue('second')
    expect(await redeem('second', NOON + 10 * minute)).toBe(false)
    await issue('third')
    await issue('fourth')
    expect(await redeem('third')).toBe(false)
    expect(await redeem('fourth')).toBe(true)
  })

  it('is in clear in the mail that waits, and in no mail that it replaced', async () => {
    await issue('last')
    const { rows } = await office.sql.query(`select status, params from notice where kind = 'sign-in-code' order by id desc limit 2`)
    expect(rows).toEqual([
      { status: 'queued', params: { code: '135790', minutes: 10 } },
      { status: 'failed', params: { minutes: 10 } },
    ])
  })

  it('is kept for a while after its end and then deleted with its mail, where that is settled', async () => {
    await office.sql.query(`delete from notice where kind = 'sign-in-code'`)
    await office.sql.query('delete from sign_in_code')
    await issue('old')
    await office.sql.query(`update notice set created_at = $1, status = 'accepted' where kind = 'sign-in-code'`, [new Date(NOON)])
    await codes().issue({ expertId: OTHER_EXPERT, codeHash: 'new', code: '246801', at: NOON + 5 * minute, expiresAt: NOON + 15 * minute })
    expect(await codes().removeEndedBefore(NOON + 10 * minute)).toBe(1)
    expect(await codes().removeEndedBefore(NOON + 11 * minute)).toBe(1)
    expect(await codes().removeEndedBefore(NOON + 11 * minute)).toBe(0)
    const { rows } = await office.sql.query(
      `select (select count(*)::int from sign_in_code) as codes, (select count(*)::int from notice where kind = 'sign-in-code') as mails`,
    )
    expect(rows).toEqual([{ codes: 1, mails: 1 }])
  })
})

describe('attempts to sign in', () => {
  it('are counted by key until their window ends, whichever process counts them', async () => {
    const attempts = createSignInAttemptStore(office.db)
    const counted = await Promise.all([1, 2, 3, 4].map(() => attempts.spend('account wang', NOON, 10 * minute)))
    expect(counted.map((one) => one.attempts).sort()).toEqual([1, 2, 3, 4])
    expect(await attempts.spend('account wang', NOON + 9 * minute, 10 * minute)).toEqual({ attempts: 5, until: NOON + 10 * minute })
    expect(await attempts.spend('source 1', NOON, 10 * minute)).toEqual({ attempts: 1, until: NOON + 10 * minute })
    expect(await attempts.spend('account wang', NOON + 10 * minute, 10 * minute)).toEqual({ attempts: 1, until: NOON + 20 * minute })
    await attempts.forget('account wang')
    expect((await attempts.spend('account wang', NOON, minute)).attempts).toBe(1)
  })
})

describe('free texts and who read what', () => {
  it('are stored once under their id, as they were first written', async () => {
    const state = await office.file()
    const texts = createTextStore(office.db)
    const body = '请补充学籍证明。\nThank you.'
    const text: CaseText = {
      id: '77777777-0000-4000-8000-000000000001',
      caseId: state.start.caseId,
      kind: 'reply',
      body,
      hash: sha256(body),
      author: { kind: 'staff', id: CLERK },
    }
    await texts.put([text])
    await texts.put([
      { ...text, body: 'other', hash: sha256('other') },
      { ...text, id: '77777777-0000-4000-8000-000000000002' },
    ])
    expect(await texts.ofCase(state.start.caseId)).toEqual(
      new Map([
        [text.id, body],
        ['77777777-0000-4000-8000-000000000002', body],
      ]),
    )
    expect(await texts.named([text.id, '77777777-0000-4000-8000-000000000009'])).toEqual(new Map([[text.id, body]]))
    expect(await texts.named([])).toEqual(new Map())
    await expect(texts.put([{ ...text, id: '77777777-0000-4000-8000-000000000003', hash: sha256('x') }])).rejects.toThrow(
      'its hash is not the sha256',
    )
  })

  it('leave one row for each person or appeal that was read', async () => {
    await createAuditStore(office.db).recordReads(
      { kind: 'staff', id: CLERK },
      [
        { kind: 'appeal', id: 'one' },
        { kind: 'expert', id: EXPERT },
      ],
      'get /api/appeals/:number',
      NOON,
    )
    const { rows } = await office.sql.query(
      'select at, person_kind, person_id, subject_kind, subject_id, route from read_audit order by id',
    )
    expect(rows).toEqual([
      {
        at: new Date(NOON),
        person_kind: 'staff',
        person_id: CLERK,
        subject_kind: 'appeal',
        subject_id: 'one',
        route: 'get /api/appeals/:number',
      },
      {
        at: new Date(NOON),
        person_kind: 'staff',
        person_id: CLERK,
        subject_kind: 'expert',
        subject_id: EXPERT,
        route: 'get /api/appeals/:number',
      },
    ])
  })
})

describe('who read what', () => {
  it.each([
    ['changed', `update read_audit set person_id = '${LEAD}'`],
    ['deleted', 'delete from read_audit'],
    ['emptied', 'truncate read_audit'],
  ])('cannot be %s by the owner of the database', async (_, statement) => {
    await createAuditStore(office.db).recordReads({ kind: 'staff', id: CLERK }, [{ kind: 'appeal', id: 'one' }], 'get /api/x', NOON)
    await expect(office.sql.query(statement)).rejects.toThrow('read_audit is append-only')
  })
})

describe('the face of case time', () => {
  it('goes on from where it stands when the speed changes, and never back', async () => {
    const faces = createClockFaceStore(office.db)
    expect(await faces.read()).toEqual({ segments: [] })
    expect(await faces.setSpeed(NOON, 1)).toEqual({ segments: [] })
    await faces.setSpeed(NOON, 2000)
    expect(await faces.setSpeed(NOON + 1_000, 2000)).toEqual({ segments: [{ realAt: NOON, caseAt: NOON, speed: 2000 }] })
    expect(await faces.setSpeed(NOON + 1_000, 10)).toEqual({
      segments: [
        { realAt: NOON, caseAt: NOON, speed: 2000 },
        { realAt: NOON + 1_000, caseAt: NOON + 2_000_000, speed: 10 },
      ],
    })
    await expect(faces.append({ realAt: NOON + 2_000, caseAt: NOON, speed: 1 })).rejects.toThrow('case time would go back')
    expect(await createClockFaceStore(office.db).read()).toEqual(await faces.read())
  })

  it('takes one of two changes at once after the other', async () => {
    const faces = createClockFaceStore(office.db)
    await Promise.all([faces.setSpeed(NOON + 10_000, 5), faces.setSpeed(NOON + 10_001, 5)])
    expect((await faces.read()).segments.filter((segment) => segment.speed === 5)).toHaveLength(1)
  })
})
