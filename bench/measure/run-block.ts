import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from '@temporalio/client'
import type { Database } from '../../prisma/database.ts'
import type { RunRecords } from '../../scripts/start/run-records.ts'
import { type CaseRun, newTimes } from '../drivers/case-run.ts'
import type { Block } from '../figures/way.ts'
import { cpuBetween, cpuNow } from './cpu.ts'

export interface BlockDeps {
  readonly client: Client
  readonly database: Database
  readonly records: RunRecords
  /** case time */
  readonly now: () => number
}

/** The cases whose history is counted. */
const LOOKED_AT = 3
const QUIET_MS = 60_000
const ASK_MS = 50

/** Runs so many cases by so many actors, each one case after the other, and measures them. */
export async function runBlock(
  deps: BlockDeps,
  { way, route, actors, cases }: Pick<Block, 'way' | 'route' | 'actors' | 'cases'>,
  run: CaseRun,
): Promise<Block> {
  const times = newTimes()
  const workflowIds: string[] = []
  let left = cases
  const before = cpuNow(deps.records)
  const from = performance.now()
  const lane = async (actor: number): Promise<void> => {
    while (left > 0) {
      left -= 1
      workflowIds.push(await run(actor, times))
    }
  }
  // An error waits for what is under way, so that nothing is stopped below it.
  const ends = await Promise.allSettled([...Array(actors).keys()].map(lane))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  const seconds = (performance.now() - from) / 1000
  await untilMailed(deps)
  const cpu = cpuBetween(before, cpuNow(deps.records))
  const histories = await Promise.all(workflowIds.slice(-LOOKED_AT).map((id) => deps.client.workflow.getHandle(id).describe()))
  return { way, route, actors, cases, seconds, ...times, cpu, historyEvents: histories.map(({ historyLength }) => historyLength) }
}

/** Waits until every mail that may go by now has gone, so that no block pays for the mails of another. */
async function untilMailed({ database, now }: BlockDeps): Promise<void> {
  const until = performance.now() + QUIET_MS
  for (;;) {
    const waiting = await database.notice.count({
      where: { status: { in: ['queued', 'sending', 'uncertain'] }, notBefore: { lte: new Date(now()) } },
    })
    if (waiting === 0) return
    if (performance.now() > until) throw new Error(`${waiting} mails did not go within ${QUIET_MS} ms`)
    await sleep(ASK_MS)
  }
}
