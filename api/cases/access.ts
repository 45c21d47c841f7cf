import type { Audience } from '../../domain/case/audience.ts'
import { homeStation } from '../../domain/case/lookups.ts'
import type { CaseState } from '../../domain/case/state.ts'
import type { Grant } from '../../domain/people/actor.ts'
import type { Person } from '../sessions/person.ts'

/** What a person may read of one appeal: the widest circle they belong to, and confidential form answers or not. */
export interface Access {
  readonly circle: Audience
  /** Own answers, and those of appeals one's window works on; nobody else reads them (item.ts). */
  readonly confidential: boolean
}

/**
 * Least privilege: an expert reads their own appeals, a liaison those of their stations as the expert
 * does, staff those that their windows have or had, supervisors those of their stations, province
 * supervisors and auditors all. Administrators read none. Null where nothing may be read.
 */
export function accessTo(state: CaseState, person: Person): Access | null {
  if (person.kind === 'expert') return person.id === state.start.expert.id ? { circle: 'expert', confidential: true } : null
  const found = person.grants.map((grant) => accessBy(grant, state)).filter((access) => access !== null)
  if (found.length === 0) return null
  const circle = (['supervisor', 'staff', 'expert'] as const).find((each) => found.some((access) => access.circle === each)) ?? 'expert'
  return { circle, confidential: found.some((access) => access.confidential) }
}

function accessBy(grant: Grant, state: CaseState): Access | null {
  switch (grant.role) {
    case 'clerk':
    case 'window-lead':
    case 'department-head':
      return windowsOf(state).some((window) => grant.windows.includes(window))
        ? { circle: 'staff', confidential: grant.role !== 'department-head' }
        : null
    case 'liaison':
      return grant.stations.includes(homeStation(state).code) ? { circle: 'expert', confidential: false } : null
    case 'station-supervisor':
      return grant.stations.includes(homeStation(state).code) ? { circle: 'supervisor', confidential: false } : null
    case 'province-supervisor':
    case 'auditor':
      return { circle: 'supervisor', confidential: false }
    case 'administrator':
      return null
  }
}

/** Windows that have or had a task of the appeal, and the accountable one. */
function windowsOf(state: CaseState): readonly string[] {
  const windows = Object.values(state.tasks).map((task) => task.window)
  return state.accountableWindow === null ? windows : [...windows, state.accountableWindow]
}
