import { assertNever } from '../../domain/assert-never.ts'
import type { News } from '../../prisma/readers/news-reader.ts'
import { appealScope } from '../cases/scope.ts'
import type { Person } from '../sessions/person.ts'

/** One piece of news as a page hears it: that something changed, never what it is about. */
export type NewsView =
  | { readonly kind: 'appeal'; readonly number: string }
  | { readonly kind: 'appeal'; readonly number: string; readonly seq: number; readonly tasks: readonly string[] }
  | { readonly kind: 'presence'; readonly tasks: readonly string[] }
  | { readonly kind: 'person' | 'offices' | 'rules' }

/** The news as this person may hear it; null where it is none of theirs. Experts hear only of what they may read. */
export function newsFor(person: Person, news: News): NewsView | null {
  switch (news.kind) {
    case 'appeal': {
      if (news.number === null || news.seq === null || !concerns(person, news)) return null
      if (person.kind === 'expert') return news.forExpert ? { kind: 'appeal', number: news.number } : null
      return { kind: 'appeal', number: news.number, seq: news.seq, tasks: news.tasks }
    }
    case 'presence':
      return person.kind === 'staff' && concerns(person, news) ? { kind: 'presence', tasks: news.tasks } : null
    case 'person':
      return news.personId === person.id ? { kind: 'person' } : null
    case 'offices':
    case 'rules':
      return person.kind === 'staff' ? { kind: news.kind } : null
    default:
      return assertNever(news.kind)
  }
}

/** The same sets as the lists of `appealScope`. */
function concerns(person: Person, { station, expertId, windows }: News): boolean {
  const scope = appealScope(person)
  if (scope.all) return true
  if (scope.expertId !== null) return scope.expertId === expertId
  return (station !== null && scope.stations.includes(station)) || windows.some((window) => scope.windows.includes(window))
}
