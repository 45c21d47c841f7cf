import type { Access } from '../cases/access.ts'
import type { Deps } from '../deps.ts'
import type { CaseEvent } from '../../domain/case/event.ts'
import type { CaseState } from '../../domain/case/state.ts'
import type { Actor } from '../../domain/people/actor.ts'
import type { Text } from '../../domain/text.ts'
import type { Instant } from '../../domain/clocks/types.ts'
import { actorOf } from '../sessions/person.ts'
import type { Person } from '../sessions/person.ts'

/** Everything a view needs beside the case: who reads, what they may see, when, and the names of things. */
export interface Reader {
  readonly actor: Actor
  readonly access: Access
  readonly now: Instant
  windowName(code: string): Text
  /** Null for an expert, who sees windows and not persons. */
  staff(id: string | null): { id: string; name: string | null } | null
  /** The office in charge that a "not accepted" names; the case itself holds no more than the text's id. */
  officeInCharge(state: CaseState): string | null
}

/** A reader of these cases, with the names of their windows, the offices in charge that they name and, for staff, the names of the persons who work on them. */
export async function readerOf(
  deps: Deps,
  person: Person,
  access: Access,
  now: Instant,
  states: readonly CaseState[],
  events: readonly CaseEvent[] = [],
  staffIds: readonly string[] = [],
): Promise<Reader> {
  const [offices, officesInCharge] = await Promise.all([deps.offices(), deps.texts.named(states.flatMap(officeTextOf))])
  const ids = access.circle === 'expert' ? [] : [...states.flatMap(personsOf), ...events.flatMap(actorsOf), ...staffIds]
  const names = ids.length === 0 ? null : await deps.staffNames([...new Set(ids)])
  return {
    actor: actorOf(person),
    access,
    now,
    windowName: (code) => offices.windowNames.get(code) ?? { zh: code, en: code },
    staff: (id) => (id === null || access.circle === 'expert' ? null : { id, name: names?.get(id) ?? null }),
    officeInCharge: (state) => officeTextOf(state).map((id) => officesInCharge.get(id) ?? null)[0] ?? null,
  }
}

function officeTextOf(state: CaseState): string[] {
  const text = state.closed?.officeInCharge ?? null
  return text === null ? [] : [text.id]
}

function personsOf(state: CaseState): string[] {
  return Object.values(state.tasks).flatMap((task) => [task.assignee, task.delegate].filter((id) => id !== null))
}

function actorsOf(event: CaseEvent): string[] {
  return [event.actor.kind === 'staff' ? event.actor.id : null, event.actingFor, ...namedIn(event)].filter((id) => id !== null)
}

/** Staff whom the event itself names. */
function namedIn(event: CaseEvent): (string | null)[] {
  switch (event.type) {
    case 'TaskClaimed':
      return [event.data.by]
    case 'TaskTransferred':
      return [event.data.from, event.data.to]
    case 'TaskDelegated':
    case 'TaskReassigned':
      return [event.data.to]
    default:
      return []
  }
}
