import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { SETTINGS } from '../../scripts/settings.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const FOLDERS = ['api', 'activities', 'prisma', 'catalog', 'scripts', 'bench']
/** Read of the system, not of ours. */
const SYSTEM = new Set(['PATH', 'HOME', 'XDG_CACHE_HOME'])
/** `env.NAME`, `env['NAME']`, and a name handed on with the environment, as in `required('NAME')` or `numberOf(env, 'NAME'`. */
const READ = /\benv(?:\.|\[')([A-Z][A-Z0-9_]+)|(?:required|text|portFor)\('([A-Z][A-Z0-9_]+)'|\benv, '([A-Z][A-Z0-9_]+)'/g

function namesRead(): string[] {
  const names = new Set<string>()
  for (const folder of FOLDERS.filter((name) => existsSync(join(ROOT, name)))) {
    const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    for (const file of files.filter((name) => name.endsWith('.ts') && !name.startsWith('generated'))) {
      for (const match of readFileSync(join(ROOT, folder, file), 'utf8').matchAll(READ)) names.add(match[1] ?? match[2] ?? match[3] ?? '')
    }
  }
  return [...names].filter((name) => !SYSTEM.has(name)).sort()
}

describe('the settings', () => {
  it('every environment variable that the product reads is in the table, and no other', () => {
    expect(SETTINGS.map((one) => one.name).sort()).toEqual(namesRead())
  })

  it('every setting is explained in Chinese and English', () => {
    for (const one of SETTINGS) expect([one.name, /\p{Script=Han}/u.test(one.zh), /[a-z]/.test(one.en)]).toEqual([one.name, true, true])
  })
})
