export const VIEWS = ['mine', 'unclaimed', 'waiting', 'overdue', 'done'] as const
export type View = (typeof VIEWS)[number]

/** Everything the workbench shows, as the address bar carries it. */
export interface DeskState {
  readonly view: View
  readonly window: string | null
  /** Beginning of a number or of an expert's name. */
  readonly q: string
  /** Id of the task whose drawer is open. */
  readonly open: string | null
}

export function readState(search: string): DeskState {
  const query = new URLSearchParams(search)
  return {
    view: VIEWS.find((view) => view === query.get('view')) ?? 'mine',
    window: query.get('window') || null,
    q: query.get('q') ?? '',
    open: query.get('open') || null,
  }
}

/** The address for a state; what is as usual is left out, so that equal states have equal addresses. */
export function addressOf(state: DeskState): string {
  const query = queryOf(state, state.open)
  return query === '' ? '/desk' : `/desk?${query}`
}

/** What a saved view keeps: the list, not the task that happens to be open. */
export function listQuery(state: DeskState): string {
  return queryOf(state, null)
}

/** The query of the API for the list of a state, and for its counts without the view. */
export function narrowing({ window, q }: DeskState): string {
  const query = new URLSearchParams()
  if (window !== null) query.set('window', window)
  if (q.trim() !== '') query.set('q', q.trim())
  return query.toString()
}

function queryOf({ view, window, q }: DeskState, open: string | null): string {
  const query = new URLSearchParams()
  if (view !== 'mine') query.set('view', view)
  if (window !== null) query.set('window', window)
  if (q.trim() !== '') query.set('q', q.trim())
  if (open !== null) query.set('open', open)
  return query.toString()
}
