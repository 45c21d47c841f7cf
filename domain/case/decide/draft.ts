import type { Instant } from '../../clocks/types.ts'
import { refOf } from '../../people/actor.ts'
import { apply } from '../apply/apply.ts'
import type { Command } from '../command.ts'
import type { CaseEvent, EventData, EventOf, EventType } from '../event.ts'
import type { CaseState } from '../state.ts'

/**
 * Events being decided for one command. Each is applied at once, so that the next rule sees the state
 * it leads to; nothing leaves the draft until the command is decided whole.
 */
export interface Draft {
  /** State after the events so far. */
  readonly state: CaseState
  readonly events: readonly CaseEvent[]
  /** Instant of every event of the command: when it was received, never before the last event. */
  readonly at: Instant
  emit<T extends EventType>(type: T, data: EventData[T]): void
}

export function createDraft(before: CaseState, command: Command, actingFor: string | null): Draft {
  const at = Math.max(command.at, before.at)
  const actor = refOf(command.actor)
  const events: CaseEvent[] = []
  let state = before
  return {
    at,
    get state() {
      return state
    },
    get events() {
      return events
    },
    emit(type, data) {
      const event = eventOf({ seq: state.seq + 1, at, actor, actingFor, commandId: command.id, type, data })
      state = apply(state, event)
      events.push(event)
    },
  }
}

/** An event of one type as a member of the union; the compiler cannot see that by itself. */
function eventOf<T extends EventType>(event: EventOf<T>): CaseEvent {
  return event as CaseEvent
}
