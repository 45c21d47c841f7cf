// npm run check [-- --fix]: types, format, lint, promises, the import table and the rules of the house.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled } from './build/install.mjs'
import { generate } from './build/prepare.mjs'
import { ROOT } from './build/root.mjs'

ensureInstalled({ dev: true })
await generate()

const fix = process.argv.includes('--fix')
const folders = ['domain', 'workflows', 'activities', 'api', 'prisma', 'catalog', 'web', 'scripts', 'bench'].filter((name) =>
  existsSync(join(ROOT, name)),
)
const STEPS = [
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'] },
  { name: 'types of the staff pages', args: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'web'] },
  { name: 'types of the portal', args: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'web/portal'] },
  {
    name: 'format and lint',
    args: ['node_modules/@biomejs/biome/bin/biome', 'check', ...(fix ? ['--write'] : []), '--error-on-warnings', '--max-diagnostics=100'],
  },
  { name: 'promises', args: ['node_modules/oxlint/bin/oxlint', '--type-aware'] },
  {
    name: 'imports',
    args: [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.mjs',
      '--output-type',
      'err-long',
      ...folders,
    ],
  },
  { name: 'sources', args: ['scripts/check/sources.mjs'] },
]

/** What a failing step may print; its first findings say enough. */
const LONGEST_OUTPUT = 30_000

const failed = []
for (const { name, args } of STEPS) {
  const started = Date.now()
  const result = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  const good = result.status === 0
  console.log(`${good ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  if (good) continue
  const out = `${result.stdout ?? ''}${result.stderr ?? ''}`
  console.log(out.length > LONGEST_OUTPUT ? `${out.slice(0, LONGEST_OUTPUT)}\n... ${out.length - LONGEST_OUTPUT} characters more` : out)
  failed.push(name)
}
if (failed.length > 0) {
  console.log(`check failed: ${failed.join(', ')}`)
  process.exitCode = 1
}
