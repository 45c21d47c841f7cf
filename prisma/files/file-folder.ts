import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ArrivedFile, FileBytes } from './file-bytes.ts'
import { StorageFullError } from './file-bytes.ts'

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Bytes in a folder: `ab/abcdef01-…` by id, `arriving/` for those on their way. A file is written there, flushed to the
 * disk and then renamed, so that under its own name it is whole or not there at all, whenever the machine stops.
 */
export function createFileFolder(folder: string): FileBytes {
  return {
    async take(id, source) {
      const path = arriving(folder, id)
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 })
        const file = await open(path, 'wx+', 0o600)
        return await arrived(folder, id, file, source).catch(async (error: unknown) => {
          await file.close().catch(() => undefined)
          throw error
        })
      } catch (error) {
        await rm(path, { force: true }).catch(() => undefined)
        throw withoutRoom(error) ? new StorageFullError(error) : error
      }
    },
    async open(id) {
      const file = await open(kept(folder, id), 'r')
      return createReadStream('', { fd: file })
    },
    async remove(id) {
      await Promise.all([rm(kept(folder, id), { force: true }), rm(arriving(folder, id), { force: true })])
    },
  }
}

async function arrived(folder: string, id: string, file: FileHandle, source: AsyncIterable<Uint8Array>): Promise<ArrivedFile> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length; ) at += (await file.write(chunk, at)).bytesWritten
    hash.update(chunk)
    size += chunk.length
  }
  await file.sync()
  return {
    size,
    sha256: hash.digest('hex'),
    async read(position, length) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
      return buffer.subarray(0, bytesRead)
    },
    async keep() {
      await file.close()
      const path = kept(folder, id)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await rename(arriving(folder, id), path)
      await flushed(dirname(path))
    },
    async drop() {
      await file.close().catch(() => undefined)
      await rm(arriving(folder, id), { force: true })
    },
  }
}

/** The renaming itself survives a power cut once its folder is on the disk. */
async function flushed(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function kept(folder: string, id: string): string {
  return join(folder, checked(id).slice(0, 2), id)
}

function arriving(folder: string, id: string): string {
  return join(folder, 'arriving', checked(id))
}

/** Ids are made here and never by a client; anything else as a path is a bug. */
function checked(id: string): string {
  if (!ID.test(id)) throw new Error(`"${id}" is not the id of a file`)
  return id
}

function withoutRoom(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
}
