import { factsOf } from '../routing/condition.ts'
import type { Text } from '../text.ts'
import type { ConditionResults } from './event.ts'
import { homeStation } from './lookups.ts'
import type { CaseState, FactValue } from './state.ts'

const FACT_NAMES: Readonly<Record<string, Text>> = {
  'expert.tier': { zh: '专家层次', en: "the expert's tier" },
  'expert.language': { zh: '专家语言', en: "the expert's language" },
  'station.level': { zh: '服务站级别', en: 'the level of the station' },
}

/** The conditions of a rule with their results as an event keeps them, and the facts they were asked on. For staff only. */
export function conditionTexts(state: CaseState, conditions: ConditionResults): readonly Text[] {
  return Object.entries(conditions).map(([condition, holds]) => {
    const facts = factTexts(state, condition)
    const zh = facts.length === 0 ? '' : `（${facts.map((fact) => fact.zh).join('，')}）`
    const en = facts.length === 0 ? '' : ` (${facts.map((fact) => fact.en).join(', ')})`
    return {
      zh: `条件 ${condition} ${holds ? '成立' : '不成立'}${zh}。`,
      en: `The condition ${condition} ${holds ? 'holds' : 'does not hold'}${en}.`,
    }
  })
}

/** Every fact that the condition names, with its value in this appeal. */
function factTexts(state: CaseState, condition: string): readonly Text[] {
  const known = factsOf(state.start.expert, homeStation(state), state.start.facts)
  const names = new Set(condition.match(/\b(?:expert|station|form)\.[A-Za-z]\w*/g) ?? [])
  return [...names].map((name) => {
    const field = state.start.item.form.find(({ code }) => `form.${code}` === name)
    const label = FACT_NAMES[name] ?? field?.label ?? { zh: name, en: name }
    const value = known[name]
    const option = field?.options?.find(({ code }) => code === value)?.label ?? valueText(value)
    return { zh: `${label.zh}：${option.zh}`, en: `${label.en}: ${option.en}` }
  })
}

function valueText(value: FactValue | undefined): Text {
  if (value === undefined) return { zh: '未填写', en: 'not given' }
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
  return { zh: String(value), en: String(value) }
}
