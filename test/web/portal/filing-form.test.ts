import { describe, expect, it } from '@jest/globals'
import type { Draft, Item } from '../../../web/http/shapes/item.ts'
import { type Answers, answersOf, draftOf, filingOf } from '../../../web/portal/file/answers.ts'
import { atOurFields, checkForm, checkPapers } from '../../../web/portal/file/check.ts'

const label = { zh: '名', en: 'name' }
const field = { label, required: false, confidential: false }
const paper = { name: label, required: true, deferrable: false }
const ITEM: Item = {
  code: 'child-schooling',
  name: label,
  summary: label,
  legalBasis: label,
  form: [
    { ...field, code: 'childName', type: 'text', required: true, max: 4 },
    { ...field, code: 'children', type: 'integer', min: 1, max: 9 },
    { ...field, code: 'income', type: 'number' },
    { ...field, code: 'born', type: 'date' },
    { ...field, code: 'twins', type: 'boolean', required: true },
    { ...field, code: 'wishes', type: 'long-text', min: 2 },
  ],
  materials: [
    { ...paper, code: 'identity' },
    { ...paper, code: 'residence-proof', deferrable: true },
    { ...paper, code: 'school-record', required: false },
  ],
  limits: { acceptance: null, legal: null, promised: {}, cure: { amount: 5, unit: 'working-days' } },
}
const FILE = { id: '0f0f0f0f-0000-4000-8000-000000000001', name: 'passport.jpg', size: 1200 }
const ANSWERS: Answers = {
  form: { childName: ' 林小雨 ', children: '2', income: '12.5', born: '2019-05-06', twins: 'false', wishes: '' },
  papers: {
    identity: { way: 'provided', files: [FILE] },
    'residence-proof': { way: 'promised', files: [FILE] },
    'school-record': { way: 'none', files: [] },
  },
}

describe('what is sent', () => {
  it('has each answer in the type of its field, and what is empty is left out', () => {
    expect(filingOf(ITEM, ANSWERS, true)).toEqual({
      item: 'child-schooling',
      form: { childName: '林小雨', children: 2, income: 12.5, born: '2019-05-06', twins: false },
      materials: [
        { code: 'identity', provided: true, files: ['0f0f0f0f-0000-4000-8000-000000000001'] },
        { code: 'residence-proof', promised: true },
      ],
      confirmDuplicate: true,
    })
  })

  it('names no files where none were uploaded', () => {
    const onPaper: Answers = { form: {}, papers: { identity: { way: 'provided', files: [] } } }
    expect(filingOf(ITEM, onPaper, false).materials).toEqual([{ code: 'identity', provided: true }])
  })
})

describe('a draft', () => {
  it('brings back what was typed, also what is half done', () => {
    const begun: Answers = { form: { childName: '林', children: 'two' }, papers: ANSWERS.papers }
    const draft: Draft = {
      item: ITEM.code,
      itemName: label,
      savedAt: '2026-03-05T02:00:00.000Z',
      ...JSON.parse(JSON.stringify(draftOf(begun))),
    }
    expect(answersOf(ITEM, draft)).toEqual(begun)
  })

  it('leaves out what the item no longer asks for, and files that are none', () => {
    const draft: Draft = {
      item: ITEM.code,
      itemName: label,
      form: { childName: '林', gone: 'x' },
      materials: [
        { code: 'gone', provided: true },
        { code: 'identity', provided: true, files: ['x', { id: 'y' }] },
      ],
      savedAt: '2026-03-05T02:00:00.000Z',
    }
    expect(answersOf(ITEM, draft)).toEqual({ form: { childName: '林' }, papers: { identity: { way: 'provided', files: [] } } })
  })
})

describe('before it is sent', () => {
  it('an answer that is right is not spoken of', () => {
    expect(checkForm(ITEM, ANSWERS, 'en')).toEqual(new Map())
    expect(checkPapers(ITEM, ANSWERS, 'en')).toEqual(new Map())
  })

  const wrong = (form: Record<string, string>, language: 'zh' | 'en' = 'en'): Record<string, string> =>
    Object.fromEntries(checkForm(ITEM, { ...ANSWERS, form: { ...ANSWERS.form, ...form } }, language))

  it('each fault is told at its field in the reader’s language', () => {
    expect(wrong({ childName: '  ', twins: '' })).toEqual({
      'form.childName': 'Please fill this in.',
      'form.twins': 'Please fill this in.',
    })
    expect(wrong({ childName: '' }, 'zh')).toEqual({ 'form.childName': '请填写。' })
    expect(wrong({ childName: '林小雨林小' })).toEqual({ 'form.childName': 'Too long: 5 characters, at most 4.' })
    expect(wrong({ wishes: '远' })).toEqual({ 'form.wishes': 'Too short: at least 2 characters.' })
    expect(wrong({ children: 'two' })).toEqual({ 'form.children': 'Please give a number.' })
    expect(wrong({ children: '1.5' })).toEqual({ 'form.children': 'Please give a whole number.' })
    expect(wrong({ children: '0' })).toEqual({ 'form.children': 'This must be at least 1.' })
    expect(wrong({ children: '10' })).toEqual({ 'form.children': 'This must be at most 9.' })
    expect(wrong({ born: '2019-02-30' })).toEqual({ 'form.born': 'Please give a real date.' })
  })

  it('a needed paper is neither forgotten nor left out', () => {
    const papers = { identity: { way: 'none', files: [] }, 'school-record': { way: 'none', files: [] } } as const
    expect(checkPapers(ITEM, { form: {}, papers }, 'en')).toEqual(
      new Map([
        ['materials.identity', 'This paper is needed.'],
        ['materials.residence-proof', 'This paper is needed.'],
      ]),
    )
  })

  it('a refusal of the API stands at the paper it speaks of, which it counts by place', () => {
    const told = new Map([
      ['form.childName', 'no'],
      ['materials.1.promised', 'not for later'],
      ['materials.0.files.0', 'gone'],
      ['materials.identity', 'missing'],
      ['materials.7', 'strange'],
    ])
    expect(atOurFields(told, [{ code: 'identity' }, { code: 'residence-proof' }])).toEqual(
      new Map([
        ['form.childName', 'no'],
        ['materials.residence-proof', 'not for later'],
        ['materials.identity', 'missing'],
        ['materials.7', 'strange'],
      ]),
    )
  })
})
