import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { Busboy } from '@fastify/busboy'
import type { ArrivedFile } from '../../prisma/files/file-bytes.ts'
import { StorageFullError } from '../../prisma/files/file-bytes.ts'
import { problem } from '../problems/problem.ts'
import type { ProblemCode } from '../problems/table.ts'

export const BYTES_PER_MB = 1_000_000

export interface UploadLimits {
  readonly maxBytes: number
  /** A request that brings nothing for so long, in real milliseconds, is given up. */
  readonly idleMs: number
}

interface Part {
  readonly stream: Readable
  readonly givenName: string
  readonly taking: Promise<ArrivedFile>
}

/** A file that came in whole, with the name its sender gave it. */
export interface Received {
  readonly file: ArrivedFile
  readonly givenName: string
}

/**
 * Reads a multipart request that holds one file and nothing else, as it comes; `take` puts the bytes away. Throws the
 * problem where it is not that, too large, too slow or broken off: then the stream that `take` reads breaks off with
 * an error, and what it had finished before is dropped.
 */
export async function receiveFile(
  request: IncomingMessage,
  limits: UploadLimits,
  take: (source: Readable) => Promise<ArrivedFile>,
): Promise<Received> {
  const form = openForm(request, limits.maxBytes)
  const parts: Part[] = []
  try {
    await readToEnd(request, form, limits, (stream, givenName) => {
      const taking = take(stream)
      parts.push({ stream, givenName, taking })
      return taking
    })
    const [part] = parts
    if (part === undefined) throw problem('file-missing', { field: 'file' })
    return { file: await part.taking, givenName: part.givenName }
  } catch (error) {
    request.unpipe(form)
    drain(request, limits.maxBytes)
    for (const { stream, taking } of parts) {
      stream.destroy(new Error('the upload was given up'))
      await (await taking.catch(() => null))?.drop()
    }
    throw error instanceof StorageFullError ? problem('storage-full') : error
  }
}

/** Ends when the whole request was read and held to its form; rejects with the first thing that is wrong. */
async function readToEnd(
  request: IncomingMessage,
  form: InstanceType<typeof Busboy>,
  { maxBytes, idleMs }: UploadLimits,
  begin: (stream: Readable, givenName: string) => Promise<ArrivedFile>,
): Promise<void> {
  let idle: NodeJS.Timeout | undefined
  try {
    await new Promise<void>((resolve, reject) => {
      const fail = (code: ProblemCode): void =>
        reject(problem(code, { field: 'file', params: { max: String(Math.floor(maxBytes / BYTES_PER_MB)) } }))
      const touch = (): void => {
        clearTimeout(idle)
        idle = setTimeout(() => fail('upload-stalled'), idleMs)
      }
      form.on('file', (_field, stream, givenName) => {
        stream.on('limit', () => fail('file-too-large'))
        stream.on('error', () => fail('upload-broken'))
        begin(stream, givenName ?? '').catch(reject)
      })
      form.on('filesLimit', () => fail('one-file'))
      form.on('fieldsLimit', () => fail('one-file'))
      form.on('error', () => fail('upload-broken'))
      form.on('finish', () => resolve())
      request.on('data', touch)
      request.on('error', () => fail('upload-broken'))
      request.on('close', () => request.complete || fail('upload-broken'))
      touch()
      request.pipe(form)
    })
  } finally {
    clearTimeout(idle)
  }
}

function openForm(request: IncomingMessage, maxBytes: number): InstanceType<typeof Busboy> {
  try {
    const headers = { ...request.headers, 'content-type': request.headers['content-type'] ?? '' }
    return new Busboy({ headers, limits: { files: 1, fields: 0, fileSize: maxBytes, headerPairs: 20 } })
  } catch {
    throw problem('upload-broken', { field: 'Content-Type' })
  }
}

/** Lets the rest of a refused request pass, so that its sender reads the answer; one that goes on and on is cut off. */
function drain(request: IncomingMessage, maxBytes: number): void {
  let passed = 0
  request.on('data', (chunk: Uint8Array) => {
    passed += chunk.length
    if (passed > 4 * maxBytes) request.destroy()
  })
  request.resume()
}
