import type { Language } from '../text.ts'

/** Asia/Shanghai has had one fixed offset since 1991. */
const OFFSET_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  zh: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/**
 * A due instant (epoch milliseconds) as a reader sees it, in Asia/Shanghai:
 * `2026年10月12日（星期一）17:30`, `Monday 12 October 2026, 17:30`.
 * A limit that ends at midnight is shown as 24:00 of the day that it closes (Civil Code art. 203), not
 * as 00:00 of the next.
 */
export function dueDateText(at: number, language: Language): string {
  const local = at + OFFSET_MS
  const isMidnight = local % DAY_MS === 0
  const day = new Date(isMidnight ? local - DAY_MS : local)
  const time = isMidnight ? '24:00' : `${two(day.getUTCHours())}:${two(day.getUTCMinutes())}`
  const weekday = WEEKDAYS[language][day.getUTCDay()] ?? ''
  const year = day.getUTCFullYear()
  if (language === 'zh') return `${year}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日（${weekday}）${time}`
  return `${weekday} ${day.getUTCDate()} ${MONTHS[day.getUTCMonth()] ?? ''} ${year}, ${time}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
