import { spawn } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Place } from './place.ts'

/** Whether the demo is still to be brought in. Production has none. */
export function isDemoDue(place: Place, env: NodeJS.ProcessEnv): boolean {
  if (env.HONGYAN_DEMO === 'off' || env.NODE_ENV === 'production') return false
  return !existsSync(place.seeded)
}

/**
 * Brings the demo data in at the first start, through the running API
 * (dist/scripts/seed/main.js, its progress in this terminal). What it did not
 * finish is taken up again at the next start, so it must be repeatable.
 */
export async function seedOnce(place: Place, env: NodeJS.ProcessEnv, dist: string, onChild: (kill: () => void) => void): Promise<void> {
  if (!isDemoDue(place, env)) return
  const module = join(dist, 'scripts', 'seed', 'main.js')
  const child = spawn(process.execPath, ['--enable-source-maps', module], { env, stdio: ['ignore', 'inherit', 'inherit'] })
  onChild(() => child.kill('SIGTERM'))
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      if (code === 0) resolve()
      else reject(new Error(`演示数据未装完 / the demo data are not complete (${signal ?? `code ${code}`})`))
    })
  })
  writeFileSync(place.seeded, '')
}
