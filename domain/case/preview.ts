import { COUNTING } from '../clocks/budget.ts'
import { tableOf } from '../clocks/day-table.ts'
import { MINUTE_MS } from '../clocks/local-date.ts'
import type { Amount, Calendar, ClockKind, Instant } from '../clocks/types.ts'
import { TIMER } from '../people/actor.ts'
import { apply } from './apply/apply.ts'
import type { Command } from './command.ts'
import { decide } from './decide/decide.ts'
import { isRunning } from './lookups.ts'
import { nextWake } from './next-wake.ts'
import { colourOf } from './project.ts'
import { isRefusal, type Refusal } from './refusal.ts'
import type { Colour } from './rows.ts'
import type { CaseClock, CaseState } from './state.ts'

/** The commands by which a rule changes under a running appeal. */
export type ChangeCommand = Extract<Command, { readonly kind: 'ReplaceCalendar' | 'ReplaceItem' }>

export const CLOCK_EFFECTS = ['moves', 'starts', 'stops'] as const
export type ClockEffect = (typeof CLOCK_EFFECTS)[number]

/** What a change does to one clock. */
export interface ClockPreview {
  readonly clockId: string
  readonly kind: ClockKind
  readonly effect: ClockEffect
  /** Null where it stands still, and of a clock that starts with the change. */
  readonly dueBefore: Instant | null
  /** Null where it stands still, and of a clock that stops with the change. */
  readonly dueAfter: Instant | null
  readonly colourBefore: Colour
  readonly colourAfter: Colour
  /** Time the office gains (a later date) or loses; `none` where no two dates can be compared or they are the same. */
  readonly moved: 'gains' | 'loses' | 'none'
  /** How far, never negative: working days; of clocks in opening time working minutes; elapsed hours where neither differs. Null where `moved` is `none`. */
  readonly by: Amount | null
}

/**
 * What a newer calendar or item would change of one appeal, were it given at the instant of the command;
 * nothing is changed. What is due by then happens first, and what the change lets pass happens with it, as
 * in the workflow. A clock that keeps its date, its limit and its colour is left out. A refusal where the
 * rules refuse the change.
 */
export function previewChange(state: CaseState, command: ChangeCommand): readonly ClockPreview[] | Refusal {
  const before = letPass(state, command.at)
  const events = decide(before, command)
  if (isRefusal(events)) return events
  const changed = events.reduce(apply, before)
  const after = letPass(changed, changed.at)
  return Object.values(after.clocks).flatMap((clock) => {
    const seen = before.clocks[clock.id] ?? null
    const effect = effectOf(seen, clock)
    return effect === null ? [] : [previewOf(effect, seen, clock, after.start.calendars[clock.calendar])]
  })
}

function previewOf(effect: ClockEffect, before: CaseClock | null, after: CaseClock, calendar: Calendar | undefined): ClockPreview {
  const dueBefore = before?.dueAt ?? null
  const dueAfter = effect === 'stops' ? null : after.dueAt
  const by = dueBefore === null || dueAfter === null || !calendar ? null : distance(dueBefore, dueAfter, after, calendar)
  return {
    clockId: after.id,
    kind: after.kind,
    effect,
    dueBefore,
    dueAfter,
    colourBefore: colourOf([before]),
    colourAfter: colourOf([after]),
    moved: by === null || dueBefore === null || dueAfter === null ? 'none' : dueAfter > dueBefore ? 'gains' : 'loses',
    by,
  }
}

/** Null for a clock that ran neither before nor after, or that shows no change. */
function effectOf(before: CaseClock | null, after: CaseClock): ClockEffect | null {
  if (before === null || !isRunning(before)) return isRunning(after) ? 'starts' : null
  if (!isRunning(after)) return 'stops'
  const stays =
    before.dueAt === after.dueAt &&
    before.provisional === after.provisional &&
    before.facts.budget.amount === after.facts.budget.amount &&
    before.facts.budget.unit === after.facts.budget.unit &&
    colourOf([before]) === colourOf([after])
  return stays ? null : 'moves'
}

/** How far two dates of a clock lie apart by its calendar; null where they are the same. */
export function distance(from: Instant, to: Instant, { facts }: Pick<CaseClock, 'facts'>, calendar: Calendar): Amount | null {
  if (from === to) return null
  const table = tableOf(calendar)
  const counting = COUNTING[facts.budget.unit]
  table.reachBack(table.dayOf(Math.min(from, to) - 1))
  if (counting !== 'open-time' && counting !== 'elapsed-time') {
    const days = Math.abs(table.workingThrough(table.dayOf(to - 1)) - table.workingThrough(table.dayOf(from - 1)))
    if (days > 0) return { amount: days, unit: 'working-days' }
  }
  const open = Math.abs(table.openUntil(to) - table.openUntil(from)) / MINUTE_MS
  if (counting === 'open-time' && open > 0) return { amount: open, unit: 'working-minutes' }
  return { amount: Math.abs(to - from) / 3_600_000, unit: 'elapsed-hours' }
}

/** The state once everything has happened that time alone brings up to an instant. */
function letPass(state: CaseState, until: Instant): CaseState {
  let passed = state
  for (let due = nextWake(passed); due !== null && due <= until; due = nextWake(passed)) {
    const events = decide(passed, { kind: 'Tick', id: `preview-${passed.seq}-${due}`, at: due, actor: TIMER, data: {} })
    if (isRefusal(events) || events.length === 0) return passed
    passed = events.reduce(apply, passed)
  }
  return passed
}
