import { randomUUID } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { canEnter, serverPlace, type SystemUser } from './system-user.ts'

/**
 * The folder of the database below the data folder: `postgres`, or, where the
 * server's user cannot enter the data folder, a place of its own that the file
 * `postgres.location` names, so that the next start finds it again.
 */
export async function clusterPlace(dataFolder: string, user: SystemUser | undefined): Promise<string> {
  const pointer = join(dataFolder, 'postgres.location')
  const known = await readFile(pointer, 'utf8').catch(() => undefined)
  if (known !== undefined) return known.trim()
  await mkdir(dataFolder, { recursive: true })
  if (await canEnter(user, dataFolder)) return join(dataFolder, 'postgres')
  const place = join(await serverPlace('data'), randomUUID())
  await writeFile(pointer, `${place}\n`)
  return place
}
