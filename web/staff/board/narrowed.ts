import { AGE_LABELS } from '../../../domain/figures/list-labels.ts'
import { AGES } from '../../../domain/figures/figures.ts'
import type { Language } from '../../../domain/text.ts'
import type { SupervisedAppeal } from '../../http/shapes/board.ts'

/** What a list is narrowed to, in words; a code whose name no row tells stands for itself. */
export function narrowedWords(asked: URLSearchParams, appeals: readonly SupervisedAppeal[], language: Language): readonly string[] {
  const [window, item, age, person] = ['window', 'item', 'age', 'person'].map((name) => asked.get(name))
  const holder = appeals.flatMap((appeal) => appeal.tasks.flatMap((task) => task.assignee ?? [])).find((each) => each.id === person)
  const known = AGES.find((each) => each === age)
  return [
    window && (appeals.find((appeal) => appeal.window === window)?.windowName?.[language] ?? window),
    item && (appeals.find((appeal) => appeal.item.code === item)?.item.name[language] ?? item),
    asked.get('station'),
    asked.get('month'),
    known && AGE_LABELS[known][language],
    person && (holder?.name ?? person),
  ].filter((word) => typeof word === 'string' && word !== '') as readonly string[]
}
