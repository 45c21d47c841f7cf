import type { AppealScope } from '../../prisma/readers/appeal-filter.ts'
import type { Window } from '../../domain/routing/directory.ts'
import type { Grant } from '../../domain/people/actor.ts'
import type { Person } from '../sessions/person.ts'

const WINDOW_ROLES: ReadonlySet<string> = new Set(['clerk', 'window-lead', 'department-head'])
const STATION_ROLES: ReadonlySet<string> = new Set(['liaison', 'station-supervisor'])
const ALL_ROLES: ReadonlySet<string> = new Set(['province-supervisor', 'auditor'])

/** The appeals a person's lists show: those that `accessTo` lets them read. */
export function appealScope(person: Person): AppealScope {
  if (person.kind === 'expert') return { all: false, stations: [], windows: [], expertId: person.id }
  return {
    all: person.grants.some((grant) => ALL_ROLES.has(grant.role)),
    stations: unique(person.grants, STATION_ROLES, (grant) => grant.stations),
    windows: windowsOf(person),
    expertId: null,
  }
}

/** The windows whose tasks a person sees by a role at a window. */
export function windowsOf(person: Person): readonly string[] {
  return person.kind === 'expert' ? [] : unique(person.grants, WINDOW_ROLES, (grant) => grant.windows)
}

/** The windows whose tasks a person may list: their own, and all of the stations they supervise. */
export function windowsSeen(person: Person, windows: Iterable<Window>): readonly string[] {
  const stations = supervisedStations(person)
  const supervised =
    stations === null
      ? []
      : [...windows].filter((window) => stations === 'all' || stations.includes(window.station)).map((window) => window.code)
  return [...new Set([...windowsOf(person), ...supervised])]
}

/** The stations a person supervises; `all` for the province and auditors, null for nobody's supervisor. */
export function supervisedStations(person: Person): readonly string[] | 'all' | null {
  if (person.kind === 'expert') return null
  if (person.grants.some((grant) => ALL_ROLES.has(grant.role))) return 'all'
  const stations = unique(person.grants, new Set(['station-supervisor']), (grant) => grant.stations)
  return stations.length === 0 ? null : stations
}

/** The stations whose experts a person may file for (FileAppeal in domain/people/permissions.ts). */
export function filingStations(person: Person): readonly string[] {
  return person.kind === 'expert' ? [] : unique(person.grants, new Set(['liaison', 'clerk', 'window-lead']), (grant) => grant.stations)
}

/** The appeals of the stations a person supervises. */
export function supervisedScope(person: Person): AppealScope {
  const stations = supervisedStations(person)
  return { all: stations === 'all', stations: stations === 'all' || stations === null ? [] : stations, windows: [], expertId: null }
}

function unique(grants: readonly Grant[], roles: ReadonlySet<string>, of: (grant: Grant) => readonly string[]): readonly string[] {
  return [...new Set(grants.filter((grant) => roles.has(grant.role)).flatMap(of))]
}
