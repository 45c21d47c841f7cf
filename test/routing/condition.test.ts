import { describe, expect, it } from '@jest/globals'
import { checkCondition, declaredFacts } from '../../domain/routing/check-condition.ts'
import { evaluate, factsOf } from '../../domain/routing/condition.ts'
import type { FormField } from '../../domain/routing/item.ts'

const label = { zh: '栏', en: 'field' }
const FORM: readonly FormField[] = [
  {
    code: 'hukou',
    label,
    type: 'choice',
    required: true,
    confidential: false,
    fact: true,
    options: [
      { code: 'local', label },
      { code: 'none', label },
    ],
  },
  { code: 'amount', label, type: 'number', required: false, confidential: false, fact: true },
  { code: 'ill', label, type: 'boolean', required: true, confidential: false, fact: true },
  { code: 'address', label, type: 'text', required: true, confidential: true, fact: false },
]
const FACTS = declaredFacts(FORM)
const EXPERT = { tier: 'B', language: 'en' } as const
const known = factsOf(EXPERT, { level: 'district' }, { hukou: 'none', amount: 500001, ill: false })

describe('a condition', () => {
  it.each([
    ['expert.tier in ("A","B")', true],
    ['expert.tier = "A"', false],
    ['expert.language = "en" and station.level = "district"', true],
    ['form.hukou = "none"', true],
    ['not(form.hukou = "none")', false],
    ['form.amount > 500000', true],
    ['form.amount > 500001', false],
    ['form.amount between 1 and 10', false],
    ['form.amount in [500000..600000]', true],
    ['form.amount * 2 >= 1000002', true],
    ['form.ill or expert.tier = "B"', true],
    ['if form.ill then expert.tier = "A" else expert.tier = "B"', true],
  ])('%s is %s for a B expert of a district with 500,001 yuan', (condition, expected) => {
    expect(checkCondition(condition, FACTS)).toEqual([])
    expect(evaluate(condition, known)).toBe(expected)
  })

  it('on an answer that was not given does not hold, and neither does its opposite', () => {
    const facts = factsOf(EXPERT, { level: 'city' }, { hukou: 'local', ill: true })
    expect(evaluate('form.amount > 5', facts)).toBe(false)
    expect(evaluate('not(form.amount > 5)', facts)).toBe(false)
  })

  it.each([
    ['', 'the condition is no complete FEEL expression'],
    ['form.amount >', 'the condition is no complete FEEL expression'],
    ['(form.ill', 'the condition is no complete FEEL expression'],
    ['expert.name = "A"', 'the condition reads "expert.name", which is no declared fact of the item'],
    ['form.address = "x"', 'the condition reads "form.address", which is no declared fact of the item'],
    ['tier = "A"', 'the condition reads "tier", which is no declared fact of the item'],
    ['form', 'the condition reads "form", which is no declared fact of the item'],
    ['now() > form.amount', 'the condition calls "now", which conditions may not'],
    ['today() = today()', 'the condition calls "today", which conditions may not'],
    ['date("2026-01-01") = date("2026-01-01")', 'conditions may not'],
    ['@"2026-01-01" = @"2026-01-01"', 'conditions may not'],
    ['some x in [1, 2] satisfies x = form.amount', 'conditions may not'],
    ['form["hukou"] = "none"', 'conditions may not'],
    ['form.hukou = "nonne"', 'the condition compares with "nonne", which none of its facts can be'],
    ['form.amount = "none"', 'the condition compares with "none", which none of its facts can be'],
    ['form.amount + 1', 'the condition does not come out as true or false'],
    ['form.hukou', 'the condition does not come out as true or false'],
    ['form.hukou > 3', 'the condition can hold for no values of its facts'],
    ['expert.tier = "A" and expert.tier = "B"', 'the condition can hold for no values of its facts'],
  ])('%s is refused when the catalogue is loaded', (condition, expected) => {
    const said = checkCondition(condition, FACTS).map((problem) => problem.en)
    expect(said.join('; ')).toContain(expected)
  })
})
