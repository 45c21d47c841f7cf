import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import config from '../../.dependency-cruiser.mjs'

const ROOT = join(import.meta.dirname, '..', '..')
let place = ''

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'hongyan-check-'))
  await symlink(join(ROOT, 'node_modules'), join(place, 'node_modules'))
  for (const name of ['.gitignore', 'package.json', 'tsconfig.json', 'biome.json', '.oxlintrc.json', '.dependency-cruiser.mjs']) {
    await copyFile(join(ROOT, name), join(place, name))
  }
})

afterEach(() => rm(place, { recursive: true, force: true }))

async function plant(files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(place, path)), { recursive: true })
    await writeFile(join(place, path), text)
  }
}

/** Runs a tool of the check in the planted place; its exit code and all that it printed. */
function run(tool: string, ...args: string[]): Promise<{ code: number; out: string }> {
  return new Promise((resolve) => {
    const limits = { cwd: place, maxBuffer: 16 * 1024 * 1024 }
    execFile(process.execPath, [join(ROOT, 'node_modules', tool), ...args], limits, (error, stdout, stderr) => {
      resolve({ code: error ? 1 : 0, out: stdout + stderr })
    })
  })
}

interface Violation {
  from: string
  to: string
  rule: { name: string }
}

async function violations(files: Record<string, string>): Promise<string[]> {
  await plant(files)
  const folders = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))]
  const args = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...folders]
  const { out } = await run('dependency-cruiser/bin/dependency-cruise.mjs', ...args)
  const report = JSON.parse(out) as { summary: { violations: Violation[] } }
  return report.summary.violations.map((one) => one.rule.name)
}

const ONE = 'export const one = 1\n'
const imports = (path: string): string => `import { one } from '${path}'\nexport const two = one\n`
const importsType = (path: string): string => `import type { One } from '${path}'\nexport type Two = One\n`

describe('the import table', () => {
  const PLANTED: Record<string, Record<string, string>> = {
    'domain-is-pure': { 'domain/a.ts': imports('node:fs') },
    'domain-conditions-use-feelin-only': { 'domain/routing/condition.ts': imports('../../catalog/a.ts'), 'catalog/a.ts': ONE },
    'workflows-are-deterministic': { 'workflows/a.ts': importsType('../prisma/a.ts'), 'prisma/a.ts': ONE },
    'activities-know-no-caller': { 'activities/a.ts': imports('../api/a.ts'), 'api/a.ts': ONE },
    'activities-read-messages-only': { 'activities/a.ts': imports('../workflows/appeal.ts'), 'workflows/appeal.ts': ONE },
    'prisma-serves-everybody': { 'prisma/a.ts': imports('../api/a.ts'), 'api/a.ts': ONE },
    'only-prisma-uses-the-database-client': { 'activities/a.ts': imports('pg') },
    'api-holds-no-effects-of-the-worker': { 'api/a.ts': importsType('../activities/a.ts'), 'activities/a.ts': ONE },
    'api-reads-messages-only': { 'api/a.ts': imports('../workflows/appeal.ts'), 'workflows/appeal.ts': ONE },
    'api-writes-no-case': { 'api/a.ts': imports('../prisma/stores/record-store.ts'), 'prisma/stores/record-store.ts': ONE },
    'one-gateway-to-temporal': { 'api/a.ts': imports('@temporalio/client') },
    'catalogue-stands-alone': { 'catalog/a.ts': imports('../prisma/a.ts'), 'prisma/a.ts': ONE },
    'web-speaks-http': { 'web/a.ts': imports('../api/a.ts'), 'api/a.ts': ONE },
    'product-needs-no-tools': { 'api/a.ts': imports('fast-check') },
    'imports-resolve': { 'api/a.ts': imports('./nowhere.ts') },
  }

  it('plants a breach of every rule, and every rule has a reason', () => {
    expect(Object.keys(PLANTED).toSorted()).toEqual(config.forbidden.map((rule) => rule.name).toSorted())
    for (const rule of config.forbidden) expect(rule.comment.length).toBeGreaterThan(40)
  })

  it.each(Object.keys(PLANTED))('finds a breach of %s', async (rule) => {
    expect(await violations(PLANTED[rule] ?? {})).toEqual([rule])
  })

  it('lets through what the table allows', async () => {
    const files = {
      'domain/a.ts': ONE,
      'domain/routing/condition.ts': "import { evaluate } from 'feelin'\nexport const a = evaluate\n",
      'workflows/messages.ts': importsType('../domain/a.ts'),
      'workflows/write.ts': importsType('../activities/record.ts'),
      'activities/record.ts': imports('../prisma/stores/record-store.ts'),
      'prisma/stores/record-store.ts': "import pg from 'pg'\nexport const one = pg\n",
      'api/gateway.ts': "import { Client } from '@temporalio/client'\nexport const one = Client\n",
      'api/a.ts': imports('../workflows/messages.ts'),
    }
    expect(await violations(files)).toEqual([])
  })
})

describe('the other tools of the check', () => {
  it('a promise that nobody waits for is an error', async () => {
    await plant({ 'api/a.ts': 'const later = async (): Promise<number> => 1\nlater()\n' })
    const { code, out } = await run('oxlint/bin/oxlint', '--type-aware', 'api')
    expect([code, out.includes('no-floating-promises')]).toEqual([1, true])
  })

  it('a promise where a truth value or a plain function is wanted is an error', async () => {
    await plant({ 'api/a.ts': 'const later = async (): Promise<boolean> => true\nif (later()) console.log(1)\n' })
    const { code, out } = await run('oxlint/bin/oxlint', '--type-aware', 'api')
    expect([code, out.includes('no-misused-promises')]).toEqual([1, true])
  })

  it.each([
    ['noExplicitAny', 'export const a = (b: any): unknown => b\n'],
    ['noNonNullAssertion', 'export const a = (b: string | undefined): string => b!\n'],
    ['format', "export const a = { b: 'c' };\n"],
  ])('Biome refuses %s', async (rule, text) => {
    await plant({ 'api/a.ts': text })
    const { code, out } = await run('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', 'api')
    expect([code, out.includes(rule)]).toEqual([1, true])
  })

  it('types are strict', async () => {
    await plant({ 'api/a.ts': 'export const a = (list: string[]): string => list[0]\n' })
    const { code, out } = await run('typescript/bin/tsc', '--noEmit', '-p', '.')
    expect([code, out.includes('TS2322')]).toEqual([1, true])
  })
})
