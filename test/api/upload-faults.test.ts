import { readdir } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { FILE_LIMITS } from '../../api/files/file-limits.ts'
import { anApiOffice, type ApiOffice } from './office.ts'
import type { Name } from './people.ts'
import { JPEG, PDF, upload } from './upload.ts'
import { zipOf } from './zip.ts'

let office: ApiOffice
beforeAll(async () => {
  office = await anApiOffice()
})
afterAll(() => office?.close())

/** Files that lie in the folder, whole or not, and rows of files, named or not. */
async function kept(): Promise<{ files: number; rows: number }> {
  const folder = office.deps.settings.filesFolder
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const { rows } = await office.sql.query<{ count: number }>('select count(*)::int as count from material_file')
  return { files: entries.filter((entry) => entry.isFile()).length, rows: rows[0]?.count ?? -1 }
}

/** A multipart request written by hand. */
async function raw(body: string | Buffer, change: Readonly<Record<string, string>> = {}, who: Name = 'ada'): Promise<request.Response> {
  const headers = { 'Content-Type': 'multipart/form-data; boundary=line', 'X-Hongyan': '1', 'Accept-Language': 'en', ...change }
  return request(office.app)
    .post('/api/uploads')
    .set('Authorization', `Bearer ${(await office.tokenOf(who)) ?? ''}`)
    .set(headers)
    .send(body)
}

const part = (name: string, bytes: string | Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`--line\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`),
    Buffer.from(bytes),
    Buffer.from('\r\n'),
  ])
const END = Buffer.from('--line--\r\n')

describe('what an upload may be', () => {
  it('is told by its bytes, whatever its name and its sender say', async () => {
    const docx = zipOf(['[Content_Types].xml', 'word/document.xml'])
    const taken: readonly (readonly [string, Buffer, string, string])[] = [
      ['证书.PDF', PDF, '证书.pdf', 'application/pdf'],
      ['photo.html', JPEG, 'photo.html.jpg', 'image/jpeg'],
      ['x.png', Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'), 'x.png', 'image/png'],
      ['IMG_1.HEIC', Buffer.from('00000018667479706865696300000000686569636d696631', 'hex'), 'IMG_1.heic', 'image/heic'],
      ['a.docx', docx, 'a.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
      [
        'b',
        zipOf(['[Content_Types].xml', 'xl/workbook.xml']),
        'b.xlsx',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      ],
    ]
    for (const [name, bytes, shown, type] of taken) {
      const { status, body } = await upload(office, 'ada', '/api/uploads', { name, bytes, contentType: 'text/html' })
      expect([name, status, body.name, body.type]).toEqual([name, 201, shown, type])
    }
  })

  it('is no page, drawing with scripts, program, archive, text or document with macros', async () => {
    const before = await kept()
    const refused: readonly (readonly [string, Buffer])[] = [
      ['page.pdf', Buffer.from('<!doctype html><script>alert(1)</script>')],
      ['drawing.png', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
      ['program.pdf', Buffer.from('4d5a90000300000004000000ffff0000', 'hex')],
      ['script.jpg', Buffer.from('#!/bin/sh\nrm -rf /\n')],
      ['animation.gif', Buffer.from('GIF89a\x01\x00\x01\x00', 'latin1')],
      ['text.pdf', Buffer.from('plain words')],
      ['archive.docx', zipOf(['[Content_Types].xml', 'run.exe'])],
      ['macro.docx', zipOf(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'])],
      ['cut.docx', zipOf(['[Content_Types].xml', 'word/document.xml']).subarray(0, -9)],
      ['long.docx', Buffer.concat([zipOf(['[Content_Types].xml', 'word/document.xml']), Buffer.alloc(30, 1)])],
    ]
    for (const [name, bytes] of refused) {
      const { status, body } = await upload(office, 'ada', '/api/uploads', { name, bytes })
      expect([name, status, body.code]).toEqual([name, 415, 'file-kind'])
    }
    expect(await kept()).toEqual(before)
  })

  it('is at most as large as the setting says, to the byte, and not empty', async () => {
    const before = await kept()
    const sized = (bytes: number) => ({ bytes: Buffer.concat([PDF, Buffer.alloc(bytes - PDF.length, 32)]) })
    expect((await upload(office, 'ada', '/api/uploads', sized(1_000_000))).body.size).toBe(1_000_000)
    const larger = await upload(office, 'ada', '/api/uploads', sized(1_000_001))
    expect([larger.status, larger.body.code, larger.body.detail]).toEqual([413, 'file-too-large', 'The file is larger than 1 MB.'])
    const none = await upload(office, 'ada', '/api/uploads', { bytes: Buffer.alloc(0) })
    expect([none.status, none.body.code]).toEqual([422, 'file-empty'])
    expect(await kept()).toEqual({ files: before.files + 1, rows: before.rows + 1 })
  })

  it('has a name without paths, controls, turned writing or endings that lie', async () => {
    const names: readonly (readonly [string, string])[] = [
      ['../../etc/passwd', 'passwd.pdf'],
      ['C:\\Users\\me\\成绩单.pdf', '成绩单.pdf'],
      ['invoice\u202Efdp.exe', 'invoicefdp.exe.pdf'],
      ['a<b>:c|d?.pdf', 'a_b__c_d_.pdf'],
      ['...', 'file.pdf'],
      ['.pdf', 'pdf.pdf'],
      [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(100)}.pdf`],
    ]
    for (const [given, shown] of names) {
      const { status, body } = await raw(Buffer.concat([part(given, PDF), END]))
      expect([given, status, body.name]).toEqual([given, 201, shown])
    }
  })
})

describe('an upload that is not as it should be', () => {
  it('leaves nothing: two files, another field, no file, broken off, no form at all', async () => {
    const before = await kept()
    const field = Buffer.from('--line\r\nContent-Disposition: form-data; name="state"\r\n\r\nprovided\r\n')
    const answers = [
      await raw(Buffer.concat([part('a.pdf', PDF), part('b.pdf', PDF), END])),
      await raw(Buffer.concat([part('a.pdf', PDF), field, END])),
      await raw(Buffer.concat([field, part('a.pdf', PDF), END])),
      await raw(END),
      await raw(Buffer.concat([part('a.pdf', PDF)])),
      await raw(part('a.pdf', PDF).subarray(0, -20)),
      await raw(Buffer.concat([part('a.pdf', PDF), END]), { 'Content-Type': 'multipart/form-data' }),
      await raw('{}', { 'Content-Type': 'application/json' }),
      await raw('file=x', { 'Content-Type': 'application/x-www-form-urlencoded' }),
    ]
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [422, 'one-file'],
      [422, 'one-file'],
      [422, 'one-file'],
      [expect.any(Number), expect.stringMatching(/^(file-missing|upload-broken)$/)],
      [400, 'upload-broken'],
      [400, 'upload-broken'],
      [400, 'upload-broken'],
      [415, 'not-multipart'],
      [415, 'not-multipart'],
    ])
    expect(await kept()).toEqual(before)
  })

  it('comes from a page of ours: with our header, and with the cookie from our own origin', async () => {
    const before = await kept()
    const body = Buffer.concat([part('a.pdf', PDF), END])
    const withCookie = async (headers: Readonly<Record<string, string>>) =>
      request(office.app)
        .post('/api/uploads')
        .set('Cookie', `hongyan_session=${(await office.tokenOf('ada')) ?? ''}`)
        .set({ 'Content-Type': 'multipart/form-data; boundary=line', Host: 'hongyan.example', ...headers })
        .send(body)
    const own = { 'X-Hongyan': '1' }
    const refused = [
      await raw(body, { 'X-Hongyan': '' }),
      await withCookie({ Origin: 'http://hongyan.example' }),
      await withCookie(own),
      await withCookie({ ...own, Origin: 'https://evil.example' }),
      await withCookie({ ...own, 'Sec-Fetch-Site': 'cross-site' }),
    ]
    expect(refused.map(({ status, body: { code } }) => [status, code])).toEqual([
      [403, 'upload-header-missing'],
      [403, 'upload-header-missing'],
      [403, 'foreign-origin'],
      [403, 'foreign-origin'],
      [403, 'foreign-origin'],
    ])
    expect(await kept()).toEqual(before)
    expect((await withCookie({ ...own, Origin: 'http://hongyan.example', 'Sec-Fetch-Site': 'same-origin' })).status).toBe(201)
  })

  it('counts once under one key, and is refused under a key that brought another file', async () => {
    const key = 'one-photo'
    const first = await upload(office, 'ada', '/api/uploads', { key })
    const before = await kept()
    const again = await upload(office, 'ada', '/api/uploads', { key })
    const other = await upload(office, 'ada', '/api/uploads', { key, bytes: JPEG })
    expect([again.status, again.body]).toEqual([201, first.body])
    expect([other.status, other.body.code]).toEqual([422, 'key-reused'])
    expect(await kept()).toEqual(before)
  })

  it('is refused beyond the number that a material may have, also when all come at once', async () => {
    const { number } = await office.file()
    const path = `/api/appeals/${number}/materials/kinship/files`
    const answers = await Promise.all(Array.from({ length: FILE_LIMITS.ofMaterial + 3 }, () => upload(office, 'ada', path)))
    const refused = answers.filter(({ status }) => status !== 201)
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual(Array(3).fill([409, 'too-many-files']))
    const { body } = await office.get('ada', `/api/appeals/${number}`)
    expect(body.materials.find((each: { code: string }) => each.code === 'kinship').files).toHaveLength(10)
    expect((await upload(office, 'ada', `/api/appeals/${number}/materials/identity/files`)).status).toBe(201)
  })
})
