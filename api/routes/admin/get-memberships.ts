import { z } from 'zod'
import { given } from '../../admin/written.ts'
import { answer, defineRoute } from '../../route.ts'
import { membershipSchema } from '../../schemas/admin.ts'
import { code, nothing, uuid } from '../../schemas/input.ts'

/** Who holds which role where, and since when. */
export const getMemberships = defineRoute({
  method: 'get',
  path: '/api/admin/memberships',
  tag: 'administration',
  summary: { zh: '任职', en: 'Memberships' },
  allow: ['administrator', 'auditor'],
  audit: 'own',
  key: 'none',
  params: nothing,
  query: z.strictObject({ staffId: uuid.optional(), window: code.optional(), station: code.optional() }),
  body: nothing,
  answers: { 200: z.object({ memberships: z.array(membershipSchema) }) },
  handler: async ({ deps, query }) => answer(200, { memberships: [...(await deps.memberships.list(given(query)))] }),
})
