import { describe, expect, it } from '@jest/globals'
import { createHousekeeping, type HousekeepingDeps, type HousekeepingFigure } from '../../activities/housekeeping.ts'
import type { RunView } from '../../activities/observe-run.ts'
import { apply, decide, initialState, isRefusal, rowsOf } from '../../domain/case/index.ts'
import type { Command } from '../../domain/case/command.ts'
import type { CaseEvent } from '../../domain/case/event.ts'
import type { Refusal } from '../../domain/case/refusal.ts'
import type { StoredRows } from '../../domain/case/rows.ts'
import type { CaseState } from '../../domain/case/state.ts'
import { REAL_TIME } from '../../domain/time/clock-face.ts'
import type { AppealInput } from '../../workflows/messages.ts'
import { aStart, beijing, claim, filing } from '../workflows/fixtures/five-stages.ts'

const NOW = beijing('2026-03-02 10:00')
const CASE = '11111111-1111-4111-8111-111111111111'

function after(state: CaseState, command: Command): CaseState {
  const events = decide(state, command)
  if (isRefusal(events)) throw new Error(events.refusal)
  return events.reduce(apply, state)
}

const FILED = after(initialState(aStart(CASE)), filing(beijing('2026-03-02 09:00')))
const CLAIMED = after(FILED, claim(CASE, 1, beijing('2026-03-02 09:05')))

/** The rows as the database keeps them for this state. */
function storedRows(state: CaseState): StoredRows {
  const rows = rowsOf(state)
  return { ...rows, tasks: rows.tasks.map((task) => ({ ...task, receivedAt: rows.appeal.receivedAt })) }
}

/** An engine that remembers what it was told. */
class Engine {
  readonly started: AppealInput[] = []
  running: readonly string[] = [CASE]
  state: CaseState | null = FILED
  unwritten = 0
  stuckAt: number | null = null
  refusals = new Map<string, Refusal>()

  filingRefusal = async (caseId: string): Promise<Refusal | null> => this.refusals.get(caseId) ?? null

  start = async (caseId: string, input: AppealInput): Promise<boolean> => {
    if (this.running.includes(caseId)) return false
    this.started.push(input)
    return true
  }

  run: RunView | null = null

  observe = async (): Promise<RunView> => {
    if (this.run !== null) return this.run
    if (this.state === null) return { kind: 'none' }
    const { state, unwritten, stuckAt } = this
    return { kind: 'answers', snapshot: { state, unwritten, caseNow: NOW, nextWakeAt: null, stuckAt } }
  }
}

function house(read: Partial<HousekeepingDeps['reader']>): {
  engine: Engine
  notes: Map<string, unknown>
  stuck: string[]
  figures: Map<HousekeepingFigure, number>
  warnings: string[]
  refused: string[]
  parts: ReturnType<typeof createHousekeeping>
} {
  const engine = new Engine()
  const figures = new Map<HousekeepingFigure, number>()
  const warnings: string[] = []
  const notes = new Map<string, unknown>()
  const stuck: string[] = []
  const refused: string[] = []
  const stateOf = read.stateOf ?? (async () => FILED)
  const reader: HousekeepingDeps['reader'] = {
    leftovers: async () => [],
    sample: async () => [CASE],
    stateOf,
    rowsOf: async (caseId) => storedRows((await stateOf(caseId)) ?? FILED),
    history: async () => null,
    doubledNotices: async () => 0,
    ...read,
  }
  const parts = createHousekeeping({
    reader,
    engine,
    markRefused: async (caseId, { refusal }) => {
      refused.push(`${caseId} ${refusal}`)
    },
    caseNow: async () => NOW,
    face: async () => REAL_TIME,
    note: async (round, facts) => void notes.set(round, facts),
    noteStuck: async (caseId, findings) => void stuck.push(...findings.map((one) => `${caseId} ${one.kind}`)),
    count: (figure, by) => figures.set(figure, (figures.get(figure) ?? 0) + by),
    warn: (message) => warnings.push(message),
  })
  return { engine, notes, stuck, figures, warnings, refused, parts }
}

describe('housekeeping', () => {
  it('starts what a crash left between the filing and its workflow, and not what runs', async () => {
    const input = { start: aStart('22222222-2222-4222-8222-222222222222'), file: filing(NOW) }
    const { engine, figures, parts } = house({
      leftovers: async () => [
        { caseId: CASE, input: { start: aStart(CASE), file: filing(NOW) } },
        { caseId: input.start.caseId, input },
      ],
    })
    expect(await parts.startLeftovers()).toBe(1)
    expect(engine.started).toEqual([{ ...input, face: REAL_TIME }])
    expect(figures.get('leftovers_started')).toBe(1)
  })

  it('marks a filing that the rules of the engine refused, and not one that has just begun', async () => {
    const begun = '22222222-2222-4222-8222-222222222222'
    const { engine, figures, warnings, refused, parts } = house({
      leftovers: async () => [CASE, begun].map((caseId) => ({ caseId, input: { start: aStart(caseId), file: filing(NOW) } })),
    })
    engine.running = [CASE, begun]
    engine.refusals.set(CASE, { refusal: 'not-permitted', field: null, params: {} })
    expect(await parts.startLeftovers()).toBe(0)
    expect(refused).toEqual([`${CASE} not-permitted`])
    expect(figures.get('leftovers_refused')).toBe(1)
    expect(warnings).toEqual(['the engine refused a filing that the API let through'])
  })

  it('finds nothing where log and workflow agree', async () => {
    const { figures, parts } = house({})
    expect(await parts.reconcileSample()).toBe(0)
    expect(figures.get('reconcile_compared')).toBe(1)
    expect([figures.get('reconcile_differing'), figures.get('reconcile_rows_differing')]).toEqual([0, 0])
  })

  it('finds a workflow that is behind its log, one that has another state, and one that is missing', async () => {
    const behind = house({ stateOf: async () => CLAIMED })
    expect(await behind.parts.reconcileSample()).toBe(1)
    const other = house({ stateOf: async () => ({ ...FILED, accountableWindow: 'another' }) })
    expect(await other.parts.reconcileSample()).toBe(1)
    const missing = house({})
    missing.engine.state = null
    expect(await missing.parts.reconcileSample()).toBe(1)
    expect([...behind.warnings, ...other.warnings, ...missing.warnings]).toEqual(
      Array.from({ length: 3 }, () => 'stored log and workflow differ'),
    )
  })

  it('finds rows that are not as the log folds them, and an appeal without any', async () => {
    const folded = storedRows(FILED)
    const changed = house({ rowsOf: async () => ({ ...folded, appeal: { ...folded.appeal, colour: 'red' } }) })
    expect(await changed.parts.reconcileSample()).toBe(1)
    expect([changed.figures.get('reconcile_rows_differing'), changed.figures.get('reconcile_differing')]).toEqual([1, 0])
    const without = house({ rowsOf: async () => null })
    expect(await without.parts.reconcileSample()).toBe(1)
    expect([...changed.warnings, ...without.warnings]).toEqual(['stored log and rows differ', 'stored log and rows differ'])
  })

  it('counts an appeal at whose limit the rules did nothing', async () => {
    const { engine, figures, warnings, parts } = house({})
    await parts.reconcileSample()
    expect([figures.get('reconcile_stuck'), warnings]).toEqual([0, []])
    engine.stuckAt = NOW
    expect(await parts.reconcileSample()).toBe(0)
    expect([figures.get('reconcile_stuck'), warnings]).toEqual([1, ['a limit of an appeal came and the rules did nothing']])
  })

  it('names an open appeal that nobody answers for or no clock watches', async () => {
    const sound = house({})
    await sound.parts.reconcileSample()
    expect([sound.figures.get('invariants_broken'), sound.warnings]).toEqual([0, []])
    for (const broken of [{ accountableWindow: null }, { tasks: {} }, { clocks: {} }]) {
      const { engine, figures, warnings, parts } = house({ stateOf: async () => ({ ...FILED, ...broken }) })
      engine.state = { ...FILED, ...broken }
      expect(await parts.reconcileSample()).toBe(0)
      expect([figures.get('invariants_broken'), warnings]).toEqual([1, ['an open appeal breaks what must always hold']])
    }
  })

  it('does not compare a case that moves while it is looked at', async () => {
    const states = [FILED, CLAIMED]
    const moving = house({ stateOf: async () => states.shift() ?? null, rowsOf: async () => storedRows(FILED) })
    expect(await moving.parts.reconcileSample()).toBe(0)
    const writing = house({ stateOf: async () => CLAIMED })
    writing.engine.unwritten = 1
    expect(await writing.parts.reconcileSample()).toBe(0)
  })

  it('puts on the list what it finds standing still in its sample', async () => {
    const gone = house({})
    gone.engine.state = null
    await gone.parts.reconcileSample()
    expect(gone.stuck).toEqual([`${CASE} no-workflow`])
    const failing = house({})
    failing.engine.run = { kind: 'failing', since: NOW, attempts: 5, cause: null }
    expect(await failing.parts.reconcileSample()).toBe(0)
    expect(failing.stuck).toEqual([`${CASE} engine-failing`])
    const sound = house({})
    await sound.parts.reconcileSample()
    expect(sound.stuck).toEqual([])
  })

  it('leaves what its sample showed of the invariants', async () => {
    const { notes, parts } = house({ rowsOf: async () => null, doubledNotices: async () => 2 })
    await parts.reconcileSample()
    expect([...notes]).toEqual([
      ['I3', { looked: 1, broken: 0 }],
      ['I5', { looked: 1, broken: 0 }],
      ['I4', { looked: 1, broken: 1 }],
      ['I6', { looked: 1, broken: 2 }],
    ])
  })

  it('counts a log whose rung fired early', async () => {
    const start = aStart(CASE)
    const events = decide(initialState(start), filing(beijing('2026-03-02 09:00')))
    if (isRefusal(events)) throw new Error(events.refusal)
    const red = Object.values(FILED.clocks).find((clock) => clock.kind === 'stage')
    const last = events.at(-1)
    if (red === undefined || last === undefined) throw new Error('no stage clock')
    const { actor, actingFor, commandId, at } = last
    const data = { clockId: red.id, rung: 'stage-red', dueAt: red.dueAt ?? 0, actions: [] }
    const fired: CaseEvent = { seq: last.seq + 1, at, actor, actingFor, commandId, type: 'RungFired', data }
    const { notes, figures, parts } = house({ history: async () => ({ start, events: [...events, fired] }) })
    await parts.reconcileSample()
    expect(notes.get('I3')).toEqual({ looked: 1, broken: 1 })
    expect(figures.get('invariants_broken')).toBe(1)
  })

  it('leaves when it ran and what it did', async () => {
    const { notes, parts } = house({})
    await parts.noteHousekeeping({ started: 2, differing: 0, heads: null, removed: 1, changes: 0 })
    expect(notes.get('housekeeping')).toEqual({ started: 2, differing: 0, heads: null, removed: 1, changes: 0 })
  })
})
