import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { StorageFullError } from '../../prisma/files/file-bytes.ts'
import { createFileFolder } from '../../prisma/files/file-folder.ts'

const ID = 'abcdef01-0000-4000-8000-000000000001'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hongyan-folder-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function lying(): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
}

async function* pieces(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text)
}

describe('the folder of files', () => {
  it('gives a file out only once it is kept, with the sum of its bytes', async () => {
    const files = createFileFolder(folder)
    const arrived = await files.take(ID, pieces('a', 'bc'))
    expect([arrived.size, arrived.sha256]).toEqual([3, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'])
    expect(Buffer.from(await arrived.read(1, 10)).toString()).toBe('bc')
    await expect(files.open(ID)).rejects.toThrow('ENOENT')
    expect(await lying()).toEqual([join('arriving', ID)])
    await arrived.keep()
    expect(await lying()).toEqual([join('ab', ID)])
    expect(Buffer.concat(await (await files.open(ID)).toArray()).toString()).toBe('abc')
    await files.remove(ID)
    await files.remove(ID)
    expect(await lying()).toEqual([])
  })

  it('keeps nothing of a file that breaks off, that is given up, or for which there is no room', async () => {
    const files = createFileFolder(folder)
    async function* broken(error: Error): AsyncGenerator<Uint8Array> {
      yield Buffer.from('half')
      throw error
    }
    await expect(files.take(ID, broken(new Error('the line broke')))).rejects.toThrow('the line broke')
    await expect(files.take(ID, broken(Object.assign(new Error('write'), { code: 'ENOSPC' })))).rejects.toBeInstanceOf(StorageFullError)
    await (await files.take(ID, pieces('whole'))).drop()
    expect(await lying()).toEqual([])
  })

  it('takes ids of its own and no paths', async () => {
    const files = createFileFolder(folder)
    for (const id of ['../../etc/passwd', '/etc/passwd', 'abcdef01', `${ID}/..`, '']) {
      await expect(files.open(id)).rejects.toThrow('is not the id of a file')
    }
  })
})
