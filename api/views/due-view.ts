import type { z } from 'zod'
import type { Dues } from '../../domain/case/dues.ts'
import type { Standing } from '../../domain/case/standing.ts'
import { standingText } from '../../domain/case/standing-words.ts'
import { PAUSE_REASON_LABELS } from '../../domain/clocks/pause-reasons.ts'
import type { dueSchema, duesSchema } from '../schemas/due.ts'
import { CLOCK_NAMES } from './clock-names.ts'
import { iso, isoOrNull } from './iso.ts'

/** The three limits of an appeal or of a task. */
export function duesView({ legal, promised, stage }: Dues): z.input<typeof duesSchema> {
  return { legal: orNull(legal), promised: orNull(promised), stage: orNull(stage) }
}

/** One limit with its date, what is left of it, its colour, and the sentence that says so. */
export function dueView(standing: Standing): z.input<typeof dueSchema> {
  const { pause } = standing
  return {
    clockId: standing.clockId,
    kind: standing.kind,
    name: CLOCK_NAMES[standing.kind],
    state: standing.state,
    dueAt: isoOrNull(standing.dueAt),
    provisional: standing.provisional,
    remaining: standing.remaining === null ? null : rounded(standing.remaining),
    overdueBy: standing.overdueBy === null ? null : { ...standing.overdueBy },
    colour: standing.colour,
    pause:
      pause === null
        ? null
        : { reason: pause.reason, reasonText: PAUSE_REASON_LABELS[pause.reason], since: iso(pause.since), until: isoOrNull(pause.until) },
    text: standingText(standing),
  }
}

function orNull(standing: Standing | null): z.input<typeof dueSchema> | null {
  return standing === null ? null : dueView(standing)
}

/** Hundredths are as fine as anybody reads. */
export function rounded<R extends { readonly amount: number }>(left: R): R {
  return { ...left, amount: Math.round(left.amount * 100) / 100 }
}
