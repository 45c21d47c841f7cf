import type { Text } from '../text.ts'

/** Why a window returns a task (domain.md section 5). */
export const RETURN_REASONS = ['not-our-duty', 'wrong-place', 'duplicate', 'cannot-be-reached'] as const
export type ReturnReason = (typeof RETURN_REASONS)[number]

export const RETURN_REASON_LABELS: Readonly<Record<ReturnReason, Text>> = {
  'not-our-duty': { zh: '不属本单位职责', en: 'not our duty' },
  'wrong-place': { zh: '不属本地管辖', en: 'wrong place' },
  duplicate: { zh: '重复诉求', en: 'duplicate' },
  'cannot-be-reached': { zh: '无法联系', en: 'cannot be reached' },
}

/** Why an extension is asked (domain.md section 5). */
export const EXTENSION_REASONS = ['complex-matter', 'other-office-answer', 'extra-inspection', 'force-majeure'] as const
export type ExtensionReason = (typeof EXTENSION_REASONS)[number]

export const EXTENSION_REASON_LABELS: Readonly<Record<ExtensionReason, Text>> = {
  'complex-matter': { zh: '情况复杂', en: 'complex matter' },
  'other-office-answer': { zh: '等待其他单位答复', en: 'answer of another office' },
  'extra-inspection': { zh: '需补充核查', en: 'extra inspection' },
  'force-majeure': { zh: '不可抗力', en: 'force majeure' },
}
