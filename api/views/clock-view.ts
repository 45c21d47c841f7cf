import type { z } from 'zod'
import { isPaused } from '../../domain/case/lookups.ts'
import { type Standing, standingOf } from '../../domain/case/standing.ts'
import type { CaseClock, CaseState } from '../../domain/case/state.ts'
import type { ClockKind, Instant } from '../../domain/clocks/types.ts'
import type { clockSchema } from '../schemas/case.ts'
import { CLOCK_NAMES } from './clock-names.ts'
import { dueView } from './due-view.ts'
import { iso, isoOrNull } from './iso.ts'

/** Clocks an expert sees; those of the offices among themselves are not theirs. */
export const EXPERT_CLOCKS: ReadonlySet<ClockKind> = new Set(['stage', 'acceptance', 'legal', 'promised', 'cure', 'answer', 'aftercare'])

/** One clock with what is left of its budget at `now`. */
export function clockView(state: CaseState, clock: CaseClock, now: Instant): z.input<typeof clockSchema> {
  return clockOf(clock, standingOf(state, clock, now))
}

/** The same of a clock whose standing is known. */
export function clockOf(clock: CaseClock, standing: Standing): z.input<typeof clockSchema> {
  const { remaining, overdueBy, colour, text } = dueView(standing)
  return {
    id: clock.id,
    kind: clock.kind,
    name: CLOCK_NAMES[clock.kind],
    taskId: clock.scope.kind === 'task' ? clock.scope.id : null,
    window: clock.window,
    startedAt: iso(clock.facts.startedAt),
    dueAt: isoOrNull(clock.dueAt),
    provisional: clock.provisional,
    paused: isPaused(clock),
    remaining: clock.stoppedAt === null ? remaining : null,
    overdueBy,
    colour,
    text,
    expired: clock.expiredAt !== null,
    stoppedAt: isoOrNull(clock.stoppedAt),
    stoppedBecause: clock.stoppedBecause,
  }
}

/** The clocks of a case that a reader sees, oldest first. */
export function clockViews(state: CaseState, now: Instant, circle: 'expert' | 'staff' | 'supervisor'): z.input<typeof clockSchema>[] {
  return Object.values(state.clocks)
    .filter((clock) => circle !== 'expert' || EXPERT_CLOCKS.has(clock.kind))
    .map((clock) => clockView(state, clock, now))
}
