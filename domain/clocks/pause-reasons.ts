import type { Language, Text } from '../text.ts'
import type { ClockKind } from './types.ts'

/** Why a clock is paused (domain.md section 5; the procedures are those of Administrative Licence Law art. 45). */
export const PAUSE_REASONS = [
  'awaiting-materials',
  'awaiting-expert-decision',
  'hearing',
  'inspection',
  'appraisal',
  'expert-review',
  'tender',
  'auction',
  'test',
  'quarantine',
  'other-office-document',
] as const
export type PauseReason = (typeof PAUSE_REASONS)[number]

export const PAUSE_REASON_LABELS: Readonly<Record<PauseReason, Text>> = {
  'awaiting-materials': { zh: '等待专家补正材料', en: 'waiting for the expert’s materials' },
  'awaiting-expert-decision': { zh: '等待专家决定', en: 'waiting for the expert’s decision' },
  hearing: { zh: '听证', en: 'hearing' },
  inspection: { zh: '检验', en: 'inspection' },
  appraisal: { zh: '鉴定', en: 'appraisal' },
  'expert-review': { zh: '专家评审', en: 'expert review' },
  tender: { zh: '招标', en: 'tender' },
  auction: { zh: '拍卖', en: 'auction' },
  test: { zh: '检测', en: 'test' },
  quarantine: { zh: '检疫', en: 'quarantine' },
  'other-office-document': { zh: '等待其他单位文件', en: 'waiting for another office’s document' },
}

export function isPauseReason(word: string): word is PauseReason {
  return Object.hasOwn(PAUSE_REASON_LABELS, word)
}

/** The label of a reason; words that are none of the list stand for themselves. */
export function pauseReasonWords(reason: string, language: Language): string {
  return isPauseReason(reason) ? PAUSE_REASON_LABELS[reason][language] : reason
}

export const WAITS_FOR = ['expert', 'third-party', 'excluded-procedure'] as const
export type WaitsFor = (typeof WAITS_FOR)[number]

const WAITED_FOR: Readonly<Record<PauseReason, WaitsFor>> = {
  'awaiting-materials': 'expert',
  'awaiting-expert-decision': 'expert',
  hearing: 'excluded-procedure',
  inspection: 'excluded-procedure',
  appraisal: 'excluded-procedure',
  'expert-review': 'excluded-procedure',
  tender: 'excluded-procedure',
  auction: 'excluded-procedure',
  test: 'excluded-procedure',
  quarantine: 'excluded-procedure',
  'other-office-document': 'third-party',
}

/** Whose time the pause is: the expert's, another office's, or that of a procedure art. 45 excludes. */
export function waitsFor(reason: PauseReason): WaitsFor {
  return WAITED_FOR[reason]
}

/** Clocks of the work itself; the promise and the work wait for whoever is waited for. */
const WORK_CLOCKS: readonly ClockKind[] = ['stage', 'co-handling', 'promised']

const STOPPED: Readonly<Record<WaitsFor, ReadonlySet<ClockKind>>> = {
  expert: new Set(WORK_CLOCKS),
  'third-party': new Set(WORK_CLOCKS),
  'excluded-procedure': new Set<ClockKind>([...WORK_CLOCKS, 'legal']),
}

/**
 * Whether a pause for this reason stops a clock of this kind. Only the procedures of Administrative
 * Licence Law art. 45 stop the legal limit; signing, acceptance, replies to orders, decisions on
 * extensions, aftercare and the expert's own clocks never stop.
 */
export function stopsClock(reason: PauseReason, kind: ClockKind): boolean {
  return STOPPED[WAITED_FOR[reason]].has(kind)
}
