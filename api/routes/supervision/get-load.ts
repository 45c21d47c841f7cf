import { supervisedStations } from '../../cases/scope.ts'
import { figureTime } from '../../figures/figure-time.ts'
import { counted } from '../../figures/list-href.ts'
import { answer, defineRoute } from '../../route.ts'
import { loadSchema } from '../../schemas/figures.ts'
import { nothing } from '../../schemas/input.ts'
import { iso } from '../../views/iso.ts'

const KEPT_MS = 1_000
const LIMIT = 200

/** Who holds how many open appeals, the greatest load first. */
export const getLoad = defineRoute({
  method: 'get',
  path: '/api/supervision/load',
  tag: 'supervision',
  summary: { zh: '人员负荷', en: 'Load of people' },
  allow: ['station-supervisor', 'province-supervisor', 'auditor'],
  audit: 'own',
  key: 'none',
  params: nothing,
  query: nothing,
  body: nothing,
  answers: { 200: loadSchema },
  handler: async ({ deps, person, at }) => {
    const stations = supervisedStations(person) ?? []
    const body = await deps.kept(`load ${JSON.stringify(stations)}`, KEPT_MS, async () => {
      const rows = await deps.figureReader.held(stations, await figureTime(deps, at), LIMIT)
      const names = await deps.staffNames(rows.map((row) => row.person))
      return {
        at: iso(at),
        people: rows.map((row) => ({
          person: { id: row.person, name: names.get(row.person) ?? null },
          held: counted(row.held, 'held', { person: row.person }),
          overdue: counted(row.overdue, 'held-overdue', { person: row.person }),
        })),
      }
    })
    return answer(200, body)
  },
})
