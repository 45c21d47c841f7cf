import type { ReactNode } from 'react'
import type { CalendarDay, CalendarYear } from '../../../http/shapes/calendar.ts'
import { useLanguage, useTexts } from '../../shell/language.tsx'
import { monthsOf } from './months.ts'
import { texts } from './texts.ts'

/** Twelve months; a day that is no common working day says so by a word besides its colour. */
export function YearView({ year }: { readonly year: CalendarYear }): ReactNode {
  const { language } = useLanguage()
  const t = useTexts(texts)
  const count = (kind: CalendarDay['kind']): number => year.days.filter((day) => day.kind === kind).length
  const short = (day: CalendarDay): string => {
    if (day.kind === 'make-up') return t.shortMakeUp
    if (day.kind === 'off') return t.shortOff
    return day.kind === 'holiday' ? (language === 'zh' ? (day.name?.zh.slice(0, 2) ?? t.shortHoliday) : t.shortHoliday) : ''
  }
  const whole = (day: CalendarDay): string => {
    const hours = day.periods.map(({ from, to }) => `${from}–${to}`).join(', ')
    return [day.date, t[day.kind], day.name?.[language], hours].filter(Boolean).join(' · ')
  }
  return (
    <>
      <p className="year-key">
        <span>{t.working}</span>
        <span className="day-off">{t.off}</span>
        <span className="day-holiday">{t.holiday}</span>
        <span className="day-make-up">{t['make-up']}</span>
      </p>
      <p>{t.totals(count('working') + count('make-up'), count('holiday'), count('make-up'))}</p>
      {!year.covered && <p role="note">{t.notCovered}</p>}
      <div className="year">
        {monthsOf(year.days).map(({ month, weeks }) => (
          <table key={month}>
            <caption>{t.months.split(',')[month - 1]}</caption>
            <thead>
              <tr>
                {t.weekdays.split(',').map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeks.map((week, row) => (
                <tr key={week.find((day) => day !== null)?.date ?? row}>
                  {week.map((day, column) =>
                    day === null ? (
                      // biome-ignore lint/suspicious/noArrayIndexKey: an empty cell is known by its place alone
                      <td key={column} />
                    ) : (
                      <td key={day.date} className={`day-${day.kind}`} title={whole(day)}>
                        {Number(day.date.slice(8))}
                        <small>{short(day)}</small>
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </>
  )
}
