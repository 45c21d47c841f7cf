import type { Amount, Instant } from '../clocks/types.ts'
import { verdict } from '../clocks/verdict.ts'
import type { ActorRef } from '../people/actor.ts'
import { caseClock, clockOf } from './lookups.ts'
import type { ExtensionReason } from './reasons.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { CaseClock, CaseState } from './state.ts'

/** An extension that was asked for too late: refused, and kept as overtime (domain.md section 3, Cards). */
export interface LateExtension {
  readonly commandId: string
  readonly taskId: string
  readonly amount: number
  readonly reason: ExtensionReason
  readonly askedAt: Instant
  readonly askedBy: ActorRef
  /** The date that had passed, and by how much. */
  readonly clockId: string
  readonly dueAt: Instant
  readonly overdueBy: Amount
}

/** The clocks that an extension is asked for, the nearest first. */
function clocksOf(state: CaseState, taskId: string): readonly CaseClock[] {
  return [clockOf(state, 'stage', 'task', taskId), caseClock(state, 'promised'), caseClock(state, 'legal')].flatMap((clock) => clock ?? [])
}

/** The clock of the task or the case whose date has passed; an extension is asked before it (design 6). */
export function expiredClock(state: CaseState, taskId: string): CaseClock | null {
  return clocksOf(state, taskId).find((clock) => clock.expiredAt !== null) ?? null
}

/** How far a clock is over its date at an instant, in units begun of its budget; none at the date itself. */
export function overdueBy(state: CaseState, clock: CaseClock, at: Instant): Amount {
  const { unit } = clock.facts.budget
  const calendar = state.start.calendars[clock.calendar]
  return (calendar ? verdict(clock.facts, calendar, at).lateBy : null) ?? { amount: 0, unit }
}

/** Whether this date of this task has had its late request: what is recorded once is overtime once. */
export function isRecorded(state: CaseState, taskId: string, clock: CaseClock): boolean {
  return (state.lateExtensions ?? []).some((late) => late.taskId === taskId && late.clockId === clock.id && late.dueAt === clock.dueAt)
}

/** The refusal with which a command was answered that left a record all the same; null for every other command. */
export function recordedRefusal(state: CaseState, commandId: string): Refusal | null {
  return (state.lateExtensions ?? []).some((late) => late.commandId === commandId) ? refuse('extension-too-late') : null
}
