import { assertNever } from '../../../domain/assert-never.ts'
import type { News } from '../../http/shapes/news.ts'

/** Lists and sums of many appeals; their keys begin so. */
const OF_MANY: ReadonlySet<unknown> = new Set(['tasks', 'board', 'counts', 'figures', 'appeals', 'orders'])
const OF_OFFICES: ReadonlySet<unknown> = new Set(['offices', 'window-staff', 'windows', 'stations', 'admin'])
const OF_RULES: ReadonlySet<unknown> = new Set(['items', 'calendars', 'admin'])

/** Whether what a query key names may read otherwise after this piece of news. */
export function concerns(news: News, key: readonly unknown[]): boolean {
  const [thing, which] = key
  switch (news.kind) {
    case 'appeal':
      if (thing === 'appeal') return which === news.number
      if (thing === 'task') return ofSameAppeal(news.tasks ?? [], which)
      return OF_MANY.has(thing)
    case 'presence':
      return thing === 'presence' ? news.tasks.some((task) => task === which) : thing === 'tasks' && which === 'list'
    case 'person':
      return true
    case 'offices':
      return OF_OFFICES.has(thing)
    case 'rules':
      return OF_RULES.has(thing)
    default:
      return assertNever(news)
  }
}

/** What shows due dates: it reads otherwise when time has passed, without any event. */
export function showsTime(key: readonly unknown[]): boolean {
  return OF_MANY.has(key[0]) || key[0] === 'appeal' || key[0] === 'task'
}

/** The ids of an appeal's tasks are its own with -t1, -t2, ...; where none changed, it may be any. */
function ofSameAppeal(tasks: readonly string[], which: unknown): boolean {
  const appealOf = (task: string): string => task.slice(0, task.lastIndexOf('-'))
  return tasks.length === 0 || (typeof which === 'string' && tasks.some((task) => appealOf(task) === appealOf(which)))
}
