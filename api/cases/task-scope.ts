import type { Instant } from '../../domain/clocks/types.ts'
import type { TaskScope } from '../../prisma/readers/task-reader.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problems/problem.ts'
import type { Person } from '../sessions/person.ts'
import { windowsSeen } from './scope.ts'

/** What narrows a list of tasks. */
export interface TaskNarrowing {
  readonly window?: string | undefined
  readonly q?: string | undefined
}

/** The tasks a person may list, narrowed; 403 for a window that is not theirs to see. */
export async function taskScope(deps: Deps, person: Person, at: Instant, { window, q }: TaskNarrowing): Promise<TaskScope> {
  const seen = windowsSeen(person, (await deps.offices()).windows.values())
  if (window !== undefined && !seen.includes(window)) throw problem('not-in-scope', { field: 'window' })
  const actingFor = person.kind === 'staff' ? person.grants.flatMap((grant) => (grant.actingFor === null ? [] : [grant.actingFor])) : []
  return {
    windows: window === undefined ? seen : [window],
    staff: [person.id, ...new Set(actingFor)],
    now: at,
    ...(window !== undefined && { window }),
    ...(q !== undefined && { q }),
  }
}
