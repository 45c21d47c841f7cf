import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from './root.mjs'

/** All files under the folders and files named, as paths from the root, in order; missing ones are skipped. */
export function filesUnder(paths) {
  return paths.flatMap((path) => {
    const full = join(ROOT, path)
    if (!existsSync(full)) return []
    if (!statSync(full).isDirectory()) return [path]
    return filesUnder(
      readdirSync(full)
        .sort()
        .map((name) => join(path, name)),
    )
  })
}

/** A digest of names and contents. */
export function digestOf(files) {
  const hash = createHash('sha256').update(process.version)
  for (const file of files) hash.update(`\n${file}\n`).update(readFileSync(join(ROOT, file)))
  return hash.digest('hex')
}

/** Runs `action` when the files or `result` changed since it last ended well; says whether it ran. */
export function whenChanged(name, files, result, action) {
  const stamp = join(ROOT, '.cache', 'stamps', name)
  const digest = digestOf(files)
  if (existsSync(result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return false
  action()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, digest)
  return true
}
