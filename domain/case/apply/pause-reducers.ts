import type { Instant } from '../../clocks/types.ts'
import type { CasePause, CaseState, PauseEnd } from '../state.ts'
import type { EventOf } from '../event.ts'
import { isWaiting, openPauses } from '../lookups.ts'
import { mapRecord, type Reducers, withPause, withTask } from './reducer.ts'

type PauseEventType = 'TaskPaused' | 'TaskResumed' | 'QuestionAsked' | 'QuestionAnswered' | 'DeficiencyNoticeIssued'

/** Events of pauses and of what the office waits for. Clocks move by their own ClockMoved events. */
export const PAUSE_REDUCERS: Reducers<PauseEventType> = {
  TaskPaused: (state, event) => pause(state, event),
  TaskResumed: (state, { at, data }) =>
    withPause(
      withTask(state, data.taskId, (task) =>
        openPauses(state, task.id).some((pause) => pause.id !== data.pauseId)
          ? {}
          : { status: task.statusBeforePause ?? 'claimed', statusBeforePause: null },
      ),
      data.pauseId,
      { endedAt: at, endedBecause: data.because, ...(data.suspicious ? { suspicious: true } : {}) },
    ),
  QuestionAsked: (state, { at, data }) => ({
    ...state,
    questions: {
      ...state.questions,
      [data.questionId]: { id: data.questionId, taskId: data.taskId, pauseId: data.pauseId, askedAt: at, answeredAt: null },
    },
  }),
  QuestionAnswered: (state, { at, data }) => ({
    ...state,
    questions: mapRecord(state.questions, (question) => (question.id === data.questionId ? { ...question, answeredAt: at } : question)),
  }),
  DeficiencyNoticeIssued: (state, { at, data }) => ({
    ...state,
    deficiency: { noticedAt: at, materials: data.materials, pauseId: data.pauseId },
    materials: { ...state.materials, ...Object.fromEntries(data.materials.map((code) => [code, 'missing' as const])) },
  }),
}

/** A pause that has ended. */
export function endedPause(pause: CasePause, at: Instant, because: PauseEnd): CasePause {
  return { ...pause, endedAt: at, endedBecause: because }
}

function pause(state: CaseState, { at, data }: EventOf<'TaskPaused'>): CaseState {
  const opened: CasePause = {
    id: data.pauseId,
    taskId: data.taskId,
    reason: data.reason,
    from: at,
    until: data.until,
    endedAt: null,
    endedBecause: null,
    clocks: data.clocks,
  }
  const next = withTask(state, data.taskId, (task) => ({
    status: 'waiting',
    statusBeforePause: isWaiting(task) ? task.statusBeforePause : task.status,
  }))
  return { ...next, pauses: { ...next.pauses, [opened.id]: opened } }
}
