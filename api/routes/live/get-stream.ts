import { z } from 'zod'
import { ROLES } from '../../../domain/people/roles.ts'
import { answer, defineRoute } from '../../route.ts'
import { nothing, octets } from '../../schemas/input.ts'

const position = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
/** How old what a page shows may be and still be caught up with. */
const LONGEST_BEHIND_MS = 600_000

/**
 * Tells a page what changed, as it happens: server-sent events, filtered by the rights of the moment. The
 * `id` of each is where a stream begins again after a cut (`Last-Event-ID`, or `after`); a first one names
 * in `behind` how many milliseconds old its data are.
 */
export const getStream = defineRoute({
  method: 'get',
  path: '/api/stream',
  tag: 'live',
  summary: {
    zh: '实时变化流（text/event-stream）；以 Last-Event-ID 续传',
    en: 'Changes as they happen (text/event-stream); resumed by Last-Event-ID',
  },
  allow: ROLES,
  audit: 'own',
  key: 'none',
  params: nothing,
  query: z.strictObject({
    after: position.optional().meta({ description: 'Id of the last event heard; the header Last-Event-ID wins.' }),
    behind: z.coerce
      .number()
      .int()
      .min(0)
      .max(LONGEST_BEHIND_MS)
      .default(0)
      .meta({ description: 'Age of the data shown, in milliseconds.' }),
  }),
  body: nothing,
  answers: { 200: octets },
  handler: async ({ deps, person, query, request }) => {
    const last = position.safeParse(request.get('last-event-id') || query.after)
    const file = await deps.live.open(person, last.success ? { after: last.data } : { behindMs: query.behind })
    return answer(200, undefined, { file, headers: HEADERS })
  },
})

/** Nothing on the way may keep events back. */
const HEADERS = { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' }
