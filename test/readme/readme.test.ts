import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { SETTINGS } from '../../scripts/settings.ts'
import { partOf, README, type ReadmePart, ROOT, scriptOf } from './readme.ts'

const CHINESE = README.slice(README.indexOf('\n# 鸿雁\n'))
const ENGLISH = README.slice(0, README.length - CHINESE.length)

describe('the README', () => {
  it.each(['en', 'zh'] as const)('has the settings of the product, no other and in their words (%s)', (language) => {
    const rows = partOf('settings', language).trim().split('\n').slice(2)
    expect(rows).toEqual(
      SETTINGS.map((one) => `| \`${one.name}\` |${one.default === '' ? '' : ` \`${one.default}\``} | ${one[language]} |`),
    )
  })

  it.each<ReadmePart>(['walk-through', 'due'])('gives the same commands in both languages (%s)', (part) => {
    expect(scriptOf(part, 'zh')).toBe(scriptOf(part, 'en'))
    expect(scriptOf(part, 'en').length).toBeGreaterThan(500)
  })

  it('says in Chinese what it says in English: the same headings, rows, points and links', () => {
    const shapeOf = (text: string): object => ({
      headings: text.match(/^## /gm)?.length,
      rows: text.match(/^\|/gm)?.length,
      points: text.match(/^- /gm)?.length,
      links: [...text.matchAll(/\]\(([^)#]+)\)/g)].map((match) => match[1]).toSorted(),
    })
    expect(shapeOf(CHINESE)).toEqual(shapeOf(ENGLISH))
  })

  it('links to nothing that is not there', () => {
    const links = [...README.matchAll(/\]\(([^)#]+)\)/g)].map((match) => match[1] ?? '').filter((link) => !link.startsWith('https:'))
    expect(links.filter((link) => !existsSync(join(ROOT, link)))).toEqual([])
  })

  it('names commands that are there', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    const named = [...README.matchAll(/npm (?:run )?(?:--silent )?(start|test|due|replay|bench|rebuild|check)\b/g)].map((match) => match[1])
    expect([...new Set(named)].filter((name) => name !== undefined && !(name in scripts))).toEqual([])
    expect(new Set(named).size).toBe(7)
  })
})
