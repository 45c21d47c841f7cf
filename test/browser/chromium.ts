import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Where systems put it; the setting HONGYAN_CHROMIUM names another one. */
const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** What is printed where the stories cannot be told. */
export const NO_CHROMIUM =
  'The stories in a real browser are skipped: no Chromium that starts is at /usr/bin/chromium, and HONGYAN_CHROMIUM names none.\n'

/** The program of a Chromium that can tell its version; null where there is none. */
export function findChromium(env: NodeJS.ProcessEnv): string | null {
  const named = env['HONGYAN_CHROMIUM']
  const places = named === undefined || named === '' ? USUAL_PLACES : [named]
  return places.find((place) => existsSync(place) && spawnSync(place, ['--version'], { timeout: 60_000 }).status === 0) ?? null
}
