import type { Instant, LocalDate } from '../domain/clocks/types.ts'

/** Epoch milliseconds of a timestamptz. */
export function instantOf(date: Date): Instant {
  return date.getTime()
}

export function instantOrNull(date: Date | null): Instant | null {
  return date === null ? null : date.getTime()
}

/** The day of a `date` column, which the driver gives as midnight UTC. */
export function dayOf(date: Date): LocalDate {
  return date.toISOString().slice(0, 10)
}

export function dateOf(day: LocalDate): Date {
  return new Date(`${day}T00:00:00Z`)
}
