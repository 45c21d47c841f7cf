import type { Language } from '../../../domain/text.ts'
import type { Action } from '../../http/shapes/appeal.ts'
import type { Outcome } from '../../http/shapes/task.ts'
import { specOf } from './table.ts'

/** What the button of an action says: its effect; of a completion, where it leads. A command unknown here says its name. */
export function effectOf(action: Pick<Action, 'kind' | 'name'>, outcomes: readonly Outcome[], language: Language): string {
  if (action.kind === 'CompleteTask' && outcomes.length > 0) return completionWords(outcomes, language)
  return specOf(action.kind)?.effect[language] ?? action.name[language]
}

function completionWords(outcomes: readonly Outcome[], language: Language): string {
  const kinds = new Set(outcomes.map((outcome) => outcome.leadsTo.kind))
  const zh = language === 'zh'
  if (kinds.size === 1 && kinds.has('close')) return zh ? '办结并通知专家' : 'Close and tell the expert'
  if (kinds.has('close')) return zh ? '办理：转下一环节或办结' : 'Complete: go on or close'
  return zh ? '办理并转下一环节' : 'Complete and go on'
}

/** What sending does once an outcome is chosen. */
export function outcomeEffect(outcome: Outcome, language: Language): string {
  const zh = language === 'zh'
  switch (outcome.leadsTo.kind) {
    case 'close':
      return zh ? '办结并通知专家' : 'Close and tell the expert'
    case 'ask-expert':
      return zh ? '询问专家' : 'Ask the expert'
    case 'stage':
      return zh ? `办理，${outcome.leadsTo.zh}` : `Complete, ${outcome.leadsTo.en}`
  }
}
