import { fold } from '../../domain/case/index.ts'
import type { CaseState } from '../../domain/case/state.ts'
import type { Instant } from '../../domain/clocks/types.ts'
import type { CaseHistory } from '../../prisma/readers/case-reader.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problems/problem.ts'
import type { Person } from '../sessions/person.ts'
import { type Reader, readerOf } from '../views/reader.ts'
import { caseOf, requireAccess } from './open-case.ts'

/** An appeal from its filing on, for a report about its past. */
export interface CasePast extends CaseHistory {
  readonly state: CaseState
  /** Its `now` is never before the last event. */
  readonly reader: Reader
}

/** Reads the whole past of an appeal for a person who may see it; throws the problem that `requireAccess` names for others. */
export async function casePast(deps: Deps, person: Person, reference: string, now: Instant): Promise<CasePast> {
  const known = await caseOf(deps, reference)
  const access = requireAccess(known, person)
  const history = await deps.cases.history(known.start.caseId)
  if (history === null) throw problem('unknown-appeal', { field: 'number' })
  const state = fold(history.start, history.events)
  return { ...history, state, reader: await readerOf(deps, person, access, Math.max(now, state.at), []) }
}
