import type { z } from 'zod'
import { colourOf } from '../../domain/case/project.ts'
import { isPaused, isRunning } from '../../domain/case/lookups.ts'
import type { CaseClock, CaseState } from '../../domain/case/state.ts'
import { remaining } from '../../domain/clocks/spent.ts'
import type { ClockKind, Instant } from '../../domain/clocks/types.ts'
import type { Text } from '../../domain/text.ts'
import type { clockSchema } from '../schemas/case.ts'
import { iso, isoOrNull } from './iso.ts'

const CLOCK_NAMES: Readonly<Record<ClockKind, Text>> = {
  sign: { zh: '签收时限', en: 'limit for signing' },
  stage: { zh: '环节时限', en: 'limit of the stage' },
  acceptance: { zh: '受理时限', en: 'limit for acceptance' },
  legal: { zh: '法定时限', en: 'legal limit' },
  promised: { zh: '承诺时限', en: 'promised limit' },
  cure: { zh: '补正期限', en: 'time to supplement' },
  answer: { zh: '答复期限', en: 'time to answer' },
  'co-handling': { zh: '协办时限', en: 'limit for co-handling' },
  'extension-decision': { zh: '延期审批时限', en: 'limit for deciding the extension' },
  'order-reply': { zh: '催办（督办）答复时限', en: 'limit for answering the order' },
  aftercare: { zh: '回访期', en: 'aftercare' },
}

/** Clocks an expert sees; those of the offices among themselves are not theirs. */
export const EXPERT_CLOCKS: ReadonlySet<ClockKind> = new Set(['stage', 'acceptance', 'legal', 'promised', 'cure', 'answer', 'aftercare'])

/** One clock with what is left of its budget at `now`. */
export function clockView(state: CaseState, clock: CaseClock, now: Instant): z.input<typeof clockSchema> {
  const calendar = state.start.calendars[clock.calendar]
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
    remaining:
      calendar === undefined || !isRunning(clock) ? null : rounded(remaining(clock.facts, calendar, Math.max(now, clock.facts.startedAt))),
    colour: colourOf([clock]),
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

/** Hundredths are as fine as anybody reads. */
function rounded<R extends { readonly amount: number }>(left: R): R {
  return { ...left, amount: Math.round(left.amount * 100) / 100 }
}
