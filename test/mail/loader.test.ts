import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { checkNoticeTemplates, loadNoticeTemplates } from '../../catalog/loader/notices.ts'
import { CatalogError } from '../../catalog/loader/problem.ts'
import { CATALOG } from './compose-deps.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'hongyan-notices-'))
  cpSync(join(CATALOG, 'notices'), join(dir, 'notices'), { recursive: true })
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

function plant(body: string): readonly string[] {
  writeFileSync(join(dir, 'notices/zh/received.hbs'), body)
  return found()
}

function found(): readonly string[] {
  return checkNoticeTemplates(dir).map((problem) => `${problem.file}:${problem.line} ${problem.rule}`)
}

describe('templates of mails are checked when the catalogue is loaded', () => {
  it('the templates of the product are without fault', () => {
    expect(found()).toEqual([])
  })

  it('a kind that is missing in one language is refused', () => {
    rmSync(join(dir, 'notices/en/late.hbs'))
    expect(found()).toEqual(['notices/en/late.hbs:1 notice-missing'])
    expect(() => loadNoticeTemplates(dir)).toThrow(CatalogError)
    expect(() => loadNoticeTemplates(dir)).toThrow(
      'notices/en/late.hbs:1 [notice-missing] 通知“late”缺少英文模板 / the notice "late" has no template in English',
    )
  })

  it('a variable that no mail has is refused with its line', () => {
    expect(plant('subject: 收到\n\n第一行\n\n您的名字 {{name}}\n')).toEqual(['notices/zh/received.hbs:5 notice-unknown-variable'])
    expect(plant('subject: {{numbr}}\n\n正文\n')).toEqual(['notices/zh/received.hbs:1 notice-unknown-variable'])
    expect(plant('subject: 收到\n\n{{due.legal.day}}\n')).toEqual(['notices/zh/received.hbs:3 notice-unknown-variable'])
    expect(plant('subject: 收到\n\n{{#if dues}}\n{{#each dues}}\n{{label}} {{number}}\n{{/each}}\n{{/if}}\n')).toEqual([
      'notices/zh/received.hbs:5 notice-unknown-variable',
    ])
    expect(plant('subject: 收到\n\n{{constructor}}\n')).toEqual(['notices/zh/received.hbs:3 notice-unknown-variable'])
  })

  it('lists, scopes and their parents are understood', () => {
    expect(
      plant(
        'subject: 收到\n\n{{#each dues}}{{label}} {{../number}}{{#unless @last}}、{{/unless}}{{/each}}\n{{#with due.cure}}{{date}}{{else}}{{number}}{{/with}}\n',
      ),
    ).toEqual([])
  })

  it('a whole list cannot be written out, and each needs a list', () => {
    expect(plant('subject: 收到\n\n{{dues}}\n')).toEqual(['notices/zh/received.hbs:3 notice-not-a-value'])
    expect(plant('subject: 收到\n\n{{#each number}}x{{/each}}\n')).toEqual(['notices/zh/received.hbs:3 notice-not-a-list'])
  })

  it('unescaped values, helpers, blocks and markup of one’s own are refused', () => {
    expect(plant('subject: 收到\n\n{{{item}}}\n')).toEqual(['notices/zh/received.hbs:3 notice-unescaped'])
    expect(plant('subject: 收到\n\n{{lookup due "cure"}}\n')).toEqual(['notices/zh/received.hbs:3 notice-unknown-helper'])
    expect(plant('subject: 收到\n\n{{#log number}}{{/log}}\n')).toEqual(['notices/zh/received.hbs:3 notice-unknown-helper'])
    expect(plant('subject: 收到\n\n{{> footer}}\n')).toEqual(['notices/zh/received.hbs:3 notice-unknown-block'])
    expect(plant('subject: 收到 {{> dues}}\n\n正文\n')).toEqual(['notices/zh/received.hbs:1 notice-unknown-block'])
    expect(plant('subject: 收到\n\n一行\n<b>粗体</b>\n')).toEqual(['notices/zh/received.hbs:4 notice-markup'])
  })

  it('broken syntax, a missing subject and an empty body are refused', () => {
    expect(plant('subject: 收到\n\n一行\n{{#if item}}\n')).toEqual(['notices/zh/received.hbs:5 notice-syntax'])
    expect(plant('主题：收到\n\n正文\n')).toEqual(['notices/zh/received.hbs:1 notice-subject'])
    expect(plant('subject: 收到\n\n\n')).toEqual(['notices/zh/received.hbs:1 notice-no-body'])
  })

  it('a file that is no kind of notice, and a frame without one of its words, are refused', () => {
    writeFileSync(join(dir, 'notices/zh/greeting.hbs'), 'subject: x\n\ny\n')
    const frame = readFileSync(join(dir, 'notices/zh/frame.yaml'), 'utf8')
    writeFileSync(join(dir, 'notices/zh/frame.yaml'), frame.replace(/^footer: .*$/m, ''))
    expect(found()).toEqual(['notices/zh/greeting.hbs:1 notice-unknown-kind', 'notices/zh/frame.yaml:1 notice-frame'])
  })
})
