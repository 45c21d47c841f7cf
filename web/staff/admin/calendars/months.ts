import type { CalendarDay } from '../../../http/shapes/calendar.ts'

export type WeekRow = readonly (CalendarDay | null)[]

/** The days of a year by month and week, Monday first; null where a week begins or ends in another month. */
export function monthsOf(days: readonly CalendarDay[]): readonly { readonly month: number; readonly weeks: readonly WeekRow[] }[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = index + 1
    const own = days.filter((day) => Number(day.date.slice(5, 7)) === month)
    const first = own[0]
    const blank = first === undefined ? 0 : (new Date(`${first.date}T00:00:00Z`).getUTCDay() + 6) % 7
    const cells = [...Array.from({ length: blank }, () => null), ...own]
    const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
      Array.from({ length: 7 }, (_, day) => cells[week * 7 + day] ?? null),
    )
    return { month, weeks }
  })
}
