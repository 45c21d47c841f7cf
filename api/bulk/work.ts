import type { z } from 'zod'
import type { BulkPress, BulkRow } from '../../prisma/stores/bulk-store.ts'
import type { Deps } from '../deps.ts'
import { fieldErrors } from '../problems/from-zod.ts'
import { invalid, ProblemError } from '../problems/problem.ts'
import { isUnavailable } from '../problems/unavailable.ts'
import type { Call } from '../route.ts'
import type { bulkSchema } from '../schemas/bulk.ts'
import type { Person } from '../sessions/person.ts'
import { bulkRoute, rowBody } from './press.ts'

/** A part ends in good time before an answer is due. */
const PART_MS = 2_500
/** Rows under way at once: the engine serves several cases side by side, the database's pool is shared. */
const ABREAST = 4

type AnyCall = Call<unknown, unknown, unknown, Person>

/**
 * Works on what a press has left, for a part's time, and answers every row as it stands. Each row is the
 * single command under a key of its own, so a part that was cut off is taken up again without doing
 * anything twice. Throws where a part of the system is away before a single row came to its end.
 */
export async function workOn(call: AnyCall, press: BulkPress): Promise<z.input<typeof bulkSchema>> {
  const { deps } = call
  const waiting = (await deps.bulk.rows(press.id)).filter((row) => row.state === 'waiting')
  const until = deps.realNow() + PART_MS
  let ended = 0
  const queue = waiting.values()
  const lane = async (): Promise<void> => {
    for (const row of queue) {
      if (deps.realNow() >= until) return
      await deps.bulk.end(press.id, row.ordinal, await pressOne(call, press, row))
      ended += 1
    }
  }
  const lanes = await Promise.allSettled(Array.from({ length: ABREAST }, lane))
  const failed = lanes.find((each) => each.status === 'rejected')
  if (failed !== undefined && (ended === 0 || !isAway(failed.reason))) throw failed.reason
  return standing(deps, press)
}

/** How a press on many stands now; its words are erased once nothing is left to do. */
async function standing(deps: Deps, press: BulkPress): Promise<z.input<typeof bulkSchema>> {
  const rows = await deps.bulk.rows(press.id)
  const finished = rows.every((row) => row.state !== 'waiting')
  if (finished) await deps.bulk.finish(press.id)
  return {
    id: press.id,
    command: press.command,
    total: rows.length,
    finished,
    beyond: press.beyond,
    results: rows.map(({ target, number, state, problem }) => ({ target, number, state, problem })),
  }
}

/** Null where the command took effect, else why it did not. Throws what is no refusal. */
async function pressOne(call: AnyCall, press: BulkPress, row: BulkRow): Promise<BulkRow['problem']> {
  const found = bulkRoute(press.command)
  if (found === null) throw new Error(`press ${press.id} has the command ${press.command}, which is none`)
  try {
    const body = found.route.body.safeParse(rowBody(press.command, press.body, row.version), { reportInput: true })
    if (!body.success) throw invalid(fieldErrors(body.error))
    const key = `${press.id}.${row.ordinal}`
    await found.route.run({ ...call, params: { [found.param]: row.target }, query: {}, body: body.data, key, at: await call.deps.now() })
    return null
  } catch (error) {
    if (!(error instanceof ProblemError) || isAway(error)) throw error
    const { code, text, errors } = error.problem
    const first = code === 'invalid' ? errors[0] : undefined
    return { code, zh: first?.zh ?? text.zh, en: first?.en ?? text.en }
  }
}

function isAway(error: unknown): boolean {
  return error instanceof ProblemError ? error.problem.status >= 500 : isUnavailable(error)
}
