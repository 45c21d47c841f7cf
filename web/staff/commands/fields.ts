import { EXTENSION_REASON_LABELS, RETURN_REASON_LABELS } from '../../../domain/case/reasons.ts'
import { CLOSE_RESULT_LABELS } from '../../../domain/case/status-sentence.ts'
import { PAUSE_REASON_LABELS } from '../../../domain/clocks/pause-reasons.ts'
import type { Text } from '../../../domain/text.ts'
import type { CommandField } from './types.ts'

/** Choices made from a table of labels. */
function options(labels: Readonly<Record<string, Text>>): readonly { readonly value: string; readonly label: Text }[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }))
}

const FOR_COLLEAGUES: Text = { zh: '仅内部可见', en: 'Only colleagues read it' }
const FOR_EXPERT: Text = { zh: '专家可见', en: 'The expert reads it' }

export const note: CommandField = {
  name: 'note',
  kind: 'words',
  label: { zh: '备注', en: 'Note' },
  required: false,
  hint: FOR_COLLEAGUES,
}
export const needed = (field: CommandField): CommandField => ({ ...field, required: true })
export const toExpert = (field: CommandField): CommandField => ({ ...field, hint: FOR_EXPERT })

export const outcome: CommandField = { name: 'outcome', kind: 'outcome', label: { zh: '办理结果', en: 'Outcome' }, required: true }
export const reply: CommandField = {
  name: 'reply',
  kind: 'words',
  label: { zh: '给专家的答复', en: 'Reply to the expert' },
  required: false,
  hint: FOR_EXPERT,
}
export const officeInCharge: CommandField = {
  name: 'officeInCharge',
  kind: 'line',
  label: { zh: '主管单位', en: 'Office in charge' },
  required: true,
  whenOfficeInCharge: true,
  hint: FOR_EXPERT,
}
export const officeIfAny: CommandField = {
  name: 'officeInCharge',
  kind: 'line',
  label: { zh: '主管单位（不予受理时必填）', en: 'Office in charge (where not accepted)' },
  required: false,
  hint: FOR_EXPERT,
}
export const window: CommandField = { name: 'window', kind: 'window', label: { zh: '窗口', en: 'Window' }, required: true }
export const person: CommandField = { name: 'to', kind: 'person', label: { zh: '人员', en: 'Person' }, required: true }
export const evidence: CommandField = {
  name: 'evidence',
  kind: 'words',
  label: { zh: '依据', en: 'Evidence' },
  required: false,
  hint: FOR_COLLEAGUES,
}
export const returnReason: CommandField = {
  name: 'reason',
  kind: 'choice',
  label: { zh: '退单理由', en: 'Reason' },
  required: true,
  options: options(RETURN_REASON_LABELS),
}
export const pauseReason: CommandField = {
  name: 'reason',
  kind: 'choice',
  label: { zh: '中止理由', en: 'Reason' },
  required: true,
  options: options(PAUSE_REASON_LABELS),
}
export const extensionReason: CommandField = {
  name: 'reason',
  kind: 'choice',
  label: { zh: '延期理由', en: 'Reason' },
  required: true,
  options: options(EXTENSION_REASON_LABELS),
}
export const closeResult: CommandField = {
  name: 'result',
  kind: 'choice',
  label: { zh: '办结结果', en: 'Result' },
  required: true,
  options: options(CLOSE_RESULT_LABELS),
}
export const order: CommandField = {
  name: 'order',
  kind: 'choice',
  label: { zh: '方式', en: 'Kind' },
  required: true,
  options: [
    { value: 'urge', label: { zh: '催办', en: 'urge' } },
    { value: 'supervise', label: { zh: '督办', en: 'supervise' } },
  ],
}
export const until: CommandField = { name: 'until', kind: 'day', label: { zh: '中止至', en: 'Until' }, required: true }
export const amount: CommandField = {
  name: 'amount',
  kind: 'amount',
  label: { zh: '延长（按期限单位）', en: 'Extend by (in the unit of the limit)' },
  required: true,
}
export const question: CommandField = {
  name: 'question',
  kind: 'words',
  label: { zh: '问题', en: 'Question' },
  required: true,
  hint: FOR_EXPERT,
}
export const answer: CommandField = { name: 'answer', kind: 'words', label: { zh: '答复', en: 'Answer' }, required: true }
export const reasons: CommandField = {
  name: 'reasons',
  kind: 'words',
  label: { zh: '理由', en: 'Reasons' },
  required: true,
  hint: FOR_COLLEAGUES,
}
export const reason: CommandField = { name: 'reason', kind: 'words', label: { zh: '理由', en: 'Reason' }, required: false }
export const granted: CommandField = {
  name: 'granted',
  kind: 'yes-no',
  label: { zh: '批准延期', en: 'Grant the extension' },
  required: true,
}
export const satisfied: CommandField = {
  name: 'satisfied',
  kind: 'yes-no',
  label: { zh: '专家满意', en: 'The expert is satisfied' },
  required: true,
}
export const score: CommandField = { name: 'score', kind: 'score', label: { zh: '评分', en: 'Score' }, required: true }
export const materials = (name: string, label: Text, required: boolean): CommandField => ({ name, kind: 'materials', label, required })
