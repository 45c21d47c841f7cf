import { randomUUID } from 'node:crypto'
import request from 'supertest'
import type { ApiOffice } from './office.ts'
import type { Name } from './people.ts'

/** A small PDF. */
export const PDF = Buffer.from('%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n')
/** The head of a photograph as phones write it. */
export const JPEG = Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), Buffer.alloc(400, 7)])

export interface Sent {
  readonly name?: string
  readonly bytes?: Buffer
  readonly key?: string
  /** What the sender says of the bytes. */
  readonly contentType?: string
}

/** One file as a page sends it, with the header of our pages. */
export async function upload(office: ApiOffice, who: Name, path: string, sent: Sent = {}): Promise<request.Response> {
  const { name = '学位证书.pdf', bytes = PDF, key = randomUUID(), contentType = 'application/octet-stream' } = sent
  const token = await office.tokenOf(who)
  return request(office.app)
    .post(path)
    .set('Authorization', `Bearer ${token ?? ''}`)
    .set('Accept-Language', 'en')
    .set('X-Hongyan', '1')
    .set('Idempotency-Key', key)
    .attach('file', bytes, { filename: name, contentType })
}

/** Downloads a file as bytes. */
export function download(office: ApiOffice, who: Name, id: string): request.Test {
  return office.get(who, `/api/files/${id}`).buffer(true).parse(bytesOf)
}

function bytesOf(response: NodeJS.EventEmitter, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = []
  response.on('data', (chunk: Buffer | string) => chunks.push(Buffer.from(chunk)))
  response.on('end', () => done(null, Buffer.concat(chunks)))
}
