import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './root.mjs'

/** No package reports to anybody that it was installed, and none fetches an engine that nothing here runs. */
const QUIET = { ...process.env, SCARF_ANALYTICS: 'false', PRISMA_SCHEMA_ENGINE_BINARY: process.execPath }

/**
 * Installs the packages of package-lock.json when one is missing or has another
 * version; `dev` says whether those for tests are wanted too. A folder that has
 * packages already is completed and not made anew, since a running system may
 * use it. Exits with npm's code when npm fails.
 */
export function ensureInstalled({ dev }) {
  const wanted = packagesOf('package-lock.json')
  const installed = packagesOf(join('node_modules', '.package-lock.json'))
  const isWanted = (one) => !one.link && !one.optional && !one.devOptional && (dev || !one.dev)
  const missing = Object.entries(wanted).filter(([path, one]) => path !== '' && isWanted(one) && installed[path]?.version !== one.version)
  if (missing.length === 0) return
  console.log(`安装 ${missing.length} 个软件包 / installing ${missing.length} packages ...`)
  const hasDev = Object.entries(wanted).some(([path, one]) => one.dev && installed[path])
  const how = Object.keys(installed).length === 0 ? ['ci'] : ['install', '--no-save']
  const args = [...how, '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error', dev || hasDev ? '--include=dev' : '--omit=dev']
  const result = spawnSync('npm', args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: QUIET,
    shell: process.platform === 'win32',
  })
  if (result.status !== 0) process.exit(result.status ?? 1)
}

/** Packages by their place, from a lock file; none when it is missing. */
function packagesOf(path) {
  const file = join(ROOT, path)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {}
}
