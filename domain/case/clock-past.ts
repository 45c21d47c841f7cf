import type { Calendar, Instant } from '../clocks/types.ts'
import { apply } from './apply/apply.ts'
import type { CaseEvent } from './event.ts'
import { type CaseClock, type CaseRung, type CaseStart, type CaseState, initialState } from './state.ts'

/** When a rung was armed last, and when it was cancelled; null where it was not. */
export interface RungPast {
  readonly armedAt: Instant
  readonly cancelledAt: Instant | null
}

/** A card that a rung gave. Withdrawn where the date moved ahead again, or a granted extension took its ground away. */
export interface CardPast {
  readonly colour: 'yellow' | 'red'
  readonly rung: string | null
  readonly shownAt: Instant
  readonly withdrawnAt: Instant | null
}

/** What the events say of one clock that its state does not keep. */
export interface ClockPast {
  /** In force when the clock ran last; of a stopped clock that of its stop. */
  readonly calendar: Calendar | null
  readonly rungs: ReadonlyMap<string, RungPast>
  readonly cards: readonly CardPast[]
}

const NOTHING: ClockPast = { calendar: null, rungs: new Map(), cards: [] }

/** The state after these events, and of each clock its past. */
export function clockPasts(
  start: CaseStart,
  events: readonly CaseEvent[],
): { readonly state: CaseState; readonly pasts: ReadonlyMap<string, ClockPast> } {
  const pasts = new Map<string, ClockPast>()
  let state = initialState(start)
  for (const event of events) {
    const before = state
    state = apply(state, event)
    for (const clock of Object.values(state.clocks)) {
      const was = before.clocks[clock.id] ?? null
      if (was !== null && was.stoppedAt !== null) continue
      const past = pasts.get(clock.id) ?? NOTHING
      const calendar = state.start.calendars[clock.calendar] ?? past.calendar
      const moved =
        was === clock ? past : { ...past, rungs: rungsAfter(past, was, clock, event.at), cards: cardsAfter(past, was, clock, event) }
      pasts.set(clock.id, { ...moved, calendar })
    }
  }
  return { state, pasts }
}

function rungsAfter({ rungs }: ClockPast, was: CaseClock | null, clock: CaseClock, at: Instant): ReadonlyMap<string, RungPast> {
  const after = new Map<string, RungPast>()
  for (const rung of clock.rungs) {
    const known = rungs.get(rung.code)
    const before = was?.rungs.find((each) => each.code === rung.code) ?? null
    const armedAt = known === undefined || isArmedAnew(rung, before) ? at : known.armedAt
    const cancelledAt = rung.state !== 'cancelled' ? null : before?.state === 'cancelled' ? (known?.cancelledAt ?? at) : at
    after.set(rung.code, { armedAt, cancelledAt })
  }
  return after
}

/** A rung is armed anew where its date moved, or where it was over and lies ahead again (I3). */
function isArmedAnew(rung: CaseRung, before: CaseRung | null): boolean {
  if (rung.state !== 'armed' || before === null) return false
  return before.state !== 'armed' || (rung.at !== null && rung.at !== before.at)
}

function cardsAfter({ cards }: ClockPast, was: CaseClock | null, clock: CaseClock, event: CaseEvent): readonly CardPast[] {
  if (event.type === 'CardWithdrawn' && event.data.clockId === clock.id) {
    return cards.map((card) => (card.withdrawnAt === null && card.colour !== event.data.left ? { ...card, withdrawnAt: event.at } : card))
  }
  if (clock.card === null || clock.card === (was?.card ?? null)) return cards
  return [...cards, { colour: clock.card, rung: event.type === 'RungFired' ? event.data.rung : null, shownAt: event.at, withdrawnAt: null }]
}
