import { AUDIENCE_OF } from '../../../domain/case/audience.ts'
import type { EventType } from '../../../domain/case/event.ts'
import type { CaseEventLine } from '../../http/shapes/case.ts'

/** What was written with an event: the name of its label, and the words. */
export interface WrittenWords {
  readonly label: WordsLabel
  readonly text: string
  /** True for what the expert reads too. */
  readonly isForExpert: boolean
}

export type WordsLabel = 'reply' | 'note' | 'message' | 'question' | 'answer' | 'reasons' | 'evidence' | 'officeInCharge'

const LABELS: Readonly<Record<string, WordsLabel>> = {
  reply: 'reply',
  note: 'note',
  question: 'question',
  answer: 'answer',
  reasons: 'reasons',
  evidence: 'evidence',
  officeInCharge: 'officeInCharge',
}

/** Events whose note is a message between the expert and the office, and no internal note. */
const MESSAGES: ReadonlySet<string> = new Set<EventType>(['DeficiencyNoticeIssued', 'MaterialsSupplemented', 'AppealUrged', 'AppealRated'])
/** Events whose `reason` is free text; of others it is a code, which their sentence tells. */
const REASONED: ReadonlySet<string> = new Set<EventType>(['TaskReassigned', 'AppealReopened'])
const FOR_EXPERT: ReadonlySet<WordsLabel> = new Set(['reply', 'message', 'question', 'officeInCharge'])

/** Everything that was written with an event. */
export function wordsOf({ type, data }: Pick<CaseEventLine, 'type' | 'data'>): readonly WrittenWords[] {
  return Object.entries(data).flatMap(([name, value]) => {
    const label = name === 'reason' && REASONED.has(type) ? 'reasons' : LABELS[name]
    if (label === undefined || typeof value !== 'string' || value === '') return []
    const told = label === 'note' && MESSAGES.has(type) ? 'message' : label
    return [{ label: told, text: value, isForExpert: FOR_EXPERT.has(told) || type === 'QuestionAnswered' }]
  })
}

export function isEventType(type: string): type is EventType {
  return Object.hasOwn(AUDIENCE_OF, type)
}
