import { refuse } from '../../domain/case/refusal.ts'
import type { Window } from '../../domain/routing/directory.ts'
import type { Deps } from '../deps.ts'
import { fieldError, invalid, refusalProblem } from '../problems/problem.ts'

/** The window of that code, as a command carries it; 422 where the province has none. */
export async function windowNamed(deps: Deps, code: string, field = 'window'): Promise<Window> {
  const window = (await deps.offices()).windows.get(code)
  if (window === undefined) throw invalid([fieldError(field, 'unknown', { value: code })])
  const { code: id, department, function: duty, station, calendar } = window
  return { code: id, department, function: duty, station, calendar }
}

/** Id of a staff member, by user name or id, who works at the window today; 422 for anybody else. */
export async function memberOf(deps: Deps, named: string, window: string, field = 'to'): Promise<string> {
  const staff = UUID.test(named) ? await deps.people.staffById(named) : await deps.people.staffByUsername(named)
  const grants = staff === null || !staff.active ? [] : await deps.people.grantsOf(staff.id, await deps.today())
  const works = grants.some((grant) => grant.actingFor === null && WORKERS.has(grant.role) && grant.windows.includes(window))
  if (staff === null || !works) throw refusalProblem(refuse('person-not-in-window', { field }))
  return staff.id
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const WORKERS: ReadonlySet<string> = new Set(['clerk', 'window-lead'])
