import type { CaseEvent } from '../../domain/case/event.ts'
import type { Text } from '../../domain/text.ts'
import { appealSentence } from './appeal-sentences.ts'
import { clockSentence } from './clock-sentences.ts'
import type { Telling } from './sentence-names.ts'
import { taskSentence } from './task-sentences.ts'

/** An event in plain words for its reader; null where its name, or its free text, says it all. */
export function eventSentence(event: CaseEvent, telling: Telling): Text | null {
  return clockSentence(telling.state, event) ?? taskSentence(event, telling) ?? appealSentence(event, telling)
}
