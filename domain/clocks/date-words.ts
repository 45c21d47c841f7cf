import type { Language } from '../text.ts'
import { dayNumber, weekdayOf } from './local-date.ts'
import type { Moment } from './trace-line.ts'
import type { LocalDate, Unit } from './types.ts'

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}

const MONTHS: readonly string[] = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** '2026年2月14日（周六）' or 'Sat 14 Feb 2026'. */
export function dateWords(date: LocalDate, language: Language): string {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))]
  const weekday = WEEKDAYS[language][weekdayOf(dayNumber({ year, month, day }))]
  return language === 'zh' ? `${year}年${month}月${day}日（${weekday}）` : `${weekday} ${day} ${MONTHS[month - 1]} ${year}`
}

/** The date with its 'HH:MM'. */
export function momentWords(moment: Moment, language: Language): string {
  return `${dateWords(moment.date, language)} ${moment.time}`
}

/** The date with its time to the second, for sums of hours and minutes: '10:00', or '10:00:30' off the minute. */
export function exactWords(moment: Moment, language: Language): string {
  return `${dateWords(moment.date, language)} ${exactTime(moment)}`
}

/** From one moment to another; the date is said once where both are on one day. */
export function spanWords(from: Moment, to: Moment, language: Language): string {
  if (from.date === to.date) return `${exactWords(from, language)}–${exactTime(to)}`
  return `${exactWords(from, language)} ${language === 'zh' ? '至' : 'to'} ${exactWords(to, language)}`
}

function exactTime({ at, time }: Moment): string {
  const seconds = Math.floor(at / 1000) % 60
  return seconds === 0 ? time : `${time}:${String(seconds).padStart(2, '0')}`
}

const UNIT_WORDS: Readonly<Record<Unit, { readonly zh: string; readonly one: string; readonly many: string }>> = {
  'working-minutes': { zh: '个工作分钟', one: 'working minute', many: 'working minutes' },
  'working-hours': { zh: '个工作小时', one: 'working hour', many: 'working hours' },
  'working-days': { zh: '个工作日', one: 'working day', many: 'working days' },
  'calendar-days': { zh: '个自然日', one: 'calendar day', many: 'calendar days' },
  'calendar-months': { zh: '个月', one: 'month', many: 'months' },
  'elapsed-hours': { zh: '小时', one: 'hour', many: 'hours' },
}

/** '5个工作日' or '5 working days'; parts of an hour as minutes ('1 hour 30 minutes'), other fractions with at most two digits. */
export function amountWords(amount: number, unit: Unit, language: Language): string {
  if ((unit === 'working-hours' || unit === 'elapsed-hours') && !Number.isInteger(amount)) return hoursWords(amount, unit, language)
  const shown = String(Math.round(amount * 100) / 100)
  const words = UNIT_WORDS[unit]
  return language === 'zh' ? `${shown}${words.zh}` : `${shown} ${amount === 1 ? words.one : words.many}`
}

function hoursWords(amount: number, unit: 'working-hours' | 'elapsed-hours', language: Language): string {
  const all = Math.round(amount * 60)
  const [hours, minutes] = [Math.floor(all / 60), all % 60]
  const working = unit === 'working-hours'
  if (hours > 0 && minutes === 0) return amountWords(hours, unit, language)
  if (hours === 0 && working) return amountWords(minutes, 'working-minutes', language)
  const rest = language === 'zh' ? `${minutes}分钟` : `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
  if (hours === 0) return rest
  return `${amountWords(hours, unit, language)}${language === 'zh' ? '' : ' '}${rest}`
}

/**
 * Seconds in the terms of a budget in `unit`: minutes ('180分钟', '2 min 30 s') where it is in minutes,
 * else hours and minutes ('3小时', '1 h 30 min').
 */
export function durationWords(allSeconds: number, unit: Unit, language: Language): string {
  const seconds = allSeconds % 60
  const allMinutes = Math.floor(allSeconds / 60)
  const hours = unit === 'working-minutes' ? 0 : Math.floor(allMinutes / 60)
  const minutes = allMinutes - hours * 60
  const shown: readonly [number, string, string][] = [
    [hours, '小时', 'h'],
    [minutes, seconds === 0 ? '分钟' : '分', 'min'],
    [seconds, '秒', 's'],
  ]
  const parts = shown.filter(([amount]) => amount > 0)
  if (parts.length === 0) return language === 'zh' ? '0分钟' : '0 min'
  return language === 'zh' ? parts.map(([amount, zh]) => amount + zh).join('') : parts.map(([amount, , en]) => `${amount} ${en}`).join(' ')
}
