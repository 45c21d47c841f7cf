import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Instant } from '../../domain/clocks/types.ts'
import type { Calendar } from '../../domain/clocks/types.ts'
import { addTallies, type AppealPreview, type ChangeTally, EMPTY_TALLY, tallyOf } from '../../domain/case/change-tally.ts'
import { type ClockPreview, previewChange } from '../../domain/case/preview.ts'
import { previewClock } from '../../domain/case/preview-clock.ts'
import type { CaseState } from '../../domain/case/state.ts'
import { SYSTEM } from '../../domain/people/actor.ts'
import type { ServiceItem } from '../../domain/routing/item.ts'
import type { OpenClock, OpenClockReader } from '../../prisma/readers/open-clock-reader.ts'

/** Figures of a part of the open appeals; `next` is where the next part begins, null after the last. */
export interface PreviewPart {
  readonly tally: ChangeTally
  readonly next: string | null
}

export interface PreviewDeps {
  readonly openClocks: OpenClockReader
  readonly cases: { loadMany(caseIds: readonly string[]): Promise<ReadonlyMap<string, CaseState>> }
  readonly realNow: () => number
}

interface Asked {
  /** Case time. */
  readonly now: Instant
  /** The `next` of the part before. */
  readonly after: string | null
  /** Real time for one part; 3 s unless told, so that an answer stays below its deadline. */
  readonly forMs?: number
}

const FOR_MS = 3_000
/** So many clocks take some ten milliseconds, which no other request has to wait longer than. */
const CLOCKS_A_PAGE = 500
const APPEALS_A_PAGE = 20

/** What newer calendars would change of the open appeals, read from the rows of their clocks. */
export async function previewCalendars(
  { openClocks, cases, realNow }: PreviewDeps,
  { before, after: newer }: { readonly before: ReadonlyMap<string, Calendar>; readonly after: ReadonlyMap<string, Calendar> },
  asked: Asked,
): Promise<PreviewPart> {
  const ids = [...newer.keys()]
  return inParts(asked, realNow, async (after) => {
    const { clocks, next } = await openClocks.page(ids, after, CLOCKS_A_PAGE)
    const bare = [...new Set(clocks.filter((clock) => clock.facts === null).map((clock) => clock.caseId))]
    const states = bare.length === 0 ? new Map<string, CaseState>() : await cases.loadMany(bare)
    const appeals = byAppeal(clocks).map((own): AppealPreview => {
      const previews = own.flatMap((clock) => previewOf(clock, states.get(clock.caseId), before, newer, asked.now))
      return { number: own[0]?.number ?? '', clocks: previews }
    })
    return { tally: tallyOf(appeals), next }
  })
}

/** What a newer version of an item would change of the open appeals on an older one; each is decided as the engine would. */
export async function previewItem({ openClocks, cases, realNow }: PreviewDeps, item: ServiceItem, asked: Asked): Promise<PreviewPart> {
  return inParts(asked, realNow, async (after) => {
    const ids = await openClocks.appealsOf(item.code, item.version, after, APPEALS_A_PAGE)
    const states = await cases.loadMany(ids)
    const command = { kind: 'ReplaceItem', id: 'preview', at: asked.now, actor: SYSTEM, data: { item } } as const
    const appeals = [...states.values()].map((state) => ({
      number: state.start.number,
      clocks: previewChange(state, { ...command, at: Math.max(asked.now, state.at) }),
    }))
    return { tally: tallyOf(appeals), next: ids.length < APPEALS_A_PAGE ? null : (ids.at(-1) ?? null) }
  })
}

async function inParts(
  { after, forMs = FOR_MS }: Asked,
  realNow: () => number,
  part: (after: string | null) => Promise<PreviewPart>,
): Promise<PreviewPart> {
  const until = realNow() + forMs
  let tally = EMPTY_TALLY
  let next = after
  do {
    const found: PreviewPart = await part(next)
    tally = addTallies(tally, found.tally)
    next = found.next
    await nextTurn()
  } while (next !== null && realNow() < until)
  return { tally, next }
}

function previewOf(
  clock: OpenClock,
  state: CaseState | undefined,
  before: ReadonlyMap<string, Calendar>,
  newer: ReadonlyMap<string, Calendar>,
  now: Instant,
): readonly ClockPreview[] {
  const facts = clock.facts ?? state?.clocks[clock.clockId]?.facts
  const [old, next] = [before.get(clock.calendar), newer.get(clock.calendar)]
  if (facts === undefined || old === undefined || next === undefined) return []
  const preview = previewClock({ ...clock, facts }, old, next, now)
  return preview === null ? [] : [preview]
}

/** Rows come appeal by appeal. */
function byAppeal(clocks: readonly OpenClock[]): readonly (readonly OpenClock[])[] {
  const groups = new Map<string, OpenClock[]>()
  for (const clock of clocks) {
    const own = groups.get(clock.caseId)
    if (own === undefined) groups.set(clock.caseId, [clock])
    else own.push(clock)
  }
  return [...groups.values()]
}
