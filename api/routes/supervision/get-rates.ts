import { z } from 'zod'
import { RATE_WORDS } from '../../../domain/figures/figure-words.ts'
import { RATE_SETS, RATES } from '../../../domain/figures/figures.ts'
import { lastMonths } from '../../../domain/figures/months.ts'
import { supervisedStations } from '../../cases/scope.ts'
import { figureTime } from '../../figures/figure-time.ts'
import { counted } from '../../figures/list-href.ts'
import { answer, defineRoute } from '../../route.ts'
import { ratesSchema } from '../../schemas/figures.ts'
import { code, nothing } from '../../schemas/input.ts'
import { iso } from '../../views/iso.ts'

/** Past months hardly move, so they may be half a minute old. */
const KEPT_MS = 30_000

/** The rates that offices are judged by, month by month, the present month last. */
export const getRates = defineRoute({
  method: 'get',
  path: '/api/supervision/rates',
  tag: 'supervision',
  summary: { zh: '各项比率（按月）', en: 'Rates by month' },
  allow: ['station-supervisor', 'province-supervisor', 'auditor'],
  audit: 'own',
  key: 'none',
  params: nothing,
  query: z.strictObject({
    months: z.coerce.number().int().min(1).max(24).default(12),
    window: code.optional(),
    item: code.optional(),
    station: code.optional(),
  }),
  body: nothing,
  answers: { 200: ratesSchema },
  handler: async ({ deps, person, query, at }) => {
    const stations = supervisedStations(person) ?? []
    const { months: count, ...given } = query
    const narrowed = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    const body = await deps.kept(`rates ${JSON.stringify([stations, query])}`, KEPT_MS, async () => {
      const rows = await deps.figureReader.months(stations, await figureTime(deps, at), lastMonths(at, count), narrowed)
      return {
        at: iso(at),
        months: rows.map(({ month, counts }) => ({
          month,
          received: counted(counts.received, 'received', { ...narrowed, month }),
          closed: counted(counts.closed, 'closed', { ...narrowed, month }),
        })),
        rates: RATES.map((rate) => {
          const { share, of } = RATE_SETS[rate]
          return {
            rate,
            ...RATE_WORDS[rate],
            months: rows.map(({ month, counts }) => ({
              month,
              share: counted(counts[share], share, { ...narrowed, month }),
              of: counted(counts[of], of, { ...narrowed, month }),
              percent: percentOf(counts[share], counts[of]),
            })),
          }
        }),
      }
    })
    return answer(200, body)
  },
})

/** To one decimal; null of nothing. */
function percentOf(share: number, of: number): number | null {
  return of === 0 ? null : Math.round((share * 1000) / of) / 10
}
