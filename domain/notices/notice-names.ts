import type { Text } from '../text.ts'
import type { NoticeKind } from './notice.ts'

/** What each mail tells, in a few words. */
export const NOTICE_NAMES: Readonly<Record<NoticeKind, Text>> = {
  received: { zh: '收到诉求', en: 'appeal received' },
  accepted: { zh: '已受理', en: 'appeal accepted' },
  handed: { zh: '转入下一环节', en: 'handed to the next stage' },
  'materials-wanted': { zh: '请补正材料（一次性告知）', en: 'papers wanted (deficiency notice)' },
  question: { zh: '窗口的问题', en: 'a question of the window' },
  paused: { zh: '中止计时', en: 'time stopped' },
  resumed: { zh: '恢复办理', en: 'work goes on' },
  'due-moved': { zh: '期限变动', en: 'a date moved' },
  'papers-missing': { zh: '材料仍不齐全', en: 'papers still missing' },
  'due-soon': { zh: '期限临近', en: 'a date comes near' },
  late: { zh: '已超期，说明原因', en: 'late, and why' },
  closed: { zh: '办结', en: 'appeal closed' },
  lapsed: { zh: '逾期未补正，已终止', en: 'appeal lapsed' },
  reopened: { zh: '重新办理', en: 'appeal reopened' },
  dispatched: { zh: '新任务', en: 'a new task' },
  'rung-fired': { zh: '期限预警', en: 'warning on a limit' },
  'extension-asked': { zh: '延期申请待审批', en: 'an extension to decide' },
  'extension-decided': { zh: '延期审批结果', en: 'an extension decided' },
  'arbitration-asked': { zh: '退单待仲裁', en: 'an arbitration to decide' },
  'order-issued': { zh: '催办或督办', en: 'an order' },
  'expert-replied': { zh: '专家已答复或补正', en: 'the expert replied' },
  transferred: { zh: '任务移交', en: 'a task transferred' },
  objection: { zh: '协办窗口不同意', en: 'a co-handler objects' },
  'pause-flagged': { zh: '可疑的中止', en: 'a pause to look at' },
  unreachable: { zh: '邮件无法送达，请另行联系专家', en: 'mail cannot be delivered; reach the expert another way' },
}
