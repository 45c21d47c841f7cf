import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { receiveFile } from '../../api/files/receive-file.ts'
import { ProblemError } from '../../api/problems/problem.ts'
import type { ArrivedFile, FileBytes } from '../../prisma/files/file-bytes.ts'
import { StorageFullError } from '../../prisma/files/file-bytes.ts'
import { createFileFolder } from '../../prisma/files/file-folder.ts'

const ID = 'abcdef01-0000-4000-8000-000000000001'
const LIMITS = { maxBytes: 1_000_000, idleMs: 60_000 }
const HEAD = '--line\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hongyan-receive-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function lying(): Promise<readonly string[]> {
  return (await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) => each.isFile()).map((each) => each.name)
}

/** What receiving came to, when `send` writes the request by hand. */
async function received(send: (socket: Socket) => void, idleMs = LIMITS.idleMs): Promise<string> {
  const bytes: FileBytes = createFileFolder(folder)
  const server = createServer()
  const outcome = new Promise<string>((resolve) => {
    server.on('request', (request: IncomingMessage, response) => {
      receiveFile(request, { ...LIMITS, idleMs }, (source) => bytes.take(ID, source)).then(
        async ({ file }) => {
          await file.drop()
          resolve(`whole: ${file.size}`)
        },
        (error: unknown) => resolve(error instanceof ProblemError ? error.problem.code : String(error)),
      )
      response.on('error', () => undefined)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const socket = connect(address.port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.on('connect', () => send(socket))
  const code = await outcome
  socket.destroy()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  return code
}

function head(length: number): string {
  return `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=line\r\nContent-Length: ${length}\r\n\r\n`
}

describe('a file on its way', () => {
  const body = `${HEAD}%PDF-1.7 bytes\r\n--line--\r\n`

  it('is whole when its form ends', async () => {
    expect(await received((socket) => socket.write(head(body.length) + body))).toBe('whole: 14')
  })

  it('leaves nothing when the line breaks', async () => {
    const code = await received((socket) => {
      socket.write(head(5000) + HEAD + 'x'.repeat(2000))
      setTimeout(() => socket.destroy(), 50)
    })
    expect([code, await lying()]).toEqual(['upload-broken', []])
  })

  it('leaves nothing when it says to be shorter than it is', async () => {
    const code = await received((socket) => socket.write(head(body.length - 15) + body))
    expect([code, await lying()]).toEqual(['upload-broken', []])
  })

  it('is given up when nothing comes for too long', async () => {
    const code = await received((socket) => socket.write(head(5000) + HEAD + 'x'.repeat(2000)), 200)
    expect([code, await lying()]).toEqual(['upload-stalled', []])
  })

  it('is refused where there is no room, and nothing is left', async () => {
    const request = Object.assign(Readable.from([Buffer.from(body)]), {
      headers: { 'content-type': 'multipart/form-data; boundary=line' },
      complete: true,
    }) as unknown as IncomingMessage
    const take = async (source: AsyncIterable<Uint8Array>): Promise<ArrivedFile> => {
      for await (const _ of source) throw new StorageFullError(new Error('ENOSPC'))
      throw new Error('nothing came')
    }
    const refused = await receiveFile(request, LIMITS, take).catch((error: unknown) => error)
    expect(refused instanceof ProblemError && [refused.problem.status, refused.problem.code]).toEqual([507, 'storage-full'])
  })
})
