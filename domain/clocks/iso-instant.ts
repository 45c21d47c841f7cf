import { dateText, dayOfDate, DAY_MS, MINUTE_MS } from './local-date.ts'
import type { Instant } from './types.ts'

const ISO = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?([Zz]|[+-]\d{2}(?::?\d{2})?)?$/

/** An ISO 8601 instant of date, time and zone as epoch milliseconds, or why it is none. */
export function parseInstant(text: string): Instant | 'not-an-instant' | 'without-zone' {
  const match = ISO.exec(text)
  const day = match?.[1] === undefined ? null : dayOfDate(match[1])
  if (!match || day === null) return 'not-an-instant'
  const [hours, minutes, seconds] = [Number(match[2]), Number(match[3]), Number(match[4] ?? 0)]
  if (minutes > 59 || seconds > 59 || hours > 24 || (hours === 24 && minutes + seconds > 0)) return 'not-an-instant'
  if (match[6] === undefined) return 'without-zone'
  const offset = offsetMinutes(match[6])
  if (offset === null) return 'not-an-instant'
  const fraction = Math.floor(Number(`0.${match[5] ?? 0}`) * 1000)
  return day * DAY_MS + (hours * 60 + minutes - offset) * MINUTE_MS + seconds * 1000 + fraction
}

function offsetMinutes(zone: string): number | null {
  if (zone === 'Z' || zone === 'z') return 0
  const digits = zone.slice(1).replace(':', '')
  const [hours, minutes] = [Number(digits.slice(0, 2)), Number(digits.slice(2) || 0)]
  if (hours > 14 || minutes > 59) return null
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}

/** '2026-02-26T09:30:00.000Z'; the same text as Date.prototype.toISOString for the years 0 to 9999. */
export function instantText(at: Instant): string {
  const day = Math.floor(at / DAY_MS)
  const ms = at - day * DAY_MS
  const part = (unitMs: number, size: number): string => String(Math.floor(ms / unitMs) % size).padStart(2, '0')
  return `${dateText(day)}T${part(3_600_000, 24)}:${part(60_000, 60)}:${part(1000, 60)}.${String(ms % 1000).padStart(3, '0')}Z`
}
