import { assertNever } from '../assert-never.ts'
import { PAUSE_REASON_LABELS } from '../clocks/pause-reasons.ts'
import type { Text } from '../text.ts'
import type { ClockChange } from './event.ts'
import { EXTENSION_REASON_LABELS } from './reasons.ts'

/** Why a date moved, as mails and the history of the appeal tell it. */
export function changeText(change: ClockChange): Text {
  switch (change.kind) {
    case 'paused':
    case 'resumed':
      return PAUSE_REASON_LABELS[change.reason]
    case 'extended':
      return EXTENSION_REASON_LABELS[change.reason]
    case 'calendar':
      return { zh: '放假安排或工作日历有变化', en: 'the calendar of working days has changed' }
    case 'limit':
      return { zh: '事项规定的时限有变化', en: 'the limit of the item has changed' }
    default:
      return assertNever(change)
  }
}
