import { leadTask, stageOf } from '../case/lookups.ts'
import { EXTENSION_REASON_LABELS } from '../case/reasons.ts'
import type { CaseClock, CaseState } from '../case/state.ts'
import { PAUSE_REASON_LABELS, isPauseReason } from '../clocks/pause-reasons.ts'
import type { Text } from '../text.ts'

/**
 * Why the work is not finished as its date comes near: the step it is in, and what the date was moved for
 * (each pause and each granted extension once). Codes of lists only, never a free text.
 */
export function whyOpen(state: CaseState, clock: CaseClock): Text {
  const task = leadTask(state)
  const pauses = clock.facts.pauses.flatMap(({ reason }) => (isPauseReason(reason) ? [PAUSE_REASON_LABELS[reason]] : []))
  const extensions = clock.facts.extensions.flatMap(({ id }) => {
    const request = state.extensions[id]
    return request === undefined ? [] : [EXTENSION_REASON_LABELS[request.reason]]
  })
  const moved = [...new Set([...pauses, ...extensions])]
  const step = task === null ? null : stageOf(state, task.stage).name
  const zh = [
    step === null ? '正在确定承办窗口' : `正在办理“${step.zh}”`,
    ...(moved.length === 0 ? [] : [`此前因${moved.map((each) => each.zh).join('、')}变动过期限`]),
  ]
  const en = [
    step === null ? 'we are settling which window handles it' : `the step "${step.en}" is under way`,
    ...(moved.length === 0 ? [] : [`the date was moved for: ${moved.map((each) => each.en).join(', ')}`]),
  ]
  return { zh: zh.join('；'), en: en.join('; ') }
}
