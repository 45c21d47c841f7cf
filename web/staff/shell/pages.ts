import type { Role } from '../../../domain/people/roles.ts'
import type { Person } from '../../http/person.ts'

/** A page of the main menu; its name is a text of the shell. */
export interface MenuPage {
  readonly path: string
  readonly name: 'workbench' | 'board' | 'admin'
  readonly roles: readonly Role[]
}

const SUPERVISING = ['station-supervisor', 'province-supervisor', 'department-head', 'administrator', 'auditor'] as const

const PAGES: readonly MenuPage[] = [
  {
    path: '/desk',
    name: 'workbench',
    roles: ['clerk', 'window-lead', 'department-head', 'station-supervisor', 'province-supervisor', 'auditor', 'liaison'],
  },
  { path: '/board', name: 'board', roles: ['station-supervisor', 'province-supervisor', 'auditor'] },
  { path: '/admin', name: 'admin', roles: ['administrator', 'auditor'] },
]

/** The pages of the menu that the person's roles open. */
export function pagesFor(person: Person): readonly MenuPage[] {
  return PAGES.filter((page) => page.roles.some((role) => person.roles.includes(role)))
}

export const mayWatch = (person: Person): boolean => SUPERVISING.some((role) => person.roles.includes(role))
