import { describe, expect, it } from '@jest/globals'
import type { ServiceItem, Stage, Target } from '../../domain/routing/item.ts'
import { longestRoute } from '../../domain/routing/longest-route.ts'
import { validateItem } from '../../domain/routing/validate.ts'

const text = { zh: '文', en: 'text' }
const days = (amount: number) => ({ amount, unit: 'working-days' }) as const
const to = (stage: string): Target => ({ kind: 'stage', stage })
const CLOSE: Target = { kind: 'close', result: 'settled' }

function aStage(code: string, workingDays: number, targets: readonly Target[], accepts = false): Stage {
  return {
    code,
    name: text,
    purpose: text,
    statusText: text,
    window: { department: 'general', function: 'reception', level: 'own' },
    signLimit: days(1),
    workingLimit: days(workingDays),
    returnLimit: days(1),
    coHandlers: [],
    onExpiry: 'nothing',
    outcomes: targets.map((target, t) => ({ code: `o${t}`, name: text, leadsTo: [{ target }], accepts, needsOfficeInCharge: false })),
  }
}

function anItem(stages: readonly Stage[], legalWorkingDays: number, startsAt: 'receipt' | 'acceptance' = 'receipt'): ServiceItem {
  const legal = { ...days(legalWorkingDays), startsAt }
  return {
    code: 'item',
    version: 1,
    name: text,
    summary: text,
    legalBasis: text,
    form: [],
    materials: [],
    start: stages[0]?.code ?? '',
    stages,
    ladder: [],
    limits: {
      acceptance: startsAt === 'acceptance' ? days(5) : null,
      legal,
      promised: { A: legal, B: legal, C: legal },
      cure: days(1),
      answer: days(1),
      aftercare: days(1),
      extension: null,
    },
  }
}

const rules = (item: ServiceItem) => validateItem(item).map((problem) => problem.rule)

describe('the longest way through an item', () => {
  it('takes the slower of two branches and walks a loop once', () => {
    const stages = [
      aStage('a', 2, [to('b'), to('c')]),
      aStage('b', 3, [to('d')]),
      aStage('c', 7, [to('d')]),
      aStage('d', 4, [to('a'), CLOSE]),
    ]
    expect(longestRoute(anItem(stages, 20), 'working-days', 'receipt')).toEqual({ amount: 13, stages: ['a', 'c', 'd'], complete: true })
  })

  it('is refused one day over the legal limit and not at it', () => {
    const stages = [aStage('a', 6, [to('b')]), aStage('b', 5, [CLOSE])]
    expect(rules(anItem(stages, 11))).toEqual([])
    expect(rules(anItem(stages, 10))).toEqual(['stages-exceed-legal'])
  })

  it('leaves out the stages before acceptance where the limit starts there', () => {
    const stages = [aStage('a', 5, [to('b')], true), aStage('b', 10, [CLOSE])]
    expect(rules(anItem(stages, 10, 'acceptance'))).toEqual([])
    expect(rules(anItem(stages, 9, 'acceptance'))).toEqual(['stages-exceed-legal'])
  })

  it('does not add hours to days, and says so', () => {
    const hours: Stage = { ...aStage('b', 1, [CLOSE]), workingLimit: { amount: 300, unit: 'working-hours' } }
    expect(rules(anItem([aStage('a', 5, [to('b')]), hours], 5))).toEqual(['limits-not-comparable'])
  })

  it('is given up, with a warning, where every stage leads to every other', () => {
    const codes = Array.from({ length: 14 }, (_, n) => `s${n}`)
    const stages = codes.map((code) => aStage(code, 1, [...codes.filter((other) => other !== code).map(to), CLOSE]))
    expect(rules(anItem(stages, 14))).toEqual([])
    expect(rules(anItem(stages, 13))).toEqual(['stages-exceed-legal'])
    const apart = stages.map((stage, n) => (n === 0 ? { ...stage, outcomes: stage.outcomes.slice(7) } : stage))
    const heavy = apart.map((stage) => ({ ...stage, workingLimit: { amount: 1, unit: 'working-days' as const } }))
    expect(rules(anItem([...heavy, aStage('alone', 5, [CLOSE])], 15))).toEqual(['unreachable-stage', 'too-many-routes'])
  })
})

describe('an item that was built by a program', () => {
  it('names the office in charge wherever it closes as not accepted', () => {
    const stage = aStage('a', 1, [{ kind: 'close', result: 'not-accepted' }])
    expect(validateItem(anItem([stage], 5))).toEqual([
      {
        rule: 'office-in-charge',
        severity: 'error',
        path: ['stages', 0, 'outcomes', 0],
        text: { zh: '不予受理的结果“o0”必须指明主管单位', en: 'outcome "o0" closes as not accepted and must name the office in charge' },
      },
    ])
  })
})
