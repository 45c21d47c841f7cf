import { apply, fold } from '../../domain/case/index.ts'
import type { CaseEvent } from '../../domain/case/event.ts'
import type { CaseStart, CaseState } from '../../domain/case/state.ts'
import type { SqlReads } from '../database.ts'
import type { StartReader } from './start-reader.ts'
import { createSeqWatch } from './seq-watch.ts'

export interface CaseHistory {
  readonly start: CaseStart
  readonly events: readonly CaseEvent[]
}

export interface CaseReader {
  /** State of an appeal as the stored log gives it, by uuid or number; null where there is none or its first event is not written yet. */
  load(ref: string): Promise<CaseState | null>
  /** States by case id, in two round trips for any number of appeals. */
  loadMany(caseIds: readonly string[]): Promise<ReadonlyMap<string, CaseState>>
  /** Events after a seq, oldest first; all of them with 0. */
  events(caseId: string, sinceSeq?: number): Promise<readonly CaseEvent[]>
  /** The start of an appeal as it was filed, and every event over it: what a report about its past is made from. Null as for `load`. */
  history(caseId: string): Promise<CaseHistory | null>
  /** The uuid of a number or uuid; null where there is no such intake. Numbers are read in any case of letters. */
  idOf(ref: string): Promise<string | null>
  /** True as soon as the appeal's row has this seq, false after so many milliseconds. Throws when the database is away. */
  waitForSeq(caseId: string, seq: number, timeoutMs: number): Promise<boolean>
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const STATES_KEPT = 2_000

/** States are kept in memory by case and seq, so that reading again costs the new events only. */
export function createCaseReader(db: SqlReads, starts: StartReader): CaseReader {
  const states = new Map<string, CaseState>()
  const watch = createSeqWatch(db)

  function keep(state: CaseState): CaseState {
    const id = state.start.caseId
    states.delete(id)
    states.set(id, state)
    const oldest = states.keys().next()
    if (states.size > STATES_KEPT && !oldest.done) states.delete(oldest.value)
    return state
  }

  async function loadMany(caseIds: readonly string[]): Promise<ReadonlyMap<string, CaseState>> {
    const ids = [...new Set(caseIds)]
    const known = ids.map((id) => states.get(id) ?? null)
    const newer = await db.$queryRaw<{ caseId: string; bodies: string[] }[]>`
      select e.case_id as "caseId", array_agg(e.body order by e.seq) as bodies
        from unnest(${ids}::uuid[], ${known.map((state) => state?.seq ?? 0)}::integer[]) as asked (case_id, seq)
        join case_event e on e.case_id = asked.case_id and e.seq > asked.seq
       group by e.case_id`
    const bodies = new Map(newer.map((row) => [row.caseId, row.bodies.map(eventOf)]))
    const fresh = await startsOf(ids.filter((id, index) => known[index] === null && bodies.has(id)))
    const loaded = new Map<string, CaseState>()
    ids.forEach((id, index) => {
      const events = bodies.get(id) ?? []
      const base = known[index] ?? null
      const start = fresh.get(id)
      if (base !== null) loaded.set(id, keep(events.reduce(apply, base)))
      else if (start !== undefined) loaded.set(id, keep(fold(start.start, events)))
    })
    return loaded
  }

  async function startsOf(ids: readonly string[]): ReturnType<StartReader['loadMany']> {
    return ids.length === 0 ? new Map() : starts.loadMany(ids)
  }

  async function idOf(ref: string): Promise<string | null> {
    if (UUID.test(ref)) return ref.toLowerCase()
    const rows = await db.$queryRaw<{ id: string }[]>`select id from intake where number = ${ref.toUpperCase()}`
    return rows[0]?.id ?? null
  }

  async function events(caseId: string, sinceSeq = 0): Promise<readonly CaseEvent[]> {
    const rows = await db.$queryRaw<{ body: string }[]>`
      select body from case_event where case_id = ${caseId}::uuid and seq > ${sinceSeq} order by seq`
    return rows.map((row) => eventOf(row.body))
  }

  return {
    loadMany,
    idOf,
    events,
    async history(caseId) {
      const [stored, log] = await Promise.all([starts.load(caseId), events(caseId)])
      return stored === null || log.length === 0 ? null : { start: stored.start, events: log }
    },
    async load(ref) {
      const id = await idOf(ref)
      return id === null ? null : ((await loadMany([id])).get(id) ?? null)
    },
    waitForSeq: watch.waitForSeq,
  }
}

function eventOf(body: string): CaseEvent {
  return JSON.parse(body) as CaseEvent
}
