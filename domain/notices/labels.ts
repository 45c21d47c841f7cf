import type { Text } from '../text.ts'
import type { NoticeDue } from './notice.ts'

/** Names of clocks as a reader of a mail sees them. */
export const DUE_LABELS: Readonly<Record<NoticeDue['clock'], Text>> = {
  legal: { zh: '法定时限', en: 'Legal limit' },
  promised: { zh: '承诺时限', en: 'Promised limit' },
  stage: { zh: '本环节时限', en: 'Limit of this stage' },
  cure: { zh: '补正期限', en: 'Time to supplement' },
  answer: { zh: '答复期限', en: 'Time to answer' },
  sign: { zh: '签收时限', en: 'Limit for signing' },
  'order-reply': { zh: '催办（督办）答复时限', en: 'Limit for replying to the order' },
  'co-handling': { zh: '协办时限', en: 'Limit for co-handling' },
  acceptance: { zh: '受理时限', en: 'Limit for acceptance' },
  'extension-decision': { zh: '延期审批时限', en: 'Limit for deciding the extension' },
}

export const CARD_LABELS: Readonly<Record<'yellow' | 'red', Text>> = {
  yellow: { zh: '黄牌', en: 'yellow card' },
  red: { zh: '红牌', en: 'red card' },
}

/** The traffic light of a limit. */
export const COLOUR_LABELS: Readonly<Record<NoticeDue['colour'], Text>> = {
  green: { zh: '绿灯', en: 'green' },
  yellow: { zh: '黄灯', en: 'yellow' },
  red: { zh: '红灯', en: 'red' },
}

/** Sentences that stand beside a date. */
export const DUE_WORDS = {
  pausedDate: { zh: '已中止计时，恢复后另行告知', en: 'paused; the date follows when the clock runs again' },
  provisional: { zh: '暂定：所涉年度的放假安排尚未公布', en: 'provisional: the holidays of that year are not announced yet' },
  remaining: { zh: '剩余', en: 'left' },
  overdue: { zh: '已超期', en: 'overdue' },
  fromAcceptance: { zh: '自受理起计算', en: 'counts from acceptance' },
  stopped: { zh: '已停止计时', en: 'no longer counted' },
  ranOut: { zh: '期满未办', en: 'its time has run out' },
  inTime: { zh: '未超期', en: 'in time' },
  lateBy: { zh: '超期', en: 'late by' },
} as const satisfies Record<string, Text>
