// npm start: the only script that runs before anything is installed.
import { ensureInstalled } from './build/install.mjs'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `需要 Node 20.19 或更高版本，现为 ${process.versions.node}。\nNode 20.19 or later is needed, this is ${process.versions.node}.`,
  )
  process.exit(1)
}
ensureInstalled({ dev: false })
const { build } = await import('./build/prepare.mjs')
await build()
process.setSourceMapsEnabled(true)
await import('../dist/scripts/main.js')
