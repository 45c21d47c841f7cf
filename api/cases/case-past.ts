import { z } from 'zod'
import { fold } from '../../domain/case/index.ts'
import type { CaseState } from '../../domain/case/state.ts'
import type { Instant } from '../../domain/clocks/types.ts'
import type { CaseHistory } from '../../prisma/readers/case-reader.ts'
import type { Deps } from '../deps.ts'
import { fieldError, invalid, problem } from '../problems/problem.ts'
import { instant } from '../schemas/input.ts'
import type { Person } from '../sessions/person.ts'
import { iso } from '../views/iso.ts'
import { type Reader, readerOf } from '../views/reader.ts'
import { caseOf, requireAccess } from './open-case.ts'

/** An appeal from its filing up to an instant, for a report about its past. */
export interface CasePast extends CaseHistory {
  readonly state: CaseState
  /** Its `now` is the instant that was asked for, else the present, never before the last event. */
  readonly reader: Reader
}

/** The query of such a report. */
export const asOfQuery = z.strictObject({
  asOf: instant.optional().meta({ description: 'as it was at that instant, ISO 8601 with zone; from the receipt of the appeal to now' }),
})

/** When it is asked, and for which instant, if not for the present. */
interface Asked {
  readonly at: Instant
  readonly asOf: Instant | undefined
}

/**
 * Reads the past of an appeal for a person who may see it now; throws the problem that `requireAccess` names
 * for others, and 422 for an instant before its receipt or after the present. What came after that instant is left out.
 */
export async function casePast(deps: Deps, person: Person, reference: string, { at, asOf }: Asked): Promise<CasePast> {
  const known = await caseOf(deps, reference)
  const access = requireAccess(known, person)
  const history = await deps.cases.history(known.start.caseId)
  if (history === null) throw problem('unknown-appeal', { field: 'number' })
  const present = Math.max(at, ...history.events.slice(-1).map((event) => event.at))
  const now = asOf ?? present
  const received = history.events[0]?.at ?? present
  if (now < received) throw invalid([fieldError('asOf', 'too-small', { minimum: iso(received) })])
  if (now > present) throw invalid([fieldError('asOf', 'too-big', { maximum: iso(present) })])
  const events = history.events.filter((event) => event.at <= now)
  return { start: history.start, events, state: fold(history.start, events), reader: await readerOf(deps, person, access, now, []) }
}
