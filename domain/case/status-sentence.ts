import type { CloseResult } from '../routing/item.ts'
import type { Text } from '../text.ts'
import { leadTask, openPause, stageOf } from './lookups.ts'
import { waitsFor } from '../clocks/pause-reasons.ts'
import type { CaseState } from './state.ts'

export const CLOSE_RESULT_LABELS: Readonly<Record<CloseResult, Text>> = {
  settled: { zh: '已解决', en: 'settled' },
  'partly-settled': { zh: '部分解决', en: 'partly settled' },
  explained: { zh: '已解释说明（政策不允许）', en: 'explained (policy does not allow it)' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  lapsed: { zh: '逾期未补正，已终止', en: 'lapsed, since nothing was supplemented' },
  'not-accepted': { zh: '不予受理', en: 'not accepted' },
}

const WAITING: Readonly<Record<ReturnType<typeof waitsFor>, Text>> = {
  expert: { zh: '等待您补充或答复。', en: 'We wait for your papers or your answer.' },
  'third-party': { zh: '等待其他单位的文件。', en: 'We wait for a document of another office.' },
  'excluded-procedure': { zh: '正在进行依法不计入期限的程序。', en: 'A procedure is under way whose time the law does not count.' },
}

/** One plain sentence of where the appeal stands, for the expert. */
export function statusSentence(state: CaseState): Text {
  if (state.closed !== null) {
    const label = CLOSE_RESULT_LABELS[state.closed.result]
    return { zh: `您的诉求已办结：${label.zh}。`, en: `Your appeal is closed: ${label.en}.` }
  }
  const task = leadTask(state)
  if (task === null) return { zh: '正在确定承办窗口。', en: 'We are settling which window handles your appeal.' }
  const pause = openPause(state, task.id)
  if (pause !== null) return WAITING[waitsFor(pause.reason)]
  return stageOf(state, task.stage).statusText
}
