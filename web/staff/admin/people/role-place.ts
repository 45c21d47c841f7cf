import type { StaffRole } from '../../../../domain/people/roles.ts'

/** Where a role is held: the API asks for a window, a station or neither. */
export function placeOfRole(role: StaffRole): 'window' | 'station' | null {
  switch (role) {
    case 'clerk':
    case 'window-lead':
    case 'department-head':
      return 'window'
    case 'liaison':
    case 'station-supervisor':
      return 'station'
    case 'province-supervisor':
    case 'administrator':
    case 'auditor':
      return null
  }
}
