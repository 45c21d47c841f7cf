import type { z } from 'zod'
import { stageOf } from '../../domain/case/lookups.ts'
import type { CaseState } from '../../domain/case/state.ts'
import type { Holder, HolderKind, TimeLedger, TimeSpan } from '../../domain/case/time-ledger.ts'
import { PAUSE_REASON_LABELS } from '../../domain/clocks/pause-reasons.ts'
import type { Text } from '../../domain/text.ts'
import type { timeSchema } from '../schemas/time.ts'
import { calendarRef } from './deadlines-view.ts'
import { iso } from './iso.ts'
import type { Reader } from './reader.ts'

type Time = z.input<typeof timeSchema>

const HOLDER_NAMES: Readonly<Record<Exclude<HolderKind, 'window'>, Text>> = {
  unsigned: { zh: '待签收', en: 'waiting to be signed' },
  expert: { zh: '专家', en: 'the expert' },
  'third-party': { zh: '其他单位', en: 'another office' },
  'excluded-procedure': { zh: '依法不计入期限的程序', en: 'a procedure whose time the law does not count' },
  supervisor: { zh: '督办员确定承办窗口', en: 'the supervisor settles which window it is' },
}

/** Whose the time of an appeal was until `reader.now`, with the names of the windows. */
export function timeView(state: CaseState, ledger: TimeLedger, reader: Reader): Time {
  return {
    number: state.start.number,
    version: state.seq,
    asOf: iso(reader.now),
    calendar: calendarRef(ledger.calendar),
    provisional: ledger.provisional,
    totalMinutes: ledger.totalMinutes,
    periods: ledger.periods.map(({ from, to, minutes }) => ({ from: iso(from), to: iso(to), minutes })),
    holders: ledger.holders.map(({ holder, minutes }) => ({ ...holderView(holder, reader), minutes })),
    spans: ledger.spans.map((span) => spanView(state, span, reader)),
  }
}

function spanView(state: CaseState, span: TimeSpan, reader: Reader): Time['spans'][number] {
  const stage = span.taskId === null ? null : (state.tasks[span.taskId]?.stage ?? null)
  return {
    ...holderView(span.holder, reader),
    from: iso(span.from),
    to: iso(span.to),
    taskId: span.taskId,
    stage,
    stageName: stage === null ? null : stageOf(state, stage).name,
    reason: span.reason,
    reasonText: span.reason === null ? null : PAUSE_REASON_LABELS[span.reason],
    minutes: span.minutes,
  }
}

function holderView({ kind, window }: Holder, reader: Reader): Pick<Time['holders'][number], 'holder' | 'window' | 'name'> {
  return { holder: kind, window, name: nameOf(kind, window === null ? null : reader.windowName(window)) }
}

function nameOf(kind: HolderKind, window: Text | null): Text {
  if (kind === 'window') return window ?? { zh: '窗口', en: 'window' }
  const name = HOLDER_NAMES[kind]
  return window === null ? name : { zh: `${name.zh}：${window.zh}`, en: `${name.en}: ${window.en}` }
}
