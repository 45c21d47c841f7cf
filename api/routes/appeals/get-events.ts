import { z } from 'zod'
import { caseOf, requireAccess } from '../../cases/open-case.ts'
import { appealRead, READS_APPEAL } from '../../cases/reading.ts'
import { defineRoute } from '../../route.ts'
import { eventSchema } from '../../schemas/event.ts'
import { eventViews } from '../../views/event-view.ts'
import { readerOf } from '../../views/reader.ts'

/** The history of one appeal, as far as the person may read it. */
export const getEvents = defineRoute({
  ...READS_APPEAL,
  path: '/api/appeals/:number/events',
  tag: 'appeals',
  summary: { zh: '诉求经过', en: 'History of an appeal' },
  query: z.strictObject({
    since: z.coerce.number().int().min(0).max(1_000_000).default(0).meta({ description: 'only events after this seq' }),
  }),
  answers: { 200: z.object({ number: z.string(), version: z.int(), events: z.array(eventSchema) }) },
  handler: async ({ deps, person, params, query, at }) => {
    const state = await caseOf(deps, params.number)
    const access = requireAccess(state, person)
    const events = await deps.cases.events(state.start.caseId)
    const [reader, texts] = await Promise.all([readerOf(deps, person, access, at, [state], events), deps.texts.ofCase(state.start.caseId)])
    const shown = eventViews(state, events, texts, reader).filter(({ seq }) => seq > query.since)
    const body = { number: state.start.number, version: state.seq, events: shown }
    return appealRead(state.start, body)
  },
})
