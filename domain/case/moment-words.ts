import { momentWords } from '../clocks/date-words.ts'
import { tableOf } from '../clocks/day-table.ts'
import { momentOf } from '../clocks/trace-parts.ts'
import type { Calendar, Instant } from '../clocks/types.ts'
import type { Text } from '../text.ts'

/** An instant at which something ends, in the local time of a calendar: 00:00 reads 24:00 of the day before. */
export function momentText(at: Instant, calendar: Calendar): Text {
  const moment = momentOf(tableOf(calendar), at, true)
  return { zh: momentWords(moment, 'zh'), en: momentWords(moment, 'en') }
}
