import type { Instant } from '../../domain/clocks/types.ts'
import { percentile } from '../../scripts/replay/run/tally.ts'
import { inversions } from './inversions.ts'

/** A limit that a bench lets fall due; no two of a case. */
export interface PlannedLimit {
  readonly caseId: string
  readonly dueAt: Instant
}

/** What the log says: an event by which a limit was served, with the due instant that it names. Both instants are case time. */
export interface ServedLimit extends PlannedLimit {
  readonly committedAt: Instant
}

/** How limits were served; ids are those of cases. */
export interface Verdict {
  readonly planned: number
  readonly served: number
  /** without an event */
  readonly lost: readonly string[]
  /** with more than one event */
  readonly double: readonly string[]
  /** with an event that was committed before the due instant */
  readonly early: readonly string[]
  /** with an event that names another due instant than the planned one, or of a case that was not planned */
  readonly other: readonly string[]
  /** from the due instant to the first commit; null where nothing was served */
  readonly latenessMs: { readonly p50: number; readonly p99: number; readonly max: number } | null
  /** pairs of limits of which the later one was committed first */
  readonly inversions: number
  /** the greatest number of later limits that were committed before one limit */
  readonly mostOvertaken: number
}

/** Compares the log with the plan; the first event of a case counts for its lateness and its place. */
export function judge(planned: readonly PlannedLimit[], log: readonly ServedLimit[]): Verdict {
  const due = new Map(planned.map(({ caseId, dueAt }) => [caseId, dueAt]))
  const byCase = new Map<string, ServedLimit[]>()
  for (const event of log) byCase.set(event.caseId, [...(byCase.get(event.caseId) ?? []), event])
  const firsts = planned.flatMap(
    ({ caseId }) =>
      byCase
        .get(caseId)
        ?.toSorted((a, b) => a.committedAt - b.committedAt)
        .slice(0, 1) ?? [],
  )
  const late = firsts.map(({ dueAt, committedAt }) => committedAt - dueAt)
  const [p50, p99, max] = [percentile(late, 0.5), percentile(late, 0.99), percentile(late, 1)]
  const order = firsts.toSorted((a, b) => a.dueAt - b.dueAt).map(({ committedAt }) => committedAt)
  const { pairs, most } = inversions(order)
  return {
    planned: planned.length,
    served: firsts.length,
    lost: planned.filter(({ caseId }) => !byCase.has(caseId)).map(({ caseId }) => caseId),
    double: [...byCase].flatMap(([caseId, events]) => (events.length > 1 ? [caseId] : [])),
    early: idsOf(log.filter(({ dueAt, committedAt }) => committedAt < dueAt)),
    other: idsOf(log.filter(({ caseId, dueAt }) => due.get(caseId) !== dueAt)),
    latenessMs: p50 === null || p99 === null || max === null ? null : { p50, p99, max },
    inversions: pairs,
    mostOvertaken: most,
  }
}

/** Whether each limit was served once, at or after its instant, and nothing else was. */
export function isSound({ lost, double, early, other }: Verdict): boolean {
  return [lost, double, early, other].every((ids) => ids.length === 0)
}

function idsOf(log: readonly ServedLimit[]): readonly string[] {
  return [...new Set(log.map(({ caseId }) => caseId))]
}
