import type { Amount, Instant } from '../../clocks/types.ts'
import type { ServiceItem } from '../../routing/item.ts'
import { itemBudget } from '../item-budget.ts'
import { itemMisfit } from '../item-misfit.ts'
import { runningClocks } from '../lookups.ts'
import { refuse, type Refusal } from '../refusal.ts'
import type { CaseClock, CaseState } from '../state.ts'
import { startMissingClocks } from './acceptance.ts'
import { moveClock, movesClock, stopClock } from './clock-work.ts'
import type { Draft } from './draft.ts'

/**
 * A newer version of the item for an appeal that runs (design 5): every running clock takes the limit and the
 * ladder of that version, counted from the clock's own start; a legal limit that the version has not stops
 * the clock, one that is new starts it. What is past by the new limit happens at once, as for a new calendar.
 */
export function replaceItem(draft: Draft, item: ServiceItem): Refusal | undefined {
  const before = draft.state
  const present = before.start.item
  if (item.code !== present.code) return refuse('item-other', { field: 'item', params: { item: present.code, other: item.code } })
  const version = String(item.version)
  if (item.version <= present.version)
    return refuse('item-not-newer', { field: 'item', params: { present: String(present.version), version } })
  const missing = itemMisfit(before, item)
  if (missing !== null) return refuse('item-misfit', { field: 'item', params: { version, missing } })
  draft.emit('ItemReplaced', { item })
  for (const clock of runningClocks(before)) follow(draft, before, clock, item)
  if (draft.state.status === 'open') startMissingClocks(draft, beginningOf(draft.state))
  return undefined
}

function follow(draft: Draft, before: CaseState, clock: CaseClock, item: ServiceItem): void {
  if (clock.kind === 'legal' && item.limits.legal === null) {
    stopClock(draft, clock, 'superseded')
    return
  }
  const budget = itemBudget(before, clock, item) ?? clock.facts.budget
  const change = { kind: 'limit', item: item.code, version: item.version, budget } as const
  if (!isSame(budget, clock.facts.budget) || movesClock(draft, clock, change)) moveClock(draft, clock.id, change)
}

/** When the appeal was received, or where it was reopened since: limits begin afresh then. */
function beginningOf(state: CaseState): Instant {
  const reopened = Object.values(state.tasks).filter((task) => task.dispatchedBecause === 'reopened')
  return Math.max(state.receivedAt ?? state.at, ...reopened.map((task) => task.dispatchedAt))
}

function isSame(a: Amount, b: Amount): boolean {
  return a.amount === b.amount && a.unit === b.unit
}
