import { useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext } from 'react'
import type { Person } from '../../http/person.ts'
import { client } from './client.ts'

const PersonContext = createContext<Person | null>(null)

export const ME = ['me'] as const

/** The person the browser's session belongs to; undefined while that is not known, null when signed out. */
export function useMe(): Person | null | undefined {
  const { data, isError } = useQuery({ queryKey: ME, queryFn: () => client.ask<Person>('GET', '/api/me'), retry: false, staleTime: 60_000 })
  return isError && data === undefined ? null : data
}

export function PersonProvider({ person, children }: { readonly person: Person; readonly children: ReactNode }): ReactNode {
  return <PersonContext value={person}>{children}</PersonContext>
}

/** Who works with the page; only within the signed-in part of it. */
export function usePerson(): Person {
  const person = useContext(PersonContext)
  if (person === null) throw new Error('usePerson outside of the signed-in part')
  return person
}
