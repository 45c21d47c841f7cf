// npm test [-- paths and jest options]: installs what is missing and runs all levels of the tests.
// A test that needs PostgreSQL or Temporal starts it (scripts/services/for-tests.ts); the run's end stops it.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { ensureInstalled } from './build/install.mjs'
import { generate } from './build/prepare.mjs'
import { ROOT } from './build/root.mjs'

ensureInstalled({ dev: true })
await generate()
const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js')
const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning']
const child = spawn(process.execPath, [...flags, jest, ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, NODE_OPTIONS: [process.env.NODE_OPTIONS, ...flags].filter(Boolean).join(' ') },
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
