import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { PostgresPrograms } from './programs.ts'
import type { SystemUser } from './system-user.ts'

const run = promisify(execFile)

/** The owner of every database of the embedded server. */
export const OWNER = 'hongyan'

/** A database cluster on disk, not necessarily running. */
export interface Cluster {
  /** PostgreSQL's own data directory */
  data: string
  password: string
  user: SystemUser | undefined
  programs: PostgresPrograms
}

/**
 * The cluster in `folder`, made when it is not there: UTF-8 with the builtin
 * C.UTF-8 order (the system's default may be SQL_ASCII), passwords by
 * scram-sha-256. A start that was killed half-way leaves no half cluster.
 */
export async function clusterIn(folder: string, programs: PostgresPrograms, user: SystemUser | undefined, sync: boolean): Promise<Cluster> {
  const data = join(folder, 'data')
  const passwordFile = join(folder, 'password')
  if (await stat(data).catch(() => undefined)) {
    return { data, password: (await readFile(passwordFile, 'utf8')).trim(), user, programs }
  }
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const password = randomBytes(18).toString('base64url')
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  if (user) for (const path of [folder, passwordFile]) await chown(path, user.uid, user.gid)
  const fresh = join(folder, 'data.new')
  await rm(fresh, { recursive: true, force: true })
  const args = [
    `--pgdata=${fresh}`,
    `--username=${OWNER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-instructions',
    ...(sync ? [] : ['--no-sync']),
  ]
  await run(programs.initdb, args, { ...user, cwd: folder, env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' } })
  await rename(fresh, data)
  return { data, password, user, programs }
}
