import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { assembleCatalog } from '../../catalog/loader/assemble.ts'
import type { Catalog } from '../../catalog/loader/catalog.ts'
import { CatalogError, type CatalogProblem } from '../../catalog/loader/problem.ts'
import type { Calendar } from '../../domain/clocks/types.ts'

const SMALL = fileURLToPath(new URL('small', import.meta.url))
const NOTICES = fileURLToPath(new URL('../../catalog/notices', import.meta.url))

/** A calendar that is open every day, for tests in which only its id matters. */
const EVERY_DAY: Calendar = {
  id: 'cn',
  version: '1',
  name: { zh: '每日', en: 'every day' },
  offsetMinutes: 480,
  covers: { from: '2026-01-01', to: '2026-12-31' },
  weekly: Array.from({ length: 7 }, () => ({ working: true, periods: [{ from: 540, to: 1020 }] })),
  holidays: {},
  makeUpDays: {},
  notices: [],
}

/** Runs with a temporary copy of the small catalogue and the real notice texts, which is removed afterwards. */
export function withSmallCatalog<T>(use: (dir: string) => T): T {
  const dir = mkdtempSync(join(tmpdir(), 'catalog-'))
  try {
    cpSync(SMALL, dir, { recursive: true })
    cpSync(NOTICES, join(dir, 'notices'), { recursive: true })
    return use(dir)
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Replaces a piece of text that occurs exactly once in a file. */
export function plant(dir: string, file: string, find: string, put: string): void {
  const text = readFileSync(join(dir, file), 'utf8')
  if (text.split(find).length !== 2) throw new Error(`${file} does not hold "${find}" exactly once`)
  writeFileSync(
    join(dir, file),
    text.replace(find, () => put),
  )
}

export function load(dir: string): Catalog {
  return assembleCatalog(dir, new Map([['cn', EVERY_DAY]]))
}

/** Errors of the catalogue, or its warnings where it loads. */
export function problemsIn(dir: string): readonly CatalogProblem[] {
  try {
    return load(dir).warnings
  } catch (error) {
    if (error instanceof CatalogError) return error.problems
    throw error
  }
}

/** `file:line rule` of each problem, as the office reads it. */
export function told(problems: readonly CatalogProblem[]): readonly string[] {
  return problems.map((problem) => `${problem.file}:${problem.line} ${problem.rule}`)
}
