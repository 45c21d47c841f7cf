import { z } from 'zod'
import { TIERS } from '../../../domain/routing/item.ts'
import { filingStations } from '../../cases/scope.ts'
import { answer, defineRoute } from '../../route.ts'
import { nothing } from '../../schemas/input.ts'

const LIMIT = 20

/** Experts of the stations a person may file for, by the beginning of name or address. */
export const getExperts = defineRoute({
  method: 'get',
  path: '/api/experts',
  tag: 'offices',
  summary: { zh: '查找专家', en: 'Find an expert' },
  allow: ['liaison', 'clerk', 'window-lead'],
  audit: 'personal',
  key: 'none',
  params: nothing,
  query: z.strictObject({ q: z.string().trim().min(1).max(100) }),
  body: nothing,
  answers: {
    200: z.object({
      experts: z.array(
        z.object({ id: z.string(), name: z.string(), tier: z.enum(TIERS), station: z.string(), employer: z.string().nullable() }),
      ),
    }),
  },
  handler: async ({ deps, person, query }) => {
    const found = await deps.people.findExperts(query.q, filingStations(person), LIMIT)
    const experts = found.map(({ id, name, tier, station, employer }) => ({ id, name, tier, station, employer }))
    return answer(200, { experts }, { reads: experts.map(({ id }) => ({ kind: 'expert', id })) })
  },
})
