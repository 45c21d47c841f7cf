import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Express } from 'express'
import pg from 'pg'
import pino from 'pino'
import request from 'supertest'
import { createApp } from '../../api/app.ts'
import { composeDeps } from '../../api/compose.ts'
import type { Deps } from '../../api/deps.ts'
import { hashOf, newToken } from '../../api/sessions/token.ts'
import { apiSettings } from '../../api/settings.ts'
import { loadCatalog } from '../../catalog/loader/load-catalog.ts'
import { createDatabase, type Database } from '../../prisma/database.ts'
import { createCaseReader } from '../../prisma/readers/case-reader.ts'
import { createStartReader } from '../../prisma/readers/start-reader.ts'
import { createCatalogStore } from '../../prisma/stores/catalog-store.ts'
import { createRecordStore } from '../../prisma/stores/record-store.ts'
import { postgresForTests } from '../../scripts/services/for-tests.ts'
import type { AppealBody } from './bodies.ts'
import { DirectGateway } from './direct-gateway.ts'
import { EXPERTS, type ExpertName, idOf, type Name, PEOPLE_SQL } from './people.ts'

/** Thursday 5 March 2026, 10:00 in the office. */
export const THURSDAY_10 = Date.UTC(2026, 2, 5, 2, 0)

/** A filing of a school place that lacks nothing. */
export const SCHOOLING = {
  item: 'child-schooling',
  form: {
    childName: '林小雨',
    birthDate: '2019-05-06',
    schoolStage: 'primary',
    hukou: 'local',
    address: '湖滨路 1 号',
    entryDate: '2026-09-01',
  },
  materials: ['talent-card', 'identity', 'kinship', 'residence-proof'].map((code) => ({ code, provided: true })),
}

export interface ApiOffice {
  readonly app: Express
  readonly deps: Deps
  readonly database: Database
  readonly sql: pg.Client
  readonly gateway: DirectGateway
  /** Case time, moved by the test. */
  readonly clock: { now: number }
  /** A fresh session; null for nobody. */
  tokenOf(who: Name | null): Promise<string | null>
  get(who: Name, path: string): request.Test
  /** Posts with a fresh key, or with the one given. */
  post(who: Name, path: string, body?: object, key?: string): request.Test
  patch(who: Name, path: string, body: object): request.Test
  remove(who: Name, path: string): request.Test
  /** Files a school place, as Ada unless told; answers its body. */
  file(who?: Name, change?: object): Promise<AppealBody>
  close(): Promise<void>
}

/** The API on a database of its own with the real catalogue; commands are decided and written at once. */
export async function anApiOffice(): Promise<ApiOffice> {
  const url = await postgresForTests()
  const database = createDatabase({ url, connections: 8 })
  const writer = createDatabase({ url, writer: true, connections: 4 })
  const sql = new pg.Client({ connectionString: url })
  await sql.connect()
  const catalog = loadCatalog('catalog')
  await createCatalogStore(database).syncOffices({
    departments: catalog.departments.values(),
    stations: catalog.stations.values(),
    windows: catalog.windows.values(),
  })
  await sql.query(PEOPLE_SQL)
  const clock = { now: THURSDAY_10 }
  const log = pino({ level: process.env['API_LOG'] ?? 'silent' })
  const files = await mkdtemp(join(tmpdir(), 'hongyan-files-'))
  const settings = apiSettings({ NODE_ENV: 'test', DATABASE_URL: url, HONGYAN_FILES: files, HONGYAN_UPLOAD_MAX_MB: '1' })
  const gateway = new DirectGateway(createCaseReader(database, createStartReader(database)), createRecordStore(writer))
  const composed = composeDeps({ settings, log, database, gateway, catalog, officesStand: () => true })
  const deps: Deps = {
    ...composed,
    now: async () => clock.now,
    today: async () => new Date(clock.now + 8 * 3_600_000).toISOString().slice(0, 10),
  }
  const app = createApp(deps)
  const tokens = new Map<string, string>()

  async function signIn(who: Name): Promise<string> {
    const token = newToken()
    const at = Date.now()
    const kind = EXPERTS.includes(who as ExpertName) ? 'expert' : 'staff'
    await deps.sessions.create({
      tokenHash: hashOf(token),
      person: { kind, id: idOf(who) },
      at,
      idleUntil: at + 3_600_000,
      absoluteUntil: at + 3_600_000,
    })
    tokens.set(who, token)
    return token
  }
  const signed = (test: request.Test, who: Name): request.Test =>
    test.set('Accept-Language', 'en').set('Authorization', `Bearer ${tokens.get(who) ?? ''}`)
  for (const who of ALL) await signIn(who)

  const office: ApiOffice = {
    app,
    deps,
    database,
    sql,
    gateway,
    clock,
    tokenOf: async (who) => (who === null ? null : signIn(who)),
    get: (who, path) => signed(request(app).get(path), who),
    post: (who, path, body = {}, key = randomUUID()) => signed(request(app).post(path), who).set('Idempotency-Key', key).send(body),
    patch: (who, path, body) => signed(request(app).patch(path), who).send(body),
    remove: (who, path) => signed(request(app).delete(path), who),
    async file(who = 'ada', change = {}) {
      const answer = await office.post(who, '/api/appeals', { ...SCHOOLING, confirmDuplicate: true, ...change })
      if (answer.status !== 201) throw new Error(`not filed: ${answer.status} ${JSON.stringify(answer.body)}`)
      return answer.body
    },
    async close() {
      await deps.live.close()
      await sql.end()
      await database.$disconnect()
      await writer.$disconnect()
      await rm(files, { recursive: true })
    },
  }
  return office
}

const ALL: readonly Name[] = [
  'clerk',
  'colleague',
  'lead',
  'schooling',
  'portclerk',
  'head',
  'liaison',
  'lake',
  'port',
  'province',
  'admin',
  'auditor',
  'nobody',
  'ada',
  'bo',
]
