import type { Command } from '../../domain/case/command.ts'
import type { Calendar } from '../../domain/clocks/types.ts'
import { SYSTEM } from '../../domain/people/actor.ts'
import type { ServiceItem } from '../../domain/routing/item.ts'
import type { Engine } from '../engine.ts'
import { sendChange, type Sent } from './send-change.ts'

/** What a run brings. */
export interface ChangeWork {
  readonly id: string
  readonly calendars: ReadonlyMap<string, Calendar>
  /** Null where the run brings calendars. */
  readonly item: ServiceItem | null
  /** Real time. */
  readonly createdAt: number
}

export interface ChangeCase {
  readonly caseId: string
  /** Calendars of the run that the appeal carries. */
  readonly calendars: readonly string[]
}

/** The tables of runs; every call may be repeated. */
export interface ChangeTables {
  load(runId: string): Promise<ChangeWork | null>
  sweep(runId: string): Promise<number>
  unstarted(runId: string): Promise<number>
  pending(runId: string, limit: number): Promise<readonly ChangeCase[]>
  settle(runId: string, outcomes: readonly Sent[]): Promise<void>
  finish(runId: string): Promise<void>
}

export interface ChangeRunDeps {
  readonly tables: ChangeTables
  readonly engine: Pick<Engine, 'command'>
  readonly caseNow: () => Promise<number>
  readonly realNow: () => number
  readonly pause: (milliseconds: number) => Promise<void>
  readonly warn: (message: string, facts: unknown) => void
}

/** Appeals that are settled together. */
const A_BATCH = 64
/** Cases that are told at once: a worker takes sixteen workflow tasks at a time, and people press meanwhile. */
const AT_ONCE = 8
/** Longer than a filing can take on what was in force before, a second of the cache and five of the answer. */
const FILINGS_END_MS = 10_000
/** A filing whose start a crash prevented is begun by housekeeping in far less. */
const UNSTARTED_MS = 5 * 60_000
const LOOK_AGAIN_MS = 1_000

/**
 * Carries out a run from wherever it stands. Appeals on another version are looked for until none is left and
 * no filing can bring another; each is told by its workflow, under an id that makes it count once.
 */
export async function carryOut(deps: ChangeRunDeps, runId: string, stop: AbortSignal): Promise<void> {
  const { tables, realNow, pause } = deps
  const work = await tables.load(runId)
  if (work === null) return
  while (!stop.aborted) {
    // Asked before the look at appeals: what begins between the two is then seen by it.
    const age = realNow() - work.createdAt
    const unstarted = await tables.unstarted(runId)
    const added = await tables.sweep(runId)
    const settled = await settlePending(deps, work, stop)
    if (stop.aborted) return
    if (added + settled > 0) continue
    if (age >= FILINGS_END_MS && (unstarted === 0 || age >= UNSTARTED_MS)) {
      await tables.finish(runId)
      return
    }
    await pause(LOOK_AGAIN_MS)
  }
}

async function settlePending(deps: ChangeRunDeps, work: ChangeWork, stop: AbortSignal): Promise<number> {
  let settled = 0
  while (!stop.aborted) {
    const batch = await deps.tables.pending(work.id, A_BATCH)
    if (batch.length === 0) break
    const outcomes = await tellAll(deps, work, batch, stop)
    await deps.tables.settle(work.id, outcomes)
    settled += outcomes.length
  }
  return settled
}

/** Tells the appeals of a batch, some at a time. Throws where the engine is away, once what is known has been settled. */
async function tellAll(deps: ChangeRunDeps, work: ChangeWork, batch: readonly ChangeCase[], stop: AbortSignal): Promise<readonly Sent[]> {
  const outcomes: Sent[] = []
  const queue = [...batch]
  let away: unknown = null
  const tell = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined && !stop.aborted && away === null; next = queue.shift()) {
      try {
        outcomes.push(await sendChange(deps, next.caseId, await commandsFor(deps, work, next)))
      } catch (error) {
        away = error
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, tell))
  if (away === null) return outcomes
  await deps.tables.settle(work.id, outcomes)
  throw away
}

async function commandsFor(deps: ChangeRunDeps, work: ChangeWork, { calendars }: ChangeCase): Promise<readonly Command[]> {
  const at = await deps.caseNow()
  const envelope = (target: string) => ({ id: `${work.id}:${target}`, at, actor: SYSTEM })
  if (work.item !== null) return [{ ...envelope(work.item.code), kind: 'ReplaceItem', data: { item: work.item } }]
  return calendars.flatMap((id): readonly Command[] => {
    const calendar = work.calendars.get(id)
    return calendar === undefined ? [] : [{ ...envelope(id), kind: 'ReplaceCalendar', data: { calendar } }]
  })
}
