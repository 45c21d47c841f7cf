import type { ClockKind } from '../clocks/types.ts'
import type { Text } from '../text.ts'

/** Clocks whose expiry an item may rule; that of a stage is ruled by the stage itself (`onExpiry`). */
export type ExpiringKind = Exclude<ClockKind, 'stage'>

/**
 * What the expiry of each kind of clock may do (design 6: data in the item). The first of each row is
 * what happens where the item does not say.
 */
export const EXPIRY_CHOICES = {
  sign: ['nothing', 'fallback-window'],
  acceptance: ['deemed-accepted', 'nothing'],
  legal: ['new-date', 'nothing'],
  promised: ['new-date', 'nothing'],
  cure: ['lapse', 'resume'],
  answer: ['resume', 'lapse'],
  'co-handling': ['deemed-consent', 'nothing'],
  'extension-decision': ['nothing', 'refused'],
  'order-reply': ['nothing', 'supervise'],
  aftercare: ['end'],
} as const satisfies Readonly<Record<ExpiringKind, readonly [string, ...string[]]>>

export type ClockEffect = (typeof EXPIRY_CHOICES)[ExpiringKind][number]

/** The part of an item that says so, by kind of clock; absent in items from before it could be said. */
export type ItemExpiry = { readonly [K in ExpiringKind]?: (typeof EXPIRY_CHOICES)[K][number] }

export const CLOCK_EFFECTS = [...new Set(Object.values(EXPIRY_CHOICES).flat())]

export const EXPIRING_KINDS = Object.keys(EXPIRY_CHOICES).filter((kind): kind is ExpiringKind => kind in EXPIRY_CHOICES)

/** What the expiry of that clock does in this item. */
export function effectOf(item: { readonly expiry?: ItemExpiry }, kind: ExpiringKind): ClockEffect {
  const choices: readonly [ClockEffect, ...ClockEffect[]] | undefined = Object.hasOwn(EXPIRY_CHOICES, kind)
    ? EXPIRY_CHOICES[kind]
    : undefined
  if (choices === undefined) throw new Error(`no rule says what the expiry of a clock of kind ${kind} does`)
  return item.expiry?.[kind] ?? choices[0]
}

/** What each effect means, for a reader of the item. */
export const EFFECT_LABELS: Readonly<Record<ClockEffect, Text>> = {
  nothing: { zh: '仅记录超期，时钟继续计时', en: 'recorded as overtime, nothing else' },
  'fallback-window': { zh: '改由服务站兜底窗口接办', en: 'the fallback window of the station takes the task' },
  'deemed-accepted': { zh: '视为受理', en: 'deemed accepted' },
  'new-date': { zh: '向专家致歉并告知新的时间', en: 'the expert gets an apology and a new date' },
  lapse: { zh: '诉求终止，可重新提交', en: 'the appeal lapses and may be filed again' },
  resume: { zh: '恢复办理', en: 'the work goes on' },
  'deemed-consent': { zh: '视为同意', en: 'deemed to consent' },
  refused: { zh: '延期视为不予批准', en: 'the extension counts as refused' },
  supervise: { zh: '催办升级为督办', en: 'an urging order becomes a supervision order' },
  end: { zh: '归档', en: 'the appeal ends' },
}
