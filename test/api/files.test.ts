import { readdir } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { createFileFolder } from '../../prisma/files/file-folder.ts'
import { createMaterialFileStore } from '../../prisma/stores/material-file-store.ts'
import type { AppealBody } from './bodies.ts'
import { anApiOffice, type ApiOffice, SCHOOLING } from './office.ts'
import { idOf } from './people.ts'
import { lastRead, readsAfter } from './reads.ts'
import { download, JPEG, PDF, upload } from './upload.ts'

let office: ApiOffice
beforeAll(async () => {
  office = await anApiOffice()
})
afterAll(() => office?.close())

/** Names of all files that lie in the folder, whole or not. */
async function stored(): Promise<readonly string[]> {
  const entries = await readdir(office.deps.settings.filesFolder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
}

const filesAt = (appeal: AppealBody, code = 'kinship'): string => `/api/appeals/${appeal.number}/materials/${code}/files`

describe('a file of a material', () => {
  it('lies with the appeal at once, while the material counts as given only by the supplement that names it', async () => {
    const appeal = await office.file('ada', {
      materials: SCHOOLING.materials.map((each) => (each.code === 'residence-proof' ? { code: 'residence-proof', promised: true } : each)),
    })
    const sent = await upload(office, 'ada', filesAt(appeal, 'residence-proof'), { name: '居住证明 lease.PDF' })
    expect([sent.status, sent.body]).toEqual([
      201,
      {
        id: expect.any(String),
        name: '居住证明 lease.pdf',
        type: 'application/pdf',
        size: PDF.length,
        at: '2026-03-05T02:00:00.000Z',
        href: `/api/files/${sent.body.id}`,
        from: 'expert',
        by: null,
      },
    ])
    const materialNow = async () => {
      const { body } = await office.get('clerk', `/api/appeals/${appeal.number}`)
      return body.materials.find((each: { code: string }) => each.code === 'residence-proof')
    }
    expect(await materialNow()).toMatchObject({ state: 'promised', files: [sent.body] })
    expect((await office.post('ada', `/api/appeals/${appeal.number}/supplement`, { materials: ['residence-proof'] })).status).toBe(200)
    expect(await materialNow()).toMatchObject({ state: 'provided', files: [sent.body] })
  })

  it('is sent by a liaison or a window on behalf; staff see who sent it, the expert sees no person', async () => {
    const appeal = await office.file()
    expect((await upload(office, 'clerk', filesAt(appeal), { bytes: JPEG, name: 'scan.jpeg' })).body).toMatchObject({
      type: 'image/jpeg',
      name: 'scan.jpeg',
      from: 'staff',
      by: { id: idOf('clerk'), name: 'Name of clerk' },
    })
    expect((await upload(office, 'liaison', filesAt(appeal))).status).toBe(201)
    const seenBy = async (who: 'lead' | 'ada') => {
      const { body } = await office.get(who, `/api/appeals/${appeal.number}`)
      return body.materials.flatMap((each: { files: { by: unknown }[] }) => each.files.map((file) => file.by))
    }
    const liaison = { id: idOf('liaison'), name: 'Name of liaison' }
    expect(new Set(await seenBy('lead'))).toEqual(new Set([{ id: idOf('clerk'), name: 'Name of clerk' }, liaison]))
    expect(await seenBy('ada')).toEqual([null, null])
  })

  it('is taken from nobody who may not supplement, for no unknown material, and not after closing', async () => {
    const appeal = await office.file()
    const answers = [
      await upload(office, 'bo', filesAt(appeal)),
      await upload(office, 'portclerk', filesAt(appeal)),
      await upload(office, 'province', filesAt(appeal)),
      await upload(office, 'ada', filesAt(appeal, 'nothing')),
    ]
    expect((await office.post('ada', `/api/appeals/${appeal.number}/withdrawal`, {})).status).toBe(200)
    answers.push(await upload(office, 'ada', filesAt(appeal)))
    expect(answers.map((answer) => [answer.status, answer.body.code])).toEqual([
      [404, 'unknown-appeal'],
      [403, 'not-permitted'],
      [403, 'role-missing'],
      [404, 'unknown-material'],
      [409, expect.stringMatching(/^case-(ended|not-open)$/)],
    ])
  })

  it('is downloaded as an attachment by who may read the appeal, and each download is in the read audit', async () => {
    const appeal = await office.file()
    const { body: file } = await upload(office, 'ada', filesAt(appeal), { name: 'a"b\r\nSet-Cookie: x=1\\..\\证书.pdf' })
    const before = await lastRead(office.sql)
    const got = await download(office, 'clerk', file.id)
    expect([got.status, got.body.equals(PDF)]).toEqual([200, true])
    expect(got.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(PDF.length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    expect(got.headers['content-disposition']).toMatch(/^attachment; filename="[\x20-\x7e]+\.pdf"; filename\*=UTF-8''[\w%.-]+\.pdf$/)
    expect(got.headers['set-cookie']).toBeUndefined()
    expect((await download(office, 'bo', file.id)).status).toBe(404)
    expect((await download(office, 'portclerk', file.id)).status).toBe(403)
    expect((await download(office, 'ada', '../../etc/passwd')).status).toBe(404)
    expect((await download(office, 'ada', '..%2F..%2Fetc%2Fpasswd')).status).toBe(404)
    const route = 'get /api/files/:id'
    expect(await readsAfter(office.sql, before)).toEqual([
      { person_id: idOf('clerk'), subject_kind: 'appeal', subject_id: appeal.id, route },
      { person_id: idOf('clerk'), subject_kind: 'file', subject_id: file.id, route },
    ])
  })
})

describe('an upload before filing', () => {
  it('is filed with the appeal once, by the person who sent it', async () => {
    const mine = await upload(office, 'ada', '/api/uploads', { name: 'kinship.pdf' })
    expect([mine.status, mine.body.name]).toEqual([201, 'kinship.pdf'])
    expect((await office.get('ada', '/api/uploads')).body.uploads).toContainEqual(mine.body)
    expect((await office.get('bo', '/api/uploads')).body.uploads).toEqual([])
    expect((await download(office, 'ada', mine.body.id)).status).toBe(200)
    expect((await download(office, 'clerk', mine.body.id)).status).toBe(404)

    const materials = SCHOOLING.materials.map((each) => (each.code === 'kinship' ? { ...each, files: [mine.body.id] } : each))
    const body = { ...SCHOOLING, confirmDuplicate: true, materials }
    const stolen = await office.post('bo', '/api/appeals', body)
    expect([stolen.status, stolen.body.errors?.[0]]).toMatchObject([422, { field: 'materials.kinship.files', rule: 'unknown' }])
    const filed = await office.post('ada', '/api/appeals', body, 'filing-with-file')
    expect(filed.status).toBe(201)
    const again = await office.post('ada', '/api/appeals', body, 'filing-with-file')
    expect([again.status, again.body.number]).toEqual([201, filed.body.number])
    expect((await office.post('ada', '/api/appeals', body)).status).toBe(422)
    const detail = await office.get('clerk', `/api/appeals/${filed.body.number}`)
    const files = detail.body.materials.flatMap((each: { code: string; files: { id: string }[] }) =>
      each.files.map((file) => [each.code, file.id]),
    )
    expect(files).toEqual([['kinship', mine.body.id]])
    expect((await office.get('ada', '/api/uploads')).body.uploads).not.toContainEqual(mine.body)
  })

  it('is taken back by its owner alone, and never once it is filed', async () => {
    const { body: mine } = await upload(office, 'ada', '/api/uploads')
    const remove = async (who: 'ada' | 'bo', id: string) =>
      (
        await request(office.app)
          .delete(`/api/uploads/${id}`)
          .set('Authorization', `Bearer ${await office.tokenOf(who)}`)
      ).status
    expect([await remove('bo', mine.id), await remove('ada', mine.id), await remove('ada', mine.id)]).toEqual([404, 204, 404])
    expect((await download(office, 'ada', mine.id)).status).toBe(404)
    const { body: filed } = await upload(office, 'ada', filesAt(await office.file()))
    expect(await remove('ada', filed.id)).toBe(404)
    expect((await download(office, 'ada', filed.id)).status).toBe(200)
  })

  it('is given up after seven days with its bytes, and so is what a crash left under way for an hour', async () => {
    const store = createMaterialFileStore(office.database)
    const bytes = createFileFolder(office.deps.settings.filesFolder)
    const { body: mine } = await upload(office, 'ada', '/api/uploads')
    const { body: kept } = await upload(office, 'ada', filesAt(await office.file()))
    const left = '00000000-0000-4000-8000-00000000dead'
    const row = { id: left, place: null, owner: { kind: 'expert', id: idOf('ada') }, key: 'crash', at: 0 } as const
    await store.begin(row, { ofMaterial: 9, ofAppeal: 9, unfiled: 900 })
    await (await bytes.take(left, piece(PDF))).keep()
    const days = (n: number): number => Date.now() + n * 86_400_000
    await store.removeEndedBefore(Date.now(), bytes)
    expect(await stored()).toEqual(expect.arrayContaining([mine.id, kept.id, left]))
    await store.removeEndedBefore(days(0.1), bytes)
    expect(await stored()).not.toContain(left)
    await store.removeEndedBefore(days(6.9), bytes)
    expect(await stored()).toContain(mine.id)
    await store.removeEndedBefore(days(7.1), bytes)
    expect(await stored()).not.toContain(mine.id)
    expect(await stored()).toContain(kept.id)
    expect((await download(office, 'ada', kept.id)).status).toBe(200)
  })
})

async function* piece(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}
