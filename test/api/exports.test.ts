import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pino from 'pino'
import request from 'supertest'
import { createApp } from '../../api/app.ts'
import { csvCell } from '../../api/exports/csv-file.ts'
import { createExportDesk, type ExportDesk } from '../../api/exports/export-desk.ts'
import { openXlsx } from '../../api/exports/xlsx-file.ts'
import { createExportStore } from '../../prisma/stores/export-store.ts'
import { zipMember } from '../../scripts/services/binaries/zip-member.ts'
import { anApiOffice, type ApiOffice } from './office.ts'
import { idOf, type Name } from './people.ts'

const DAY = 86_400_000
let office: ApiOffice
let app: ReturnType<typeof createApp>
let folder: string
let desk: ExportDesk
let real = Date.now()
const tokens = new Map<Name, string>()
const filed: string[] = []

beforeAll(async () => {
  office = await anApiOffice()
  folder = await mkdtemp(join(tmpdir(), 'hongyan-exports-'))
  const { figureReader, offices, inForce, staffNames } = office.deps
  const store = createExportStore(office.database)
  desk = createExportDesk({
    store,
    reader: figureReader,
    offices,
    inForce,
    staffNames,
    folder,
    log: pino({ level: 'silent' }),
    realNow: () => real,
  })
  app = createApp({ ...office.deps, exports: desk, realNow: () => real })
  for (const who of ['lake', 'port', 'province', 'clerk'] as const) tokens.set(who, (await office.tokenOf(who)) ?? '')
  for (let n = 0; n < 3; n += 1) filed.push((await office.file('ada')).number)
})
afterAll(async () => {
  await office?.close()
  await rm(folder, { recursive: true, force: true })
})

const signed = (test: request.Test, who: Name): request.Test =>
  test.set('Authorization', `Bearer ${tokens.get(who) ?? ''}`).set('Accept-Language', 'en')
const get = (who: Name, path: string): request.Test => signed(request(app).get(path), who)
const ask = (who: Name, body: object, key: string): request.Test =>
  signed(request(app).post('/api/exports'), who).set('Idempotency-Key', key).send(body)

/** Asks until the export is no longer running; the test's own bound ends what never does. */
async function finished(who: Name, id: string): Promise<{ status: string; done: number; total: number; file: string }> {
  for (;;) {
    const { body } = await get(who, `/api/exports/${id}`)
    if (body.status !== 'running') return body
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

describe('an exported list', () => {
  it('comes as CSV with a mark of its encoding, one line an appeal, for whom it was asked alone', async () => {
    const begun = await ask('lake', { figure: 'open', format: 'csv' }, 'first')
    expect([begun.status, begun.body.total, begun.body.figure]).toEqual([202, 3, 'open'])
    const again = await ask('lake', { figure: 'open', format: 'csv' }, 'first')
    expect(again.body.id).toBe(begun.body.id)
    const job = await finished('lake', begun.body.id)
    expect(job).toMatchObject({ status: 'ready', done: 3, total: 3, file: `/api/exports/${begun.body.id}/file` })
    const file = await get('lake', job.file)
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="hongyan-open-20\d\d-\d\d-\d\d\.csv"$/)
    expect(file.headers['x-content-type-options']).toBe('nosniff')
    const lines = file.text.split('\r\n')
    expect(lines[0]?.replace('\uFEFF', '')).toBe(
      'Number,Matter,Tier,Station,State,Stage,Accountable window,Holder,Card,Paused,Received,Accepted,Stage due,Promised,Legal limit,Closed,Result,Rating',
    )
    const line = (number: string): string =>
      `${number},School place for an expert's child,A,Lake District Station,open,Acceptance,"Lake District Station, Talent Home: general reception",,none,no,2026-03-05 10:00,,2026-03-12 17:30,,,,,`
    expect(lines.slice(1, 4).sort()).toEqual(filed.map(line).sort())
    expect(lines).toHaveLength(5)
    const bytes = await readFile(join(folder, `${begun.body.id}-1.csv`))
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    for (const other of ['port', 'province'] as const) {
      expect((await get(other, `/api/exports/${begun.body.id}`)).status).toBe(404)
      expect((await get(other, job.file)).status).toBe(404)
    }
    expect((await get('clerk', job.file)).status).toBe(403)
    const { rows } = await office.sql.query(`select route, person_id from read_audit where subject_kind = 'export' order by id`)
    expect(rows).toEqual([
      { route: 'post /api/exports', person_id: idOf('lake') },
      { route: 'post /api/exports', person_id: idOf('lake') },
      { route: 'get /api/exports/:id/file', person_id: idOf('lake') },
    ])
  })

  it('comes as a workbook of texts', async () => {
    const begun = await ask('lake', { figure: 'open', format: 'xlsx' }, 'workbook')
    const job = await finished('lake', begun.body.id)
    expect(job.status).toBe('ready')
    const path = join(folder, `${begun.body.id}-1.xlsx`)
    expect((await readFile(path)).subarray(0, 2).toString()).toBe('PK')
    expect((await readdir(folder)).filter((name) => name.endsWith('.rows'))).toEqual([])
    const formula = join(folder, 'formula.xlsx')
    const workbook = await openXlsx(formula)
    await workbook.add([['Head'], ['=HYPERLINK("x")']])
    await workbook.end()
    const sheet = zipMember(await readFile(formula), 'xl/worksheets/sheet1.xml').toString('utf8')
    expect(sheet).not.toMatch(/<f[ >]/)
    expect(sheet).toContain('t="s"')
  })

  it('shows the appeals of the stations one supervises', async () => {
    const begun = await ask('port', { figure: 'received', format: 'csv' }, 'port')
    expect(begun.body.total).toBe(0)
    const job = await finished('port', begun.body.id)
    expect((await get('port', job.file)).text.trimEnd().split('\r\n')).toHaveLength(1)
    expect((await get('port', '/api/exports')).body.exports.map((each: { id: string }) => each.id)).toEqual([begun.body.id])
  })

  it('that a process left behind is taken up by whoever looks, into a file of its own', async () => {
    const job = await desk.store.create({
      personId: idOf('lake'),
      key: 'left',
      format: 'csv',
      language: 'zh',
      query: { figure: 'open' },
      scope: ['dist-lake'],
      askedAt: office.clock.now,
      total: 3,
      createdAt: real,
      expiresAt: real + DAY,
    })
    expect((await desk.store.claim(job.id, real, real + 60_000))?.attempt).toBe(1)
    expect(await desk.store.claim(job.id, real + 1, real + 60_000)).toBeNull()
    expect((await get('lake', `/api/exports/${job.id}`)).body.status).toBe('running')
    expect((await get('lake', `/api/exports/${job.id}/file`)).body.code).toBe('export-not-ready')
    real += 61_000
    expect((await finished('lake', job.id)).status).toBe('ready')
    expect(await readFile(join(folder, `${job.id}-2.csv`), 'utf8')).toContain('专家子女入学')
    expect(await desk.store.finish({ ...job, attempt: 1 }, 'failed', real)).toBe(false)
  })

  it('expires after a day, with its file', async () => {
    const begun = await ask('lake', { figure: 'open', format: 'csv' }, 'short-lived')
    const { file } = await finished('lake', begun.body.id)
    await office.sql.query(`update export_job set expires_at = now() - interval '1 second' where id = $1`, [begun.body.id])
    const late = await get('lake', file)
    expect([late.status, late.body.code]).toEqual([410, 'export-expired'])
    await desk.removeExpired()
    expect((await readdir(folder)).filter((name) => name.startsWith(begun.body.id))).toEqual([])
    expect((await get('lake', `/api/exports/${begun.body.id}`)).body).toMatchObject({ status: 'expired', file: null })
  })

  it('is refused where the input makes no sense', async () => {
    const bad = await ask('lake', { figure: 'open', format: 'pdf' }, 'bad')
    expect([bad.status, bad.body.field]).toEqual([422, 'format'])
    const keyless = await signed(request(app).post('/api/exports'), 'lake').send({ figure: 'open', format: 'csv' })
    expect(keyless.body.code).toBe('key-missing')
    expect((await ask('clerk', { figure: 'open', format: 'csv' }, 'no')).status).toBe(403)
  })
})

describe('a cell of a CSV file', () => {
  it('is no formula, whatever it begins with', () => {
    expect(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'].map((text) => csvCell(text)[0])).toEqual(["'", "'", "'", "'", "'", '"'])
    expect(csvCell('\r=1')).toBe(`"'\r=1"`)
  })

  it('is quoted where it holds a comma, a quote or an end of line', () => {
    expect(['plain', 'a,b', 'say "yes"', 'two\nlines', ''].map(csvCell)).toEqual(['plain', '"a,b"', '"say ""yes"""', '"two\nlines"', ''])
  })
})
