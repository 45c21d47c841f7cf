import type { Text } from '../text.ts'

/** Lists of urging and supervision orders; `late` lies within `unanswered`. */
export const ORDER_LIST_STATES = ['unanswered', 'late', 'answered'] as const
export type OrderListState = (typeof ORDER_LIST_STATES)[number]

export const ORDER_KINDS = ['supervise', 'urge'] as const
export type OrderKind = (typeof ORDER_KINDS)[number]

export const ORDER_KIND_LABELS: Readonly<Record<OrderKind, Text>> = {
  supervise: { zh: '督办', en: 'Supervision order' },
  urge: { zh: '催办', en: 'Urging order' },
}

export const ORDER_STATE_LABELS: Readonly<Record<OrderListState, Text>> = {
  unanswered: { zh: '未回复', en: 'Not answered' },
  late: { zh: '逾期未回复', en: 'Past the time to answer' },
  answered: { zh: '近 30 天已回复', en: 'Answered, of the last 30 days' },
}
