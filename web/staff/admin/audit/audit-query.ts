/** What is searched; '' leaves it open. Days are of the offices' calendar (UTC+8), both included. */
export interface AuditAsked {
  readonly who: string
  readonly number: string
  readonly type: string
  readonly from: string
  readonly to: string
}

export const NOTHING_ASKED: AuditAsked = { who: '', number: '', type: '', from: '', to: '' }
const DAY_MS = 86_400_000

/** The query of one page of a search. */
export function auditQuery(asked: AuditAsked, cursor: string): string {
  const query = new URLSearchParams()
  for (const name of ['who', 'number', 'type'] as const) if (asked[name].trim() !== '') query.set(name, asked[name].trim())
  if (asked.from !== '') query.set('from', new Date(`${asked.from}T00:00:00+08:00`).toISOString())
  if (asked.to !== '') query.set('to', new Date(Date.parse(`${asked.to}T00:00:00+08:00`) + DAY_MS).toISOString())
  if (cursor !== '') query.set('cursor', cursor)
  return query.toString()
}
