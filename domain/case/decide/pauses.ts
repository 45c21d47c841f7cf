import { dueAt } from '../../clocks/due.ts'
import { PAUSE_REASONS, type PauseReason, stopsClock } from '../../clocks/pause-reasons.ts'
import type { Instant } from '../../clocks/types.ts'
import type { CommandOf } from '../command.ts'
import { homeStation, named, nextId, openPauses, runningClocks } from '../lookups.ts'
import { refuse, type Refusal } from '../refusal.ts'
import type { CaseClock, PauseEnd, TextRef } from '../state.ts'
import { startAcceptanceClock } from './acceptance.ts'
import { calendarOf, moveClock, startClock, stopClocksOf } from './clock-work.ts'
import type { Draft } from './draft.ts'
import { pauseMissesADay } from './suspicious-pause.ts'
import { signAndClaim } from './task-life.ts'

const YEAR_MS = 366 * 24 * 60 * 60 * 1000

/**
 * A pause has a reason from the list, an end and a bound (design 6); another office's document is noted with its
 * number. Two that overlap, for different reasons, are joined: the clock stands still until both have ended, and the sum names both.
 */
export function decidePause(draft: Draft, { data, actor }: CommandOf<'PauseTask'>): Refusal | undefined {
  if (!PAUSE_REASONS.includes(data.reason)) return refuse('reason-unknown', { field: 'reason', params: { reason: String(data.reason) } })
  if (data.reason === 'other-office-document' && data.note === null) return refuse('note-missing', { field: 'note' })
  if (!Number.isFinite(data.until)) return refuse('until-missing', { field: 'until' })
  if (openPauses(draft.state, data.taskId).some((pause) => pause.reason === data.reason)) return refuse('pause-open', { field: 'reason' })
  if (data.until <= draft.at || data.until > draft.at + YEAR_MS) return refuse('until-out-of-range', { field: 'until' })
  signAndClaim(draft, data.taskId, actor)
  startPause(draft, { taskId: data.taskId, reason: data.reason, until: data.until, note: data.note })
  return undefined
}

/** Work goes on: every pause that holds the task ends. */
export function decideResume(draft: Draft, { data }: CommandOf<'ResumeTask'>): Refusal | undefined {
  const pauses = openPauses(draft.state, data.taskId)
  if (pauses.length === 0) return refuse('not-paused')
  for (const pause of pauses) endPause(draft, pause.id, 'resumed', data.note)
  return undefined
}

export function decideAskExpert(draft: Draft, { data, actor }: CommandOf<'AskExpert'>): undefined {
  signAndClaim(draft, data.taskId, actor)
  askExpert(draft, data.taskId, data.question)
}

/** A question waits for the expert's decision, at most as long as the item's answer limit. */
export function askExpert(draft: Draft, taskId: string, question: TextRef): void {
  const pauseId = waitForExpert(draft, taskId, 'awaiting-expert-decision', 'answer')
  draft.emit('QuestionAsked', { questionId: nextId('q', draft.state.questions), taskId, pauseId, question })
}

export function decideAnswer(draft: Draft, { data }: CommandOf<'AnswerQuestion'>): Refusal | undefined {
  const question = named(draft.state.questions, data.questionId)
  if (!question || question.answeredAt !== null || draft.state.pauses[question.pauseId]?.endedAt !== null)
    return refuse('no-question', { field: 'questionId' })
  draft.emit('QuestionAnswered', { questionId: question.id, taskId: question.taskId, answer: data.answer })
  endPause(draft, question.pauseId, 'answered', null)
  return undefined
}

/** Pauses a task until the expert's own clock of that kind ends; returns the pause's id. */
export function waitForExpert(draft: Draft, taskId: string, reason: PauseReason, kind: 'answer' | 'cure'): string {
  const budget = draft.state.start.item.limits[kind]
  const calendar = homeStation(draft.state).calendar
  const until =
    dueAt({ budget, startedAt: draft.at, pauses: [], extensions: [], endsAt: 'midnight' }, calendarOf(draft.state, calendar)).at ?? draft.at
  const pauseId = startPause(draft, { taskId, reason, until, note: null })
  startClock(draft, { kind, scope: { kind: 'pause', id: pauseId }, budget, startedAt: draft.at, window: null, calendar })
  return pauseId
}

/** Ends a pause: where no other holds it the task goes back to where it was and its clocks run on, and so does acceptance after a deficiency notice. */
export function endPause(draft: Draft, pauseId: string, because: PauseEnd, note: TextRef | null): void {
  const pause = draft.state.pauses[pauseId]
  if (!pause) throw new Error(`no pause ${pauseId}`)
  const station = calendarOf(draft.state, homeStation(draft.state).calendar)
  draft.emit('TaskResumed', { taskId: pause.taskId, pauseId, because, note, suspicious: pauseMissesADay(station, pause.from, draft.at) })
  stopClocksOf(draft, 'pause', pauseId, because === 'end-reached' ? 'expired' : 'answered')
  for (const clock of runningClocks(draft.state)) {
    if (isHeldBy(clock, pauseId)) moveClock(draft, clock.id, { kind: 'resumed', pauseId, reason: pause.reason })
  }
  if (draft.state.deficiency?.pauseId === pauseId) startAcceptanceClock(draft)
}

function startPause(draft: Draft, pause: { taskId: string; reason: PauseReason; until: Instant; note: TextRef | null }): string {
  const pauseId = nextId('p', draft.state.pauses)
  const stopped = runningClocks(draft.state).filter((clock) => stopsClock(pause.reason, clock.kind) && concerns(clock, pause.taskId))
  draft.emit('TaskPaused', { ...pause, pauseId, clocks: stopped.map((clock) => clock.id) })
  for (const clock of stopped) moveClock(draft, clock.id, { kind: 'paused', pauseId, reason: pause.reason })
  return pauseId
}

/** A pause of a task stops the clocks of the case and of that task, not those of another task. */
function concerns(clock: CaseClock, taskId: string): boolean {
  return clock.scope.kind === 'case' || (clock.scope.kind === 'task' && clock.scope.id === taskId)
}

function isHeldBy(clock: CaseClock, pauseId: string): boolean {
  return clock.facts.pauses.some((pause) => pause.id === pauseId && pause.to === null)
}
