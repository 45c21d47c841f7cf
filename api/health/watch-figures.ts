import { INVARIANT_CODES, type InvariantCode, type StuckKind } from '../../domain/case/stuck.ts'
import type { Instant } from '../../domain/clocks/types.ts'
import { caseTimeAt, type ClockFace, realDelayUntil } from '../../domain/time/clock-face.ts'
import type { HealthReader, Round } from '../../prisma/readers/health-reader.ts'

/** How the wakes of appeals stand: what the watchdog looks after, read from the tables. */
export interface WatchFigures {
  /** Appeals that stand still, by kind, of the stations that were asked for. */
  readonly stuckByKind: Readonly<Partial<Record<StuckKind, number>>>
  /** Appeals whose next wake is more than a real minute past. */
  readonly lateWakes: number
  /** Real seconds since the earliest wake that is past; 0 where none is. */
  readonly oldestWakeSeconds: number
  readonly woken: { readonly today: number; readonly total: number }
  /** Real instants of the last rounds; null where none has run. */
  readonly watchdogAt: Instant | null
  readonly housekeepingAt: Instant | null
  /** Whether the postman ran when the watchdog looked last; null where it has not. */
  readonly postmanRuns: boolean | null
  readonly changes: { readonly running: number; readonly pending: number }
  readonly invariants: readonly InvariantFigure[]
}

/** What the last sweep saw of one invariant; null where there was none. */
export interface InvariantFigure {
  readonly code: InvariantCode
  readonly looked: number | null
  readonly broken: number | null
  readonly at: Instant | null
}

const LATE_AFTER_MS = 60_000
/** The offices' days begin at midnight of UTC+8. */
const OFFICE_OFFSET_MS = 8 * 3_600_000

/** The figures of this moment: five small reads, side by side. */
export async function watchFigures(
  reader: HealthReader,
  face: ClockFace,
  realNow: number,
  stations: readonly string[] | 'all' = 'all',
): Promise<WatchFigures> {
  const today = new Date(realNow + OFFICE_OFFSET_MS).toISOString().slice(0, 10)
  const [stuckByKind, { late, oldest }, woken, rounds, changes] = await Promise.all([
    reader.stuckByKind(stations),
    reader.lateness(caseTimeAt(face, realNow - LATE_AFTER_MS), caseTimeAt(face, realNow)),
    reader.count('woken', today),
    reader.rounds(),
    reader.changes(),
  ])
  const postman = rounds.get('watchdog')?.facts['postman']
  return {
    stuckByKind,
    lateWakes: late,
    oldestWakeSeconds: oldest === null ? 0 : Math.max(0, Math.floor((realNow - realDelayUntil(face, 0, oldest)) / 1000)),
    woken,
    watchdogAt: rounds.get('watchdog')?.at ?? null,
    housekeepingAt: rounds.get('housekeeping')?.at ?? null,
    postmanRuns: typeof postman === 'boolean' ? postman : null,
    changes,
    invariants: INVARIANT_CODES.map((code) => invariantFigure(code, rounds.get(code))),
  }
}

function invariantFigure(code: InvariantCode, round: Round | undefined): InvariantFigure {
  const figure = (name: string): number | null => {
    const value = round?.facts[name]
    return typeof value === 'number' ? value : null
  }
  return { code, looked: figure('looked'), broken: figure('broken'), at: round?.at ?? null }
}
