// node scripts/run.mjs scripts/rebuild [...args]: brings dist/ up to date and runs that module in this process.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureInstalled } from './build/install.mjs'
import { build, buildCode } from './build/prepare.mjs'
import { ROOT } from './build/root.mjs'

const [module, ...args] = process.argv.slice(2)
if (!module) {
  console.error('usage: node scripts/run.mjs MODULE [...ARGS]')
  process.exit(2)
}
ensureInstalled({ dev: false })
// These start no system of their own, and must work where a workflow or a page cannot be built.
const ALONE = ['scripts/due/main', 'scripts/rebuild', 'scripts/migrate', 'scripts/calendar/main']
await (ALONE.includes(module) ? buildCode() : build())
const file = join(ROOT, 'dist', `${module}.js`)
process.setSourceMapsEnabled(true)
process.argv.splice(1, process.argv.length - 1, file, ...args)
await import(pathToFileURL(file).href)
