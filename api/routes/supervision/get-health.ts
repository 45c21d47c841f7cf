import { z } from 'zod'
import { INVARIANT_CODES, INVARIANT_NAMES, STUCK_KINDS, STUCK_WORDS } from '../../../domain/case/stuck.ts'
import type { StuckRow } from '../../../prisma/readers/health-reader.ts'
import { supervisedStations } from '../../cases/scope.ts'
import { watchFigures } from '../../health/watch-figures.ts'
import { answer, defineRoute } from '../../route.ts'
import { instantOut, nothing, textSchema } from '../../schemas/input.ts'
import type { Person } from '../../sessions/person.ts'
import { iso, isoOrNull } from '../../views/iso.ts'

const LIMIT = 200
/** Half a minute between rounds, and the round itself. */
const WATCHDOG_LATE_MS = 120_000
const HOUSEKEEPING_LATE_MS = 600_000

const words = { name: textSchema, why: textSchema, todo: textSchema.meta({ description: 'what has to be done about it' }) }
const round = z.object({ at: instantOut.nullable(), late: z.boolean().meta({ description: 'it should have run again by now' }) })
const stuckSchema = z.object({
  number: z.string(),
  appeal: z.string().meta({ description: 'the address of the appeal' }),
  item: z.string(),
  kind: z.enum(STUCK_KINDS),
  ...words,
  since: instantOut,
  seenAt: instantOut,
  detail: z.record(z.string(), z.unknown()),
})

/** Whether every open appeal is owned and armed, which ones stand still and what to do; from tables alone, so it answers at once. */
export const getHealth = defineRoute({
  method: 'get',
  path: '/api/supervision/health',
  tag: 'supervision',
  summary: { zh: '运行健康与停滞诉求', en: 'Health, and appeals that stand still' },
  allow: ['station-supervisor', 'province-supervisor', 'administrator', 'auditor'],
  audit: 'own',
  key: 'none',
  params: nothing,
  query: nothing,
  body: nothing,
  answers: {
    200: z.object({
      at: instantOut.meta({ description: 'real time, as all instants of this answer' }),
      wakes: z.object({
        late: z.int().meta({ description: 'appeals whose next wake is more than a minute past' }),
        oldestSeconds: z.int(),
        wokenToday: z.int(),
        wokenInAll: z.int(),
      }),
      watchdog: round,
      housekeeping: round,
      postmanRuns: z.boolean().nullable(),
      changes: z.object({ running: z.int(), pending: z.int() }).meta({ description: 'changes of calendars and items on their way' }),
      invariants: z.array(
        z.object({
          code: z.enum(INVARIANT_CODES),
          name: textSchema,
          looked: z.int().nullable(),
          broken: z.int().nullable(),
          at: instantOut.nullable(),
        }),
      ),
      counts: z.array(z.object({ kind: z.enum(STUCK_KINDS), ...words, count: z.int() })),
      stuck: z.array(stuckSchema).meta({ description: `the longest first, at most ${LIMIT}` }),
    }),
  },
  handler: async ({ deps, person }) => {
    const now = deps.realNow()
    const stations = stationsOf(person)
    const [figures, rows] = await Promise.all([
      watchFigures(deps.caseHealth, await deps.face(), now, stations),
      deps.caseHealth.stuck(stations, LIMIT),
    ])
    const roundOf = (at: number | null, lateMs: number) => ({ at: isoOrNull(at), late: at === null || now - at > lateMs })
    return answer(200, {
      at: iso(now),
      wakes: {
        late: figures.lateWakes,
        oldestSeconds: figures.oldestWakeSeconds,
        wokenToday: figures.woken.today,
        wokenInAll: figures.woken.total,
      },
      watchdog: roundOf(figures.watchdogAt, WATCHDOG_LATE_MS),
      housekeeping: roundOf(figures.housekeepingAt, HOUSEKEEPING_LATE_MS),
      postmanRuns: figures.postmanRuns,
      changes: figures.changes,
      invariants: figures.invariants.map((one) => ({ ...one, name: INVARIANT_NAMES[one.code], at: isoOrNull(one.at) })),
      counts: STUCK_KINDS.map((kind) => ({ kind, ...STUCK_WORDS[kind], count: figures.stuckByKind[kind] ?? 0 })),
      stuck: rows.map(stuckView),
    })
  },
})

/** An administrator repairs what stands still anywhere, though they read no appeal. */
function stationsOf(person: Person): readonly string[] | 'all' {
  const isAdministrator = person.kind === 'staff' && person.grants.some((grant) => grant.role === 'administrator')
  return isAdministrator ? 'all' : (supervisedStations(person) ?? [])
}

function stuckView({ number, item, kind, since, seenAt, detail }: StuckRow): z.input<typeof stuckSchema> {
  return {
    number,
    appeal: `/api/appeals/${number}`,
    item,
    kind,
    ...STUCK_WORDS[kind],
    since: iso(since),
    seenAt: iso(seenAt),
    detail: { ...detail },
  }
}
