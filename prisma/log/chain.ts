import { createHash } from 'node:crypto'
import type { Database } from '../database.ts'

/** The first link that does not hold. */
export interface BrokenLink {
  readonly caseId: string
  readonly number: string
  readonly seq: number
  /** `gap`: an event is missing before it; `previous`: does not follow the link before; `hash`: the body was changed. */
  readonly fault: 'gap' | 'previous' | 'hash'
}

export interface ChainReport {
  readonly cases: number
  readonly events: number
  readonly broken: BrokenLink | null
}

interface Link {
  readonly seq: number
  readonly body: string
  readonly prevHash: Uint8Array
  readonly hash: Uint8Array
}

const CASES_A_PAGE = 50

/** Reads every chain of the log in the order of case ids, recomputes it outside the database and stops at the first link that does not hold. */
export async function verifyChains(db: Database): Promise<ChainReport> {
  let cases = 0
  let events = 0
  for await (const page of casePages(db, CASES_A_PAGE)) {
    const rows = await db.caseEvent.findMany({
      where: { caseId: { in: page.map((one) => one.id) } },
      select: { caseId: true, seq: true, body: true, prevHash: true, hash: true },
      orderBy: [{ caseId: 'asc' }, { seq: 'asc' }],
    })
    for (const { id, number } of page) {
      const chain = rows.filter((row) => row.caseId === id)
      const broken = firstBroken(id, chain)
      if (broken !== null) return { cases, events, broken: { caseId: id, number, ...broken } }
      cases += 1
      events += chain.length
    }
  }
  return { cases, events, broken: null }
}

function firstBroken(caseId: string, chain: readonly Link[]): Pick<BrokenLink, 'seq' | 'fault'> | null {
  let previous = createHash('sha256').update(caseId).digest()
  let expected = 1
  for (const { seq, body, prevHash, hash } of chain) {
    if (seq !== expected) return { seq, fault: 'gap' }
    if (!previous.equals(prevHash)) return { seq, fault: 'previous' }
    const own = createHash('sha256').update(prevHash).update(body, 'utf8').digest()
    if (!own.equals(hash)) return { seq, fault: 'hash' }
    previous = own
    expected += 1
  }
  return null
}

/** All intakes in pages by id. */
export async function* casePages(
  db: Pick<Database, 'intake'>,
  size: number,
): AsyncGenerator<readonly { readonly id: string; readonly number: string }[]> {
  let last: string | null = null
  for (;;) {
    const page: { id: string; number: string }[] = await db.intake.findMany({
      ...(last === null ? {} : { where: { id: { gt: last } } }),
      select: { id: true, number: true },
      orderBy: { id: 'asc' },
      take: size,
    })
    if (page.length === 0) return
    yield page
    last = page.at(-1)?.id ?? null
  }
}
