import type { Gateway } from '../../api/gateway.ts'
import { type Catalog, directoryFor } from '../../catalog/loader/catalog.ts'
import type { CaseStart } from '../../domain/case/state.ts'
import type { Instant } from '../../domain/clocks/types.ts'
import type { ClockFace } from '../../domain/time/clock-face.ts'
import type { SeqWatch } from '../../prisma/readers/seq-watch.ts'
import type { IntakeStore } from '../../prisma/stores/intake-store.ts'
import { STATION } from '../routes.ts'
import type { BenchActor } from './people.ts'

export interface FilingDeps {
  readonly gateway: Gateway
  readonly intakes: IntakeStore
  readonly watch: SeqWatch
  readonly catalog: Catalog
  readonly face: ClockFace
}

/** What is filed: `at` is case time, the instant at which the appeal is received. */
export interface Filing {
  readonly caseId: string
  readonly item: string
  readonly actor: BenchActor
  readonly at: Instant
}

/** How long an appeal may take to its first write. */
const VISIBLE_MS = 10_000

/** Files an appeal by the intake store and the gateway, without the API; returns when its first events are stored. Throws where it is refused. */
export async function file(deps: FilingDeps, { caseId, item, actor, at }: Filing, patienceMs = VISIBLE_MS): Promise<void> {
  const key = `bench-file-${caseId}`
  const intake = await deps.intakes.createIntake({
    start: startOf(deps.catalog, item, caseId, actor),
    file: { id: key, at, actor: actor.clerk, kind: 'FileAppeal', data: {} },
    idempotencyKey: key,
    bodyHash: key,
    channel: 'counter',
    form: { matter: 'bench' },
    confirmDuplicate: true,
  })
  if (intake.kind !== 'created') throw new Error(`case ${caseId}: the intake is ${intake.kind}`)
  await deps.gateway.start({ start: intake.start, file: intake.file, face: deps.face })
  if (await deps.watch.waitForSeq(caseId, 1, patienceMs)) return
  const refusal = await deps.gateway.filingRefusal(caseId)
  throw new Error(`case ${caseId} was not stored within ${patienceMs} ms, refusal: ${refusal?.refusal ?? 'none'}`)
}

function startOf(catalog: Catalog, code: string, caseId: string, { expertId }: BenchActor): Omit<CaseStart, 'number'> {
  const item = catalog.items.get(code)
  if (item === undefined) throw new Error(`the catalogue has no item ${code}`)
  const directory = directoryFor(catalog, STATION)
  const ids = new Set([...directory.stations, ...directory.windows].map(({ calendar }) => calendar))
  return {
    caseId,
    item,
    directory,
    calendars: Object.fromEntries([...catalog.calendars].filter(([id]) => ids.has(id))),
    expert: { id: expertId, tier: 'B', language: 'en' },
    leaderContact: null,
    liaison: null,
    facts: {},
    materials: {},
  }
}
