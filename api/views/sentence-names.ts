import type { CaseEvent } from '../../domain/case/event.ts'
import { homeStation } from '../../domain/case/lookups.ts'
import { momentText } from '../../domain/case/moment-words.ts'
import type { CaseState } from '../../domain/case/state.ts'
import { amountWords } from '../../domain/clocks/date-words.ts'
import type { Instant } from '../../domain/clocks/types.ts'
import type { Text } from '../../domain/text.ts'
import type { Reader } from './reader.ts'

/** What the sentence of one event is made of beside the event. */
export interface Telling {
  readonly state: CaseState
  /** The events before it, oldest first. */
  readonly before: readonly CaseEvent[]
  readonly reader: Reader
}

export function isForExpert({ reader }: Telling): boolean {
  return reader.access.circle === 'expert'
}

/** Name of a member of staff; somebody where it is not known. */
export function staffText({ reader }: Telling, id: string | null): Text {
  const name = reader.staff(id)?.name ?? null
  return name === null ? { zh: '一名工作人员', en: 'a member of staff' } : { zh: name, en: name }
}

/** The window that a task is or was at. */
export function taskWindowText({ state, reader }: Telling, taskId: string): Text {
  const window = state.tasks[taskId]?.window
  return window === undefined ? { zh: '窗口', en: 'the window' } : reader.windowName(window)
}

export function materialsText({ state }: Telling, codes: readonly string[]): Text {
  const names = codes.map((code) => state.start.item.materials.find((material) => material.code === code)?.name ?? { zh: code, en: code })
  return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') }
}

/** An instant by the calendar of the expert's station. */
export function dateText({ state }: Telling, at: Instant): Text {
  const id = homeStation(state).calendar
  const calendar = state.start.calendars[id]
  if (!calendar) throw new Error(`case ${state.start.caseId} has no calendar ${id}`)
  return momentText(at, calendar)
}

/** The amount of an extension, in the unit of the limit it is of (ExtensionRule in domain/routing/item.ts). */
export function extensionText({ state }: Telling, amount: number): Text {
  const { legal, promised } = state.start.item.limits
  const { unit } = legal ?? promised[state.start.expert.tier]
  return { zh: amountWords(amount, unit, 'zh'), en: amountWords(amount, unit, 'en') }
}
