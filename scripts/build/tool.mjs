import { spawnSync } from 'node:child_process'
import { ROOT } from './root.mjs'

/** Runs a JavaScript file with Node in the clone; its output is shown when it fails. Returns the standard output. */
export function runNode(what, args, env = {}) {
  const result = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 64 * 1024 * 1024,
  })
  if (result.status === 0) return result.stdout
  console.error(`${result.stdout ?? ''}${result.stderr ?? ''}`)
  console.error(`${what}失败 / ${what} failed`)
  process.exit(result.status ?? 1)
}
