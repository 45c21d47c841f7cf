import { execFile } from 'node:child_process'
import { chmod, mkdir, readFile, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const NAME = 'postgres'

/** Where root keeps what the server's user must be able to enter: copies of programs, and data that cannot lie in the data folder. */
const SERVER_PLACE = '/var/lib/hongyan'

/** A folder there, made when missing; whatever the umask is, everybody may enter it. */
export async function serverPlace(...names: string[]): Promise<string> {
  let folder = SERVER_PLACE
  for (const name of ['', ...names]) {
    folder = join(folder, name)
    await mkdir(folder, { recursive: true })
    await chmod(folder, 0o755)
  }
  return folder
}

/** The user that the database server runs as. */
export interface SystemUser {
  uid: number
  gid: number
}

/**
 * Who the server must run as: undefined for "as ourselves". PostgreSQL refuses
 * to run as root, so root hands it to the system user `postgres`, which is
 * created when it is missing.
 */
export async function serverUser(): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const known = await findUser()
  if (known) return known
  await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/sh', NAME]).catch(() =>
    run('adduser', ['-S', '-D', '-H', NAME]),
  )
  const made = await findUser()
  if (!made) throw new Error(`cannot create the system user ${NAME}, which PostgreSQL needs when root starts it; set DATABASE_URL`)
  return made
}

async function findUser(): Promise<SystemUser | undefined> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n')
  const fields = lines.find((line) => line.startsWith(`${NAME}:`))?.split(':')
  if (!fields) return undefined
  return { uid: Number(fields[2]), gid: Number(fields[3]) }
}

/** Whether `user` may enter every folder down to `folder` (which may not exist yet). */
export async function canEnter(user: SystemUser | undefined, folder: string): Promise<boolean> {
  if (!user) return true
  for (let at = resolve(folder); ; at = dirname(at)) {
    const found = await stat(at).catch(() => undefined)
    if (found) {
      const shift = found.uid === user.uid ? 6 : found.gid === user.gid ? 3 : 0
      if (((found.mode >> shift) & 1) === 0) return false
    }
    if (at === dirname(at)) return true
  }
}
