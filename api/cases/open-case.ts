import { refuse } from '../../domain/case/refusal.ts'
import type { CaseState } from '../../domain/case/state.ts'
import type { Deps } from '../deps.ts'
import { problem, refusalProblem } from '../problems/problem.ts'
import type { Person } from '../sessions/person.ts'
import { type Access, accessTo } from './access.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const NUMBER = /^HY-\d{4}-\d{6,9}-\d$/
const TASK = /^([0-9a-f-]{36})-t[1-9]\d{0,5}$/

/** The appeal of that number or id; 404 where there is none. */
export async function caseOf(deps: Deps, reference: string): Promise<CaseState> {
  const known = NUMBER.test(reference) || UUID.test(reference)
  const state = known ? await deps.cases.load(reference) : null
  if (state === null) throw problem('unknown-appeal', { field: 'number' })
  return state
}

/** The appeal a task belongs to; 404 where there is no such task. */
export async function caseOfTask(deps: Deps, taskId: string): Promise<CaseState> {
  const caseId = TASK.exec(taskId)?.[1]
  const state = caseId !== undefined && UUID.test(caseId) ? await deps.cases.load(caseId) : null
  if (state === null || !Object.hasOwn(state.tasks, taskId)) throw refusalProblem(refuse('unknown-task', { field: 'id' }))
  return state
}

/** What the person may read of the appeal. An expert does not learn that another's appeal exists; staff are told that it is not theirs. */
export function requireAccess(state: CaseState, person: Person): Access {
  const access = accessTo(state, person)
  if (access !== null) return access
  throw person.kind === 'expert' ? problem('unknown-appeal', { field: 'number' }) : problem('not-in-scope')
}
