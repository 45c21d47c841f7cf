import { tableOf } from '../clocks/day-table.ts'
import type { TraceLine } from '../clocks/trace-line.ts'
import { momentOf } from '../clocks/trace-parts.ts'
import type { Amount, Calendar, Instant } from '../clocks/types.ts'
import type { CaseEvent } from './event.ts'

/** A newer version of the item that gave a clock another limit. */
export interface LimitChange {
  readonly at: Instant
  readonly version: number
  readonly before: Amount
  readonly limit: Amount
}

/** The changed limits of each clock by its id, oldest first; `events` are those of the case from the first. */
export function limitChanges(events: readonly CaseEvent[]): ReadonlyMap<string, readonly LimitChange[]> {
  const limits = new Map<string, Amount>()
  const changes = new Map<string, readonly LimitChange[]>()
  for (const event of events) {
    if (event.type === 'ClockStarted') limits.set(event.data.clock.id, event.data.clock.facts.budget)
    if (event.type !== 'ClockMoved' || event.data.change.kind !== 'limit') continue
    const { clockId, change } = event.data
    const before = limits.get(clockId)
    limits.set(clockId, change.budget)
    if (!before || (before.amount === change.budget.amount && before.unit === change.budget.unit)) continue
    changes.set(clockId, [...(changes.get(clockId) ?? []), { at: event.at, version: change.version, before, limit: change.budget }])
  }
  return changes
}

/** The sum with its changed limits told after the receipt; it adds up to the limit that counts now. */
export function withLimitChanges(
  trace: readonly TraceLine[],
  changes: readonly LimitChange[] | undefined,
  calendar: Calendar,
): readonly TraceLine[] {
  const [received, ...sum] = trace
  if (received === undefined || changes === undefined) return trace
  const lines = changes.map(
    ({ at, version, before, limit }): TraceLine => ({
      rule: 'limit-changed',
      moment: momentOf(tableOf(calendar), at),
      version,
      before,
      limit,
    }),
  )
  return [received, ...lines, ...sum]
}
