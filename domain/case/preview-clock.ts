import { dueAt } from '../clocks/due.ts'
import { rungAt } from '../clocks/rung.ts'
import type { Calendar, ClockFacts, ClockKind, Instant } from '../clocks/types.ts'
import type { Rung } from '../routing/item.ts'
import { type ClockPreview, distance } from './preview.ts'
import type { Colour } from './rows.ts'

/** A running clock as its row shows it, with the ladder of its item. */
export interface ClockSeen {
  readonly clockId: string
  readonly kind: ClockKind
  readonly dueAt: Instant | null
  readonly card: 'yellow' | 'red' | null
  /** Its date has passed. */
  readonly expired: boolean
  readonly facts: ClockFacts
  readonly ladder: readonly Rung[]
}

/**
 * What a newer calendar would change of one clock, from its row alone: for a look at all open appeals, where
 * `previewChange` would fold each of them. Null where its date stays. Dates are exact; of colours it is taken
 * that a rung whose instant comes to lie in the past meets its condition.
 */
export function previewClock(clock: ClockSeen, before: Calendar, after: Calendar, now: Instant): ClockPreview | null {
  const dueAfter = dueAt(clock.facts, after).at
  if (dueAfter === clock.dueAt) return null
  const by = clock.dueAt === null || dueAfter === null ? null : distance(clock.dueAt, dueAfter, clock, after)
  return {
    clockId: clock.clockId,
    kind: clock.kind,
    effect: 'moves',
    dueBefore: clock.dueAt,
    dueAfter,
    colourBefore: clock.card === 'red' || clock.expired ? 'red' : (clock.card ?? 'green'),
    colourAfter: colourAfter(clock, { calendar: before, due: clock.dueAt }, { calendar: after, due: dueAfter }, now),
    moved: by === null || clock.dueAt === null || dueAfter === null ? 'none' : dueAfter > clock.dueAt ? 'gains' : 'loses',
    by,
  }
}

interface Dated {
  readonly calendar: Calendar
  readonly due: Instant | null
}

/** Red past its date; else the worst card of the rungs that are past then, those that have shown none so far left out. */
function colourAfter(clock: ClockSeen, before: Dated, after: Dated, now: Instant): Colour {
  if (after.due !== null && after.due <= now) return 'red'
  const shown = clock.ladder.flatMap((rung): readonly Colour[] => {
    const colour = rung.clock === clock.kind ? rung.actions.find((action) => action.kind === 'card')?.colour : undefined
    if (colour === undefined || !isPast(clock, rung, after, now)) return []
    const stood = clock.card === colour || clock.card === 'red'
    return stood || !isPast(clock, rung, before, now) ? [colour] : []
  })
  if (shown.includes('red')) return 'red'
  return shown.includes('yellow') ? 'yellow' : 'green'
}

function isPast({ facts }: ClockSeen, rung: Rung, { calendar, due }: Dated, now: Instant): boolean {
  if (due === null) return false
  const at = rungAt(facts, calendar, rung.offset, due)
  return at !== null && at <= now
}
