import type { Calendar } from '../../clocks/types.ts'
import { runningClocks } from '../lookups.ts'
import { refuse, type Refusal } from '../refusal.ts'
import { moveClock, movesClock } from './clock-work.ts'
import type { Draft } from './draft.ts'

/**
 * A newer version of a calendar the case uses: every running clock that pins it is projected again. One
 * that stands still is projected when it runs on; one whose dates stay as they are is left alone.
 */
export function replaceCalendar(draft: Draft, calendar: Calendar): Refusal | undefined {
  const known = draft.state.start.calendars[calendar.id]
  if (!known) return refuse('calendar-unknown', { field: 'calendar', params: { calendar: calendar.id } })
  if (known.version === calendar.version) return undefined
  draft.emit('CalendarReplaced', { calendar })
  for (const clock of runningClocks(draft.state)) {
    if (clock.calendar !== calendar.id) continue
    const change = { kind: 'calendar', calendar: calendar.id, version: calendar.version } as const
    if (movesClock(draft, clock, change)) moveClock(draft, clock.id, change)
  }
  return undefined
}
