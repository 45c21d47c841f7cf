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

const UNIT_WORDS: Readonly<Record<Unit, { readonly zh: string; readonly one: string; readonly many: string }>> = {
  'working-minutes': { zh: '个工作分钟', one: 'working minute', many: 'working minutes' },
  'working-hours': { zh: '个工作小时', one: 'working hour', many: 'working hours' },
  'working-days': { zh: '个工作日', one: 'working day', many: 'working days' },
  'calendar-days': { zh: '个自然日', one: 'calendar day', many: 'calendar days' },
  'calendar-months': { zh: '个月', one: 'month', many: 'months' },
  'elapsed-hours': { zh: '小时', one: 'hour', many: 'hours' },
}

/** '5个工作日' or '5 working days'; fractions with at most two digits. */
export function amountWords(amount: number, unit: Unit, language: Language): string {
  const shown = String(Math.round(amount * 100) / 100)
  const words = UNIT_WORDS[unit]
  return language === 'zh' ? `${shown}${words.zh}` : `${shown} ${amount === 1 ? words.one : words.many}`
}

/** Milliseconds as whole minutes with what is left in seconds: '180分钟', '2 min 30 s'. */
export function durationWords(ms: number, language: Language): string {
  const minutes = Math.floor(ms / 60_000)
  const seconds = Math.floor((ms % 60_000) / 1000)
  if (language === 'zh') return seconds === 0 ? `${minutes}分钟` : `${minutes}分${seconds}秒`
  return seconds === 0 ? `${minutes} min` : `${minutes} min ${seconds} s`
}
