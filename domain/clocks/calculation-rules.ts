import type { Language, Text } from '../text.ts'

/** What a calculation may be refused for; `{name}` stands for what was found or is allowed. */
export const CALCULATION_RULES = {
  'not-json': { zh: '不是有效的 JSON', en: 'is not valid JSON' },
  'not-an-object': { zh: '必须是一个 JSON 对象', en: 'must be a JSON object' },
  'too-long': { zh: '长度超过 {limit} 个字符', en: 'is longer than {limit} characters' },
  required: { zh: '必填', en: 'is required' },
  'unknown-field': { zh: '不认识的字段', en: 'is not a known field' },
  'wrong-type': { zh: '类型应为 {expected}', en: 'must be {expected}' },
  'unknown-calendar': { zh: '没有日历“{word}”；可用：{allowed}', en: 'there is no calendar "{word}"; there are: {allowed}' },
  'unknown-word': { zh: '“{word}”不在允许的取值之中：{allowed}', en: '"{word}" is none of: {allowed}' },
  'not-whole': { zh: '必须是整数', en: 'must be a whole number' },
  'not-positive': { zh: '必须大于 0', en: 'must be greater than 0' },
  'too-large': { zh: '不得大于 {limit}', en: 'must not be greater than {limit}' },
  'not-an-instant': {
    zh: '不是 ISO 8601 时刻，例如 2026-02-12T10:00:00+08:00',
    en: 'is no ISO 8601 instant such as 2026-02-12T10:00:00+08:00',
  },
  'without-zone': { zh: '缺少时区，例如 +08:00', en: 'has no zone such as +08:00' },
  'out-of-time': { zh: '须在 {from} 至 {to} 之间', en: 'must lie between {from} and {to}' },
  'ends-before-it-begins': { zh: '中止的结束早于开始', en: 'the pause ends before it begins' },
  'paused-too-long': { zh: '各次中止合计不得超过 {limit} 日', en: 'all pauses together must not be longer than {limit} days' },
  'too-many': { zh: '最多 {limit} 项', en: 'has more than {limit} entries' },
  'total-too-large': { zh: '期限与延期合计不得大于 {limit}', en: 'budget and extensions together must not be greater than {limit}' },
} as const satisfies Readonly<Record<string, Text>>

export type CalculationRule = keyof typeof CALCULATION_RULES

/** One breach: `field` is a dotted path from the root, '' for the whole. */
export interface CalculationProblem {
  readonly field: string
  readonly rule: CalculationRule
  readonly message: Text
}

export function calculationProblem(field: string, rule: CalculationRule, args: Readonly<Record<string, string>> = {}): CalculationProblem {
  const fill = (language: Language): string => CALCULATION_RULES[rule][language].replace(/\{(\w+)\}/g, (_, key: string) => args[key] ?? '')
  return { field, rule, message: { zh: fill('zh'), en: fill('en') } }
}
