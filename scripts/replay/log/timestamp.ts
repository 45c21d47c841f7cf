import type { LogInstant } from './event-log.ts'

const FORM = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?\s?(Z|[+-]\d{2}:?\d{2})?$/

/**
 * An instant such as `2011-10-11 13:45:40.276000+02:00`; one without a zone is taken as UTC. Null for
 * anything else. Microseconds tell apart what is recorded within one millisecond.
 */
export function instantOf(text: string): LogInstant | null {
  const [, date, time, fraction = '', zone = 'Z'] = FORM.exec(text) ?? []
  if (date === undefined || time === undefined || !isDate(date)) return null
  const withColon = zone === 'Z' || zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`
  const milliseconds = Date.parse(`${date}T${time}${withColon}`)
  return Number.isNaN(milliseconds) ? null : { at: milliseconds * 1000 + Number(fraction.padEnd(6, '0').slice(0, 6)), date }
}

/** Whether the calendar has this day; `Date` itself would take 31 February for 3 March. */
function isDate(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, day)).toISOString().startsWith(text)
}
