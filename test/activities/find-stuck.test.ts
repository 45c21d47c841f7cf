import { describe, expect, it } from '@jest/globals'
import { createFindStuck, type Finding, findingsOf, type StuckList } from '../../activities/find-stuck.ts'
import type { Examined } from '../../activities/examine-case.ts'
import type { RunView } from '../../activities/observe-run.ts'
import { apply, decide, initialState, isRefusal, rowsOf } from '../../domain/case/index.ts'
import type { CaseState } from '../../domain/case/state.ts'
import { aStart, beijing, filing } from '../workflows/fixtures/five-stages.ts'

const CASE = '11111111-1111-4111-8111-111111111111'
/** The window must have signed within one office hour of nine o'clock. */
const SIGN_DUE = beijing('2026-03-02 10:00')

function filedState(): CaseState {
  const state = initialState(aStart(CASE))
  const events = decide(state, filing(beijing('2026-03-02 09:00')))
  if (isRefusal(events)) throw new Error(events.refusal)
  return events.reduce(apply, state)
}
const FILED = filedState()

function answers(change: { readonly stuckAt?: number; readonly unwritten?: number; readonly state?: CaseState } = {}): RunView {
  return { kind: 'answers', snapshot: { state: FILED, unwritten: 0, caseNow: SIGN_DUE, nextWakeAt: SIGN_DUE, stuckAt: null, ...change } }
}

const examined = (run: RunView, change: Partial<Examined> = {}): Examined => ({
  log: FILED,
  run,
  moved: false,
  workflow: null,
  rows: [],
  ...change,
})
const kinds = (findings: readonly Finding[]): readonly string[] => findings.map((one) => one.kind)

describe('a look at an appeal', () => {
  it('finds nothing where it runs and answers', () => {
    expect(findingsOf(examined(answers()), null)).toEqual([])
  })

  it('names a workflow that fails, with how often and why', () => {
    const run: RunView = { kind: 'failing', since: SIGN_DUE, attempts: 7, cause: 'does not fit the history' }
    expect(findingsOf(examined(run), null)).toEqual([
      { kind: 'engine-failing', since: SIGN_DUE, detail: { attempts: 7, cause: 'does not fit the history' } },
    ])
  })

  it('names an open appeal without a workflow, and not one that has ended', () => {
    expect(kinds(findingsOf(examined({ kind: 'none' }), null))).toEqual(['no-workflow'])
    expect(findingsOf(examined({ kind: 'none' }, { log: { ...FILED, status: 'ended' } }), null)).toEqual([])
  })

  it('names a limit at which the rules did nothing', () => {
    expect(findingsOf(examined(answers({ stuckAt: SIGN_DUE })), null)).toEqual([
      { kind: 'rules-stuck', since: null, detail: { due: '2026-03-02T02:00:00.000Z' } },
    ])
  })

  it('names silence and unwritten events only of an appeal that slept on after it was woken', () => {
    expect(kinds(findingsOf(examined({ kind: 'silent' }), SIGN_DUE))).toEqual(['no-answer'])
    expect(findingsOf(examined({ kind: 'silent' }), null)).toEqual([])
    expect(kinds(findingsOf(examined(answers({ unwritten: 3 })), SIGN_DUE))).toEqual(['not-written'])
    expect(findingsOf(examined(answers({ unwritten: 3 })), null)).toEqual([])
  })

  it('never leaves an appeal that slept through a limit without a reason, and forgets one that has moved since', () => {
    expect(kinds(findingsOf(examined(answers()), SIGN_DUE))).toEqual(['rules-stuck'])
    expect(findingsOf(examined(answers()), SIGN_DUE - 60_000)).toEqual([])
  })

  it('names a workflow or rows that are not as the log tells', () => {
    expect(findingsOf(examined(answers(), { workflow: { logSeq: 9, workflowSeq: 8 } }), null)).toEqual([
      { kind: 'differs', since: null, detail: { logSeq: 9, workflowSeq: 8, rows: '' } },
    ])
    expect(findingsOf(examined(answers(), { rows: ['appeal', 'task one'] }), null)).toEqual([
      { kind: 'differs', since: null, detail: { rows: 'appeal, task one' } },
    ])
  })
})

class List implements StuckList {
  readonly days: string[] = []
  readonly noted = new Map<string, readonly string[]>()
  listed: readonly string[] = []
  async sweepTables(day: string) {
    this.days.push(day)
    return { 'not-started': 0, 'no-owner': 2, 'no-clock': 1, open: 40 }
  }
  async noteEngine(caseId: string, findings: readonly Finding[]): Promise<void> {
    this.noted.set(caseId, kinds(findings))
  }
  async suspects(): Promise<readonly string[]> {
    return this.listed
  }
}

/** An office that looks into what slept, what the engine reports and what is on the list; time passes by `tickMs` a look. */
function office(run: (caseId: string) => RunView, { slept = [], reported = [], listed = [], tickMs = 0 }: Partial<Asked> = {}) {
  const stuck = new List()
  stuck.listed = listed
  const notes = new Map<string, unknown>()
  let now = 0
  const rows = rowsOf(FILED)
  const stored = { ...rows, tasks: rows.tasks.map((task) => ({ ...task, receivedAt: rows.appeal.receivedAt })) }
  const { findStuck } = createFindStuck({
    stuck,
    unmoved: async () => slept.map((caseId) => ({ caseId, dueAt: SIGN_DUE })),
    tables: { stateOf: async () => FILED, rowsOf: async () => stored },
    engine: {
      observe: async (caseId) => {
        now += tickMs
        return run(caseId)
      },
      reportedFailing: async () => reported,
      postmanRuns: async () => true,
    },
    caseNow: async () => beijing('2026-03-02 23:30'),
    realNow: () => now,
    note: async (round, facts) => void notes.set(round, facts),
    warn: () => undefined,
  })
  return { stuck, notes, findStuck }
}

interface Asked {
  readonly slept: readonly string[]
  readonly reported: readonly string[]
  readonly listed: readonly string[]
  readonly tickMs: number
}

describe('a round that looks for appeals that stand still', () => {
  it('looks at the day of the offices, and leaves how many it saw without an owner or a clock', async () => {
    const { stuck, notes, findStuck } = office(() => answers())
    expect(await findStuck()).toBe(3)
    expect(stuck.days).toEqual(['2026-03-02'])
    expect(notes.get('I1')).toEqual({ looked: 40, broken: 2 })
    expect(notes.get('I2')).toEqual({ looked: 40, broken: 1 })
    expect(notes.get('watchdog')).toEqual({ found: 3, postman: true })
  })

  it('asks the engine about what slept on, what it reports itself and what is on the list, each once', async () => {
    const { stuck, findStuck } = office((id) => (id === 'healed' ? answers() : { kind: 'none' }), {
      slept: ['slept'],
      reported: ['reported', 'slept'],
      listed: ['healed', 'slept'],
    })
    expect(await findStuck()).toBe(5)
    expect([...stuck.noted]).toEqual([
      ['slept', ['no-workflow']],
      ['reported', ['no-workflow']],
      ['healed', []],
    ])
  })

  it('leaves the rest to the next round when the engine is slow', async () => {
    const { stuck, findStuck } = office(() => ({ kind: 'silent' }), { slept: ['one', 'two', 'three', 'four'], tickMs: 6_000 })
    await findStuck()
    expect([...stuck.noted.keys()]).toEqual(['one', 'two', 'three'])
  })
})
