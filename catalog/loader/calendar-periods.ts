import type { Period, WeekDay } from '../../domain/clocks/types.ts'
import type { CalendarReport } from './calendar-rules.ts'
import { WEEKDAYS, type CalendarFile } from './calendar-schema.ts'
import type { Path } from './problem.ts'

const PERIOD = /^(\d{2}):(\d{2})-(\d{2}):(\d{2})$/
const OFFSET = /^([+-])(\d{2}):(\d{2})$/

/** Minutes east of UTC of '+08:00'; null and a problem where it is none. */
export function offsetOf(word: string, report: CalendarReport): number | null {
  const match = OFFSET.exec(word)
  const minutes = match ? Number(match[2]) * 60 + Number(match[3]) : 0
  if (match && Number(match[3]) < 60 && minutes <= 14 * 60) return match[1] === '-' ? -minutes : minutes
  report('calendar-offset', ['offset'], { word })
  return null
}

/** Opening periods of a day as minutes, in order and apart. */
export function periodsOf(words: readonly string[], path: Path, report: CalendarReport): readonly Period[] {
  const periods: Period[] = []
  words.forEach((word, w) => {
    const [from, to] = [PERIOD.exec(word)].flatMap((m) => (m ? [Number(m[1]) * 60 + Number(m[2]), Number(m[3]) * 60 + Number(m[4])] : []))
    const minutesFit =
      PERIOD.exec(word)
        ?.slice(1)
        .every((part, p) => p % 2 === 0 || Number(part) < 60) ?? false
    if (from === undefined || to === undefined || !minutesFit || from >= to || to > 1440) {
      report('calendar-period', [...path, w], { word })
      return
    }
    const before = periods.at(-1)
    if (before && from < before.to) report('calendar-overlap', [...path, w], { word })
    else periods.push({ from, to })
  })
  return periods
}

/** The weekly pattern, of the base where a day is not written down. */
export function weeklyOf(file: CalendarFile, base: readonly WeekDay[] | null, report: CalendarReport): readonly WeekDay[] {
  const weekly = WEEKDAYS.map((name, index): WeekDay => {
    const day = file.weekly[name]
    if (day) return { working: day.working, periods: periodsOf(day.open, ['weekly', name, 'open'], report) }
    const inherited = base?.[index]
    if (!inherited) report('calendar-base-missing', ['weekly'], { key: name })
    return inherited ?? { working: false, periods: [] }
  })
  const whole = base !== null || WEEKDAYS.every((name) => file.weekly[name])
  if (whole && !(weekly.some((day) => day.working) && weekly.some((day) => day.periods.length > 0)))
    report('calendar-never-open', ['weekly'])
  return weekly
}
