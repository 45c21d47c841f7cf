import type { Text } from '../text.ts'

/**
 * Every rule an item must keep that can be told from the item alone (design 5). `{name}` stands for
 * what the check found.
 */
export const ITEM_RULES = {
  'duplicate-code': { zh: '编码“{code}”重复', en: 'the code "{code}" is used twice' },
  'field-options': {
    zh: '选择字段“{code}”必须列出选项，其他字段不得列出',
    en: 'field "{code}": a choice lists its options, no other field does',
  },
  'field-bounds': {
    zh: '字段“{code}”的上下限不适用或颠倒',
    en: 'field "{code}": its bounds do not suit its type or are the wrong way round',
  },
  'fact-type': {
    zh: '字段“{code}”不能作为条件事实：仅限选择、是否、整数、数字',
    en: 'field "{code}" cannot be a fact: only choice, boolean, integer and number can',
  },
  'fact-confidential': { zh: '保密字段“{code}”不得作为条件事实', en: 'field "{code}" is confidential and may be no fact of conditions' },
  condition: { zh: '{problem}', en: '{problem}' },
  'unknown-stage': { zh: '环节“{stage}”不存在', en: 'there is no stage "{stage}"' },
  'leads-nowhere': {
    zh: '结果“{outcome}”没有去向：最后一行不得带条件',
    en: 'outcome "{outcome}" leads nowhere: its last row must be without a condition',
  },
  'row-never-reached': {
    zh: '结果“{outcome}”中，无条件的行之后还有行，永远不会执行',
    en: 'outcome "{outcome}": a row after one without a condition is never reached',
  },
  'unreachable-stage': { zh: '从起始环节无法到达环节“{stage}”', en: 'stage "{stage}" cannot be reached from the first stage' },
  'stage-cannot-end': { zh: '从环节“{stage}”无法走到办结', en: 'from stage "{stage}" no way leads to a close' },
  'office-in-charge': {
    zh: '不予受理的结果“{outcome}”必须指明主管单位',
    en: 'outcome "{outcome}" closes as not accepted and must name the office in charge',
  },
  'accepts-and-refuses': { zh: '结果“{outcome}”不能既受理又不予受理', en: 'outcome "{outcome}" cannot accept and close as not accepted' },
  'acceptance-without-outcome': { zh: '设有受理时限，但没有任何结果表示受理', en: 'there is an acceptance limit, but no outcome accepts' },
  'accepts-without-limit': {
    zh: '结果“{outcome}”表示受理，但事项没有受理时限',
    en: 'outcome "{outcome}" accepts, but the item has no acceptance limit',
  },
  'starts-at-missing-acceptance': {
    zh: '时限自受理起算，但事项没有受理步骤',
    en: 'the limit starts at acceptance, but the item has no acceptance step',
  },
  'stages-exceed-legal': {
    zh: '各环节时限合计 {sum}，超过法定时限 {limit}（{route}）',
    en: 'the stages together take {sum}, more than the legal limit of {limit} ({route})',
  },
  'too-many-routes': { zh: '路线过多，无法逐一核对环节时限合计', en: 'there are too many routes to add up the stage limits of each' },
  'limits-not-comparable': {
    zh: '环节“{stage}”的时限单位与法定时限不同，无法合计',
    en: 'stage "{stage}" is limited in another unit than the legal limit and was not added up',
  },
  'promised-exceeds-legal': { zh: '{tier} 类承诺时限长于法定时限', en: 'the promised limit of tier {tier} is longer than the legal limit' },
  'stage-exceeds-acceptance': {
    zh: '受理环节“{stage}”的时限长于受理时限',
    en: 'stage "{stage}" accepts, but its limit is longer than the acceptance limit',
  },
  'co-handling-exceeds-stage': {
    zh: '协办时限长于环节“{stage}”的时限',
    en: 'a co-handler of stage "{stage}" has longer than the stage itself',
  },
  'cure-exceeds-promised': {
    zh: '容缺补正时限长于 {tier} 类承诺时限',
    en: 'materials may be promised, but the cure limit is longer than the promised limit of tier {tier}',
  },
  'extension-rows': {
    zh: '延期审批行必须按长度递增，并覆盖最大延期',
    en: 'the rows of who decides an extension must rise and cover the greatest one',
  },
  'extension-role': { zh: '“{role}”无权批准延期', en: 'the role "{role}" may not decide an extension' },
  'expiry-effect': {
    zh: '环节“{stage}”的到期效果不适用：视为受理须有受理结果，视为同意须有协办',
    en: 'stage "{stage}": its expiry cannot mean that; deemed acceptance needs an outcome that accepts, deemed consent a co-handler',
  },
  'expiry-without-clock': {
    zh: '到期效果所依据的时钟“{clock}”本事项没有',
    en: 'the item says what the expiry of its {clock} clock does, but has no such clock',
  },
  'rung-decider': {
    zh: '阶梯“{rung}”：只有延期审批时钟才有审批人',
    en: 'rung "{rung}" tells the decider, whom only the clock of an extension decision has',
  },
  'rung-without-clock': { zh: '阶梯“{rung}”所依据的时钟本事项没有', en: 'rung "{rung}" stands on a clock that the item does not have' },
  'rung-condition': { zh: '阶梯“{rung}”的条件不适用于该时钟', en: 'rung "{rung}": its condition does not suit its clock' },
  'rung-unit': { zh: '阶梯“{rung}”的单位与其时钟的单位不同', en: 'rung "{rung}" counts back in another unit than its clock' },
  'rung-before-start': {
    zh: '阶梯“{rung}”的提前量大于时限本身',
    en: 'rung "{rung}" lies before the start of its clock, since a limit is shorter than that',
  },
  'rung-percent': { zh: '阶梯“{rung}”的百分比必须在 1 到 100 之间', en: 'rung "{rung}": a percentage is between 1 and 100' },
  'rung-orders-again': {
    zh: '阶梯“{rung}”：未答复的催办（督办）只能上报，不得再下达',
    en: 'rung "{rung}": an order that was not answered is raised, not ordered again',
  },
  'rung-without-action': { zh: '阶梯“{rung}”没有任何动作', en: 'rung "{rung}" does nothing' },
} as const satisfies Readonly<Record<string, Text>>

export type ItemRule = keyof typeof ITEM_RULES

/** Rules whose breach is told but does not keep the item from being used. */
const WARNINGS: ReadonlySet<ItemRule> = new Set(['limits-not-comparable', 'too-many-routes'])

/** One breach: `path` leads to the place in the item (keys and indexes from its root). */
export interface ItemProblem {
  readonly rule: ItemRule
  readonly severity: 'error' | 'warning'
  readonly path: readonly (string | number)[]
  readonly text: Text
}

/** A breach of the rule at the path; `args` fill the placeholders, a `Text` in each language. */
export function itemProblem(
  rule: ItemRule,
  path: readonly (string | number)[],
  args: Readonly<Record<string, string | Text>> = {},
): ItemProblem {
  return { rule, severity: WARNINGS.has(rule) ? 'warning' : 'error', path, text: fillText(ITEM_RULES[rule], args) }
}

/** Puts the arguments into the placeholders of a text, in both languages. */
export function fillText(template: Text, args: Readonly<Record<string, string | Text>>): Text {
  const fill = (language: keyof Text): string =>
    template[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = args[name]
      return value === undefined ? whole : typeof value === 'string' ? value : value[language]
    })
  return { zh: fill('zh'), en: fill('en') }
}
