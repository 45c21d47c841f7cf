import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { inParallel } from './in-parallel.ts'
import { expectStatus, type OfficeClient } from './office-client.ts'
import type { Story } from './story.ts'
import { shows, type Want } from './wants.ts'

const AT_ONCE = 4
const PAUSE_MS = 500

const detail = z.object({
  status: z.string(),
  colour: z.string(),
  result: z.string().nullable(),
  rating: z.number().nullable(),
  tasks: z.array(z.object({ role: z.string(), status: z.string(), opinion: z.string().nullable() })),
  clocks: z.array(z.object({ kind: z.string(), expired: z.boolean(), stoppedAt: z.string().nullable() })),
  pending: z.object({
    pause: z.object({ reason: z.string() }).nullable(),
    question: z.unknown(),
    extensionRequest: z.unknown(),
    arbitration: z.unknown(),
  }),
})
const history = z.object({ events: z.array(z.object({ type: z.string(), data: z.record(z.string(), z.unknown()) })) })

/** What a story should show and does not. */
export interface MissingState {
  readonly story: string
  readonly want: Want
}

/** Which wanted states the appeals do not show, as a supervisor of the province reads them; given up after `patienceMs`. */
export async function missingStates(
  client: OfficeClient,
  token: string,
  stories: readonly Story[],
  numbers: ReadonlyMap<string, string>,
  patienceMs: number,
): Promise<MissingState[]> {
  const until = Date.now() + patienceMs
  for (let left = stories; ; ) {
    const missing = (await inParallel(left, AT_ONCE, (story) => missingOf(client, token, story, numbers.get(story.key)))).flat()
    if (missing.length === 0 || Date.now() > until) return missing
    left = left.filter((story) => missing.some((one) => one.story === story.key))
    await sleep(PAUSE_MS)
  }
}

async function missingOf(client: OfficeClient, token: string, { key, wants }: Story, number: string | undefined): Promise<MissingState[]> {
  if (number === undefined) return wants.map((want) => ({ story: key, want }))
  const read = async (path: string): Promise<unknown> => expectStatus(await client.get(token, path), 200, path)
  const seen = detail.parse(await read(`/api/appeals/${number}`))
  const { events } = history.parse(await read(`/api/appeals/${number}/events`))
  return wants.filter((want) => !shows(want, { ...seen, events })).map((want) => ({ story: key, want }))
}
