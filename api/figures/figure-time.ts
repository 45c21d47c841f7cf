import { dayEndOf, endOfWorkingDay } from '../../domain/figures/horizon.ts'
import type { Instant } from '../../domain/clocks/types.ts'
import type { FigureTime } from '../../prisma/readers/figures/figure-sets.ts'
import type { Deps } from '../deps.ts'

/** "Due soon" is due by the end of this working day after today. */
const SOON_WORKING_DAYS = 3

/** The present instant with what the figures count by: end of the day, and by calendar the end of the third working day. */
export async function figureTime(deps: Pick<Deps, 'offices' | 'inForce'>, now: Instant): Promise<FigureTime> {
  const [{ stations }, { calendars }] = await Promise.all([deps.offices(), deps.inForce()])
  const soon = [...calendars.values()].map(({ calendar }) => ({
    stations: [...stations.values()].filter((station) => station.calendar === calendar.id).map((station) => station.code),
    until: endOfWorkingDay(calendar, now, SOON_WORKING_DAYS),
  }))
  return { now, dayEnd: dayEndOf(now), soon: soon.filter(({ stations: kept }) => kept.length > 0) }
}
