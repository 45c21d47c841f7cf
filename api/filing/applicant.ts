import type { ExpertPerson } from '../../prisma/readers/people-reader.ts'
import type { Deps } from '../deps.ts'
import { fieldError, invalid, problem } from '../problems/problem.ts'
import type { Person } from '../sessions/person.ts'

/** The expert an appeal is for: an expert files for themself only, staff and liaisons name whom they file for. */
export async function applicantOf(deps: Deps, person: Person, expertId: string | undefined): Promise<ExpertPerson> {
  if (person.kind === 'expert' && expertId !== undefined && expertId !== person.id) throw problem('not-in-scope', { field: 'expertId' })
  const id = person.kind === 'expert' ? person.id : expertId
  if (id === undefined) throw invalid([fieldError('expertId', 'required')])
  const expert = await deps.people.expertById(id)
  if (expert === null) throw invalid([fieldError('expertId', 'unknown', { value: id })])
  return expert
}
