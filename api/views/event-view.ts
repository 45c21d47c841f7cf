import type { z } from 'zod'
import { AUDIENCE_OF } from '../../domain/case/audience.ts'
import { changeText } from '../../domain/case/change-words.ts'
import type { CaseEvent } from '../../domain/case/event.ts'
import type { CaseState } from '../../domain/case/state.ts'
import type { eventSchema } from '../schemas/event.ts'
import { EXPERT_CLOCKS } from './clock-view.ts'
import { EVENT_NAMES } from './event-names.ts'
import { eventSentence } from './event-sentence.ts'
import { EVENT_TEXTS, mayRead, textOf } from './event-texts.ts'
import { EXPERT_FIELDS } from './event-fields.ts'
import { iso } from './iso.ts'
import type { Reader } from './reader.ts'

/** The events a reader may see, oldest first, with the free texts that are theirs put in place of their references. */
export function eventViews(
  state: CaseState,
  events: readonly CaseEvent[],
  texts: ReadonlyMap<string, string>,
  reader: Reader,
): z.input<typeof eventSchema>[] {
  return events.flatMap((event, index) => {
    if (!mayRead(reader.access.circle, AUDIENCE_OF[event.type]) || !concernsReader(state, event, reader)) return []
    return [{ ...eventView(state, event, texts, reader), text: eventSentence(event, { state, before: events.slice(0, index), reader }) }]
  })
}

/** Clocks that the offices keep among themselves are not shown to experts. */
function concernsReader(state: CaseState, event: CaseEvent, reader: Reader): boolean {
  if (reader.access.circle !== 'expert') return true
  const clockId = event.type === 'ClockStarted' ? event.data.clock.id : 'clockId' in event.data ? event.data.clockId : null
  const kind = clockId === null ? undefined : state.clocks[clockId]?.kind
  return kind === undefined || EXPERT_CLOCKS.has(kind)
}

function eventView(
  state: CaseState,
  event: CaseEvent,
  texts: ReadonlyMap<string, string>,
  reader: Reader,
): Omit<z.input<typeof eventSchema>, 'text'> {
  const task = 'taskId' in event.data && event.data.taskId !== null ? state.tasks[event.data.taskId] : undefined
  const hidden = reader.access.circle === 'expert'
  return {
    seq: event.seq,
    at: iso(event.at),
    type: event.type,
    name: EVENT_NAMES[event.type],
    audience: AUDIENCE_OF[event.type],
    actor: {
      kind: event.actor.kind,
      ...(hidden ? {} : { id: event.actor.id, name: reader.staff(event.actor.kind === 'staff' ? event.actor.id : null)?.name ?? null }),
    },
    actingFor: hidden ? null : reader.staff(event.actingFor),
    task: task === undefined ? null : { id: task.id, stage: task.stage, window: task.window, windowName: reader.windowName(task.window) },
    data: dataView(event, texts, reader),
  }
}

function dataView(event: CaseEvent, texts: ReadonlyMap<string, string>, reader: Reader): Record<string, unknown> {
  const audiences = EVENT_TEXTS[event.type] ?? {}
  const shown = reader.access.circle === 'expert' ? EXPERT_FIELDS[event.type] : undefined
  const fields = Object.entries(event.data).filter(
    ([name]) => (shown === undefined || shown.includes(name)) && mayRead(reader.access.circle, audiences[name] ?? 'expert'),
  )
  const data = fields.map(([name, value]) => [
    name,
    Object.hasOwn(audiences, name) ? textOf(event, name, texts) : plain(name, value, shown !== undefined),
  ])
  return { ...Object.fromEntries(data), ...(event.type === 'ClockMoved' ? { why: changeText(event.data.change) } : {}) }
}

const INSTANTS: ReadonlySet<string> = new Set([
  'at',
  'until',
  'effectiveAt',
  'dueAt',
  'dueBefore',
  'startedAt',
  'grantedAt',
  'firedAt',
  'firedForDue',
  'stoppedAt',
  'expiredAt',
  'from',
  'to',
])
/** Parts that are the engine's bookkeeping. */
const LEFT_OUT: ReadonlySet<string> = new Set(['rungs', 'facts'])
/** Kilobytes of which the name and the version are told. */
const NAMED_ONLY: ReadonlySet<string> = new Set(['calendar', 'item'])
const NAMING: ReadonlySet<string> = new Set(['id', 'code', 'version', 'name'])
/** Staff ids inside what an expert reads, e.g. who granted an extension. */
const STAFF: ReadonlySet<string> = new Set(['by'])

/** A value of an event with its instants as ISO 8601; for an expert without staff. */
function plain(name: string, value: unknown, forExpert: boolean): unknown {
  if (typeof value === 'number' && INSTANTS.has(name)) return iso(value)
  if (Array.isArray(value)) return value.map((each) => plain('', each, forExpert))
  if (typeof value !== 'object' || value === null) return value
  const isShown = (inner: string): boolean =>
    NAMED_ONLY.has(name) ? NAMING.has(inner) : !LEFT_OUT.has(inner) && !(forExpert && STAFF.has(inner))
  const members = Object.entries(value).filter(([inner]) => isShown(inner))
  return Object.fromEntries(members.map(([inner, member]) => [inner, plain(inner, member, forExpert)]))
}
