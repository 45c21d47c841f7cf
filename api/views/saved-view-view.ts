import type { z } from 'zod'
import type { SavedView } from '../../prisma/stores/saved-view-store.ts'
import type { Deps } from '../deps.ts'
import { windowsSeen } from '../cases/scope.ts'
import { problem } from '../problems/problem.ts'
import type { savedViewSchema } from '../schemas/saved-view.ts'
import type { Person } from '../sessions/person.ts'

export function savedViewView({ ownerId, ...view }: SavedView, person: Person): z.input<typeof savedViewSchema> {
  return { ...view, mine: ownerId === person.id }
}

/** The windows a view is shared with: those its owner sees now. */
export async function sharedWindows(deps: Deps, person: Person, shared: boolean): Promise<readonly string[] | null> {
  return shared ? windowsSeen(person, (await deps.offices()).windows.values()) : null
}

/** One's own view of that id; 404 for what is not there, or another's. */
export async function ownView(deps: Deps, person: Person, id: string): Promise<SavedView> {
  const view = await deps.savedViews.find(id)
  if (view === null || view.ownerId !== person.id) throw problem('unknown-view', { field: 'id' })
  return view
}
