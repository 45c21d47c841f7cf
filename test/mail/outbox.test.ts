import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { createMailer } from '../../activities/mail/mailer.ts'
import type { OutboxPort } from '../../activities/mail/outbox-port.ts'
import { runPostman } from '../../activities/mail/postman-loop.ts'
import { createDatabase, type Database } from '../../prisma/database.ts'
import { createOutboxStore } from '../../prisma/stores/outbox-store.ts'
import { createSignInCodeStore } from '../../prisma/stores/sign-in-code-store.ts'
import { postgresForTests } from '../../scripts/services/for-tests.ts'
import { COMPOSE } from './compose-deps.ts'
import { bareParams } from './rows.ts'
import { scriptedSmtp, type ScriptedSmtp } from './scripted-smtp.ts'

const EXPERT = '7d1f0a11-0000-4000-8000-000000000001'
const CLERK = '7d1f0a11-0000-4000-8000-000000000002'
const APPEAL = '0b5c1a52-0000-4000-8000-000000000001'
const NOBODY = new Set<string>()

let refused = NOBODY
let server: ScriptedSmtp
let db: Database
let outbox: OutboxPort
let sql: pg.Client
const ends: (() => Promise<unknown>)[] = []

beforeEach(async () => {
  const url = await postgresForTests()
  refused = NOBODY
  server = await scriptedSmtp((to) => (refused.has(to) ? { at: 'rcpt', answer: '550 no such user' } : null))
  db = createDatabase({ url, connections: 3 })
  outbox = createOutboxStore(db)
  sql = new pg.Client({ connectionString: url })
  await sql.connect()
  ends.push(
    () => sql.end(),
    () => db.$disconnect(),
    () => server.stop(),
  )
  await sql.query(OFFICE)
})
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** One station with one window and its clerk, one expert with one appeal there. */
const OFFICE = `
  insert into station values ('prov', 'province', null, 'cn', 'prov.general.reception', '省中心', 'Province centre');
  insert into department values ('general', '人才之家', 'Talent Home');
  insert into "window" (code, department, function, station, calendar, name_zh, name_en) values ('prov.general.reception', 'general', 'reception', 'prov', 'cn', '省中心综合窗口', 'Province general window');
  insert into staff (id, username, name, email, language, password_hash) values ('${CLERK}', 'li', '李静', 'li@offices.example', 'zh', 'x');
  insert into membership (staff_id, role, window_code, valid_from) values ('${CLERK}', 'clerk', 'prov.general.reception', '2020-01-01');
  insert into expert (id, name, email, language, tier, station) values ('${EXPERT}', 'Anna Berg', 'anna@experts.example', 'en', 'A', 'prov');
  insert into catalog_version values (repeat('a', 64), 'child-schooling', 1, '{}');
  insert into intake (id, number, item, item_version, item_digest, calendar_digests, expert_id, actor_kind, actor_id, idempotency_key, body_hash, channel, form, materials, start, file, filed_at)
    values ('${APPEAL}', 'HY-2026-000123-7', 'child-schooling', 1, repeat('a', 64), '{}', '${EXPERT}', 'expert', '${EXPERT}', 'k', 'h', 'web', '{}', '{}', '{}', '{}', now());
  insert into appeal (case_id, number, item, item_version, station, expert_id, tier, status, stage, accountable_window, seq, received_at, paused, colour, changed_at)
    values ('${APPEAL}', 'HY-2026-000123-7', 'child-schooling', 1, 'prov', '${EXPERT}', 'A', 'open', 'acceptance', 'prov.general.reception', 1, now(), false, 'green', now());`

async function queue(seq: number, kind = 'received', changes: Parameters<typeof bareParams>[0] = {}): Promise<void> {
  const params = JSON.stringify(bareParams({ window: 'prov.general.reception', ...changes }))
  await sql.query(
    `insert into notice (case_id, seq, at, kind, recipient_kind, recipient_id, params, not_before) values ($1, $2, now(), $3, 'expert', $4, $5, now())`,
    [APPEAL, seq, kind, EXPERT, params],
  )
}

function startPostman(): void {
  const stop = new AbortController()
  const running = runPostman(
    {
      ...COMPOSE,
      outbox,
      openMailer: () => createMailer({ smtpUrl: server.url }),
      caseNow: Date.now,
      realNow: Date.now,
      warn: () => undefined,
      idleMs: 20,
    },
    stop.signal,
  )
  ends.push(async () => {
    stop.abort()
    await running
  })
}

async function states(): Promise<readonly string[]> {
  const { rows } = await sql.query<{ line: string }>(
    `select concat_ws(' ', seq, kind, recipient_kind, status, case when was_uncertain then 'was uncertain' end) as line from notice order by seq, id`,
  )
  return rows.map((row) => row.line)
}

async function settled(count: number): Promise<readonly string[]> {
  for (let tries = 0; tries < 500; tries += 1) {
    const lines = await states()
    if (lines.length === count && lines.every((line) => / (accepted|failed)/.test(line))) return lines
    await wait(20)
  }
  return states()
}

describe('the postman and the outbox in PostgreSQL', () => {
  it('mails of one reader leave in the order of the appeal, with the window’s readable name', async () => {
    for (const seq of [3, 1, 2]) await queue(seq, seq === 1 ? 'received' : 'handed')
    startPostman()
    expect(await settled(3)).toEqual(['1 received expert accepted', '2 handed expert accepted', '3 handed expert accepted'])
    const ids = await sql.query<{ message_id: string }>('select message_id from notice order by seq')
    expect(server.kept.map((mail) => mail.messageId)).toEqual(ids.rows.map((row) => row.message_id))
    expect(server.kept[0]?.raw).toContain('Province general window')
  })

  it('a close fetches the reply and the office in charge by their ids, when the mail is made', async () => {
    const [reply, officeInCharge] = ['5b0e7c1e-0000-4000-8000-000000000001', '5b0e7c1e-0000-4000-8000-000000000002'] as const
    await sql.query(
      `insert into case_text (id, case_id, kind, body, author_kind, sha256) values
         ($2, $1, 'reply', 'We told them of you.', 'staff', repeat('a', 64)), ($3, $1, 'office-in-charge', 'City Education Bureau', 'staff', repeat('b', 64))`,
      [APPEAL, reply, officeInCharge],
    )
    await queue(1, 'closed', { outcome: { zh: '不予受理', en: 'not accepted' }, textId: reply, officeInChargeTextId: officeInCharge })
    startPostman()
    expect(await settled(1)).toEqual(['1 closed expert accepted'])
    expect(server.kept[0]?.raw).toContain('The office in charge of this matter is: City Education Bureau.')
    expect(server.kept[0]?.raw).toContain('> We told them of you.')
  })

  it('an expert whose server refuses is told by the window: its clerk gets one mail that says so', async () => {
    refused = new Set(['anna@experts.example'])
    await queue(1)
    startPostman()
    expect(await settled(2)).toEqual(['1 received expert failed', '1 unreachable staff accepted'])
    expect(server.kept.map((mail) => mail.to)).toEqual([['li@offices.example']])
    const { rows } = await sql.query<{ error: string }>(`select error from notice where kind = 'received'`)
    expect(rows[0]?.error).toContain('550 no such user')
  })

  it('what was in the hands of a killed postman goes out again under the same Message-ID and says that it was uncertain', async () => {
    await queue(1)
    const [taken] = await outbox.claim(10, Date.now())
    expect(taken?.attempt).toBe(1)
    expect(await outbox.claim(10, Date.now())).toEqual([])
    expect(await states()).toEqual(['1 received expert sending'])
    startPostman()
    expect(await settled(1)).toEqual(['1 received expert accepted was uncertain'])
    expect(server.kept).toHaveLength(1)
  })

  it('a mail waits for its time in case time', async () => {
    await queue(1)
    expect(await outbox.claim(10, Date.parse('2020-01-01T00:00:00Z'))).toEqual([])
    expect(await outbox.claim(10, Date.now() + 60_000)).toHaveLength(1)
  })

  it('a look at the outbox reads the mails that are due, however many wait for an office to open', async () => {
    const waiting = `insert into notice (case_id, seq, at, kind, recipient_kind, recipient_id, params, not_before)
      select '${APPEAL}', seq, now(), 'dispatched', 'staff', '${CLERK}', '{}', now() + interval '12 hours' from generate_series(1, 5000) seq`
    await sql.query(waiting)
    await queue(1)
    await sql.query('analyze notice')
    await sql.query('begin')
    const { rows: claimed } = await sql.query('select id from claim_notices(10, now())')
    const { rows } = await sql.query<{ read: string }>(
      `select seq_tup_read + idx_tup_fetch as read from pg_stat_xact_user_tables where relname = 'notice'`,
    )
    await sql.query('rollback')
    expect(claimed).toHaveLength(1)
    expect(Number(rows[0]?.read)).toBeLessThan(20)
  })

  it('a sign-in code leaves before everything else and is blanked out of its row', async () => {
    await queue(1)
    const now = Date.now()
    await createSignInCodeStore(db).issue({ expertId: EXPERT, codeHash: 'h', code: '482913', at: now, expiresAt: now + 600_000 })
    const [first] = await outbox.claim(1, now + 60_000)
    expect(first?.kind).toBe('sign-in-code')
    startPostman()
    await settled(2)
    const { rows } = await sql.query<{ params: unknown }>(`select params from notice where case_id is null`)
    expect(rows).toEqual([{ params: { minutes: 10 } }])
    const code = server.kept.find((mail) => mail.raw.includes('482913'))
    expect(code?.to).toEqual(['anna@experts.example'])
  })
})
