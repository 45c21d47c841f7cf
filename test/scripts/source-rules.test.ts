import { describe, expect, it } from '@jest/globals'
import { sourceProblems } from '../../scripts/check/source-rules.mjs'

/** Line and rule of what is found, in order of lines. */
function found(path: string, text: string): string[] {
  return sourceProblems(path, text).map((one) => `${one.line} ${one.rule}`)
}

describe('the rules of the house', () => {
  it.each([
    ['the clock', 'export const at = Date.now()'],
    ['a date of now', 'export const at = new Date()'],
    ['the text of now', 'export const at = Date()'],
    ['chance', 'export const a = Math.random()'],
    ['the language of the machine', "export const a = new Intl.NumberFormat('zh')"],
    ['the format of the machine', 'export const a = (1).toLocaleString()'],
    ['the time zone of the machine', 'export const a = (at: Date) => at.getHours()'],
    ['the environment', 'export const a = process.env.HOME'],
    ['a timer', 'setTimeout(() => undefined, 1)'],
  ])('the core may not use %s', (_what, line) => {
    expect(found('domain/clocks/due.ts', `// 诉求\n${line}\n`)).toEqual(['2 pure-code'])
  })

  it('workflows may not read the clock either, but for the one file that asks Temporal', () => {
    expect(found('workflows/appeal.ts', 'export const at = Date.now()\n')).toEqual(['1 pure-code'])
    expect(found('workflows/case-time.ts', 'export const at = Date.now()\n')).toEqual([])
  })

  it('instants of the core and dates of a known instant are fine', () => {
    expect(found('domain/clocks/due.ts', 'export const a = new Date(0).toISOString() + Math.floor(1.5)\n')).toEqual([])
  })

  it('activities may read the clock', () => {
    expect(found('activities/record.ts', 'export const at = Date.now()\n')).toEqual([])
  })

  it('pages ask everything but the core over HTTP, in sources with markup too', () => {
    expect(found('web/staff/app.tsx', "import { a } from '../../api/app.ts'\nimport { b } from '../../domain/text.ts'\n")).toEqual([
      '1 web-speaks-http',
    ])
    expect(found('web/staff/app.tsx', "import { Button } from 'antd'\nimport { a } from '../http/client.ts'\n")).toEqual([])
  })

  it('workflows know the types of activities only', () => {
    expect(found('workflows/write.ts', "import { record } from '../activities/record.ts'\n")).toEqual(['1 types-of-activities-only'])
    expect(found('workflows/write.ts', "import { type A, b } from '../activities/record.ts'\n")).toEqual(['1 types-of-activities-only'])
    expect(found('workflows/write.ts', "export * from '../activities/record.ts'\n")).toEqual(['1 types-of-activities-only'])
    expect(found('workflows/write.ts', "import type { A } from '../activities/record.ts'\n")).toEqual([])
    expect(found('workflows/write.ts', "import { type A } from '../activities/record.ts'\n")).toEqual([])
  })

  it('a file has 250 lines at most', () => {
    expect(found('api/app.ts', `${'\n'.repeat(249)}const a = 1\n`)).toEqual([])
    expect(found('api/app.ts', `${'\n'.repeat(250)}const a = 1\n`)).toEqual(['251 short-files'])
  })

  it('names say what is inside', () => {
    expect(found('api/utils/text.ts', '')).toEqual(['1 telling-names'])
    expect(found('api/helpers.ts', '')).toEqual(['1 telling-names'])
    expect(found('api/openCase.ts', '')).toEqual(['1 kebab-case'])
    expect(found('test/api/open-case.test.ts', '')).toEqual([])
  })

  it('work that is put off is no comment', () => {
    expect(found('api/app.ts', `const a = 1 // ${'TO'}${'DO'}: later\n`)).toEqual(['1 no-notes'])
  })
})
