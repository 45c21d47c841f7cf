import type { StaffRole } from '../../domain/people/roles.ts'
import type { Deps } from '../deps.ts'
import { fieldError, invalid } from '../problems/problem.ts'

const AT_WINDOW: ReadonlySet<StaffRole> = new Set(['clerk', 'window-lead', 'department-head'])
const AT_STATION: ReadonlySet<StaffRole> = new Set(['liaison', 'station-supervisor'])

interface Place {
  readonly window: string | null
  readonly station: string | null
}

/** Where a role is held: at a window, at a station, or at neither; another place is 422 with the field. */
export async function placeOf(
  deps: Deps,
  role: StaffRole,
  wanted: { readonly window?: string | undefined; readonly station?: string | undefined },
): Promise<Place> {
  const offices = await deps.offices()
  const window = held(AT_WINDOW.has(role), 'window', wanted.window, (code) => offices.windows.has(code))
  const station = held(AT_STATION.has(role), 'station', wanted.station, (code) => offices.stations.has(code))
  return { window, station }
}

function held(needed: boolean, field: 'window' | 'station', code: string | undefined, exists: (code: string) => boolean): string | null {
  if (!needed && code !== undefined) throw invalid([fieldError(field, 'unknown-field')])
  if (!needed) return null
  if (code === undefined) throw invalid([fieldError(field, 'required')])
  if (!exists(code)) throw invalid([fieldError(field, 'unknown', { value: code })])
  return code
}
