import { nextWake } from '../domain/case/index.ts'
import type { EngineKind, TableKind } from '../domain/case/stuck.ts'
import type { Instant, LocalDate } from '../domain/clocks/types.ts'
import type { Engine } from './engine.ts'
import { type CaseTables, type Examined, examineCase } from './examine-case.ts'
import { officeDay } from './office-day.ts'
import type { LateCase } from './wake-late.ts'

export interface FindStuckActivity {
  /** Writes the list of appeals that stand still and takes away what healed; how many of them it saw this time. */
  findStuck(): Promise<number>
}

export interface Finding {
  readonly kind: EngineKind
  /** Real instant since which it holds, where that is known. */
  readonly since: Instant | null
  readonly detail: Readonly<Record<string, string | number | null>>
}

export interface StuckList {
  sweepTables(day: LocalDate): Promise<Readonly<Record<TableKind | 'open', number>>>
  noteEngine(caseId: string, findings: readonly Finding[]): Promise<void>
  suspects(limit: number): Promise<readonly string[]>
}

export interface FindStuckDeps {
  readonly stuck: StuckList
  /** Cases that were woken so many real milliseconds ago or longer, and slept on. */
  readonly unmoved: (wokenMsAgo: number, limit: number) => Promise<readonly LateCase[]>
  readonly tables: CaseTables
  readonly engine: Pick<Engine, 'observe' | 'reportedFailing' | 'postmanRuns'>
  readonly caseNow: () => Promise<Instant>
  readonly realNow: () => number
  readonly note: (round: string, facts: Readonly<Record<string, number | boolean>>) => Promise<void>
  readonly warn: (message: string, facts: Readonly<Record<string, unknown>>) => void
}

/** Real time in which a case that was woken must have moved. */
const MOVES_WITHIN_MS = 60_000
const LOOKS_A_ROUND = 100
/** Real time after which no further look is begun: the next round goes on with those looked at longest ago. */
const A_ROUND_MS = 15_000

export function createFindStuck(deps: FindStuckDeps): FindStuckActivity {
  const { stuck, unmoved, tables, engine, caseNow, realNow, note, warn } = deps
  return {
    async findStuck() {
      const begun = realNow()
      const seen = await stuck.sweepTables(officeDay(await caseNow()))
      await note('I1', { looked: seen.open, broken: seen['no-owner'] })
      await note('I2', { looked: seen.open, broken: seen['no-clock'] })
      const slept = new Map((await unmoved(MOVES_WITHIN_MS, LOOKS_A_ROUND)).map((one) => [one.caseId, one.dueAt]))
      const asked = new Set([...slept.keys(), ...(await engine.reportedFailing(LOOKS_A_ROUND)), ...(await stuck.suspects(LOOKS_A_ROUND))])
      let found = seen['no-owner'] + seen['no-clock'] + seen['not-started']
      for (const caseId of asked) {
        if (realNow() - begun > A_ROUND_MS) break
        const examined = await examineCase(caseId, tables, engine)
        const findings = examined === null ? [] : findingsOf(examined, slept.get(caseId) ?? null)
        await stuck.noteEngine(caseId, findings)
        if (findings.length > 0) warn('an appeal stands still', { caseId, kinds: findings.map((one) => one.kind) })
        found += findings.length
      }
      await note('watchdog', { found, postman: await engine.postmanRuns() })
      return found
    },
  }
}

/**
 * What a look at one appeal says. `slept`: the case instant that it slept through though it was woken, so that
 * there must be a reason; without that, what is not written yet or not answered at once is how things are at work.
 */
export function findingsOf({ log, run, workflow, rows }: Examined, slept: Instant | null): readonly Finding[] {
  const finding = (kind: EngineKind, detail: Finding['detail'] = {}, since: Instant | null = null): Finding => ({ kind, since, detail })
  const sleeps = slept !== null && nextWake(log) === slept
  if (run.kind === 'failing') return [finding('engine-failing', { attempts: run.attempts, cause: run.cause }, run.since)]
  if (run.kind === 'none') return log.status === 'ended' ? [] : [finding('no-workflow')]
  if (run.kind === 'silent') return sleeps ? [finding('no-answer')] : []
  const { stuckAt, unwritten } = run.snapshot
  if (stuckAt !== null) return [finding('rules-stuck', { due: isoText(stuckAt) })]
  if (sleeps && unwritten > 0) return [finding('not-written', { unwritten })]
  if (workflow !== null || rows.length > 0) return [finding('differs', { ...workflow, rows: rows.slice(0, 10).join(', ') })]
  return sleeps ? [finding('rules-stuck', { due: isoText(slept) })] : []
}

function isoText(at: Instant): string {
  return new Date(at).toISOString()
}
