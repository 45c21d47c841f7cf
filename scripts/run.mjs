// node scripts/run.mjs scripts/rebuild [...args]: brings dist/ up to date and runs that module in this process.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureInstalled } from './build/install.mjs'
import { build } from './build/prepare.mjs'
import { ROOT } from './build/root.mjs'

const [module, ...args] = process.argv.slice(2)
if (!module) {
  console.error('usage: node scripts/run.mjs MODULE [...ARGS]')
  process.exit(2)
}
ensureInstalled({ dev: false })
await build()
const file = join(ROOT, 'dist', `${module}.js`)
process.setSourceMapsEnabled(true)
process.argv.splice(1, process.argv.length - 1, file, ...args)
await import(pathToFileURL(file).href)
