import { momentWords } from '../../../domain/clocks/date-words.ts'
import type { Language } from '../../../domain/text.ts'

/** The zone of the offices, UTC+8 all the year. */
const OFFSET_MS = 8 * 3_600_000

/** An instant of an answer (ISO 8601) as people of the offices say it: '2026年3月5日（周四） 10:00', 'Thu 5 Mar 2026 10:00'. */
export function whenWords(instant: string, language: Language): string {
  const at = Date.parse(instant)
  const local = new Date(at + OFFSET_MS).toISOString()
  return momentWords({ at, date: local.slice(0, 10), time: local.slice(11, 16) }, language)
}

/** Its time of day alone: '10:00'. */
export function timeWords(instant: string): string {
  return new Date(Date.parse(instant) + OFFSET_MS).toISOString().slice(11, 16)
}
