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

/** A date by which something is due: 00:00 reads 24:00 of the day before. */
export function untilWords(instant: string, language: Language): string {
  const at = Date.parse(instant)
  const local = new Date(at + OFFSET_MS).toISOString()
  if (local.slice(11, 19) !== '00:00:00') return whenWords(instant, language)
  const before = new Date(at + OFFSET_MS - 1).toISOString().slice(0, 10)
  return momentWords({ at, date: before, time: '24:00' }, language)
}
