import { apply } from '../case/apply/apply.ts'
import type { CaseEvent } from '../case/event.ts'
import { homeStation, windowOf } from '../case/lookups.ts'
import type { CaseState } from '../case/state.ts'
import { nextOpening } from '../clocks/calendar.ts'
import type { Instant } from '../clocks/types.ts'
import type { Notice, NoticeParams, Recipient, Wanted } from './notice.ts'
import { paramsOf } from './params.ts'
import { wantedFor } from './wanted.ts'

/**
 * The notices that follow from a batch of events: one per (seq, kind, recipient) (I6). What a notice
 * says is taken from the state after its whole command, so that a date started by the same command is
 * known. Pure; `before` is the state before the first event.
 */
export function planNotices(before: CaseState, events: readonly CaseEvent[]): readonly Notice[] {
  const notices: Notice[] = []
  let state = before
  for (const command of byCommand(events)) {
    const after = command.reduce(apply, state)
    const plain = once(() => paramsOf(after, after.at))
    for (const event of command) {
      for (const wanted of wantedFor(event, command, after, plain)) notices.push(...addressed(event, wanted, after))
    }
    state = after
  }
  return notices
}

/** Most events tell nobody anything, so what a notice says is made when the first one needs it. */
function once(make: () => NoticeParams): () => NoticeParams {
  let made: NoticeParams | null = null
  return () => (made ??= make())
}

function byCommand(events: readonly CaseEvent[]): readonly (readonly CaseEvent[])[] {
  const groups: CaseEvent[][] = []
  for (const event of events) {
    const last = groups.at(-1)
    if (last?.[0]?.commandId === event.commandId) last.push(event)
    else groups.push([event])
  }
  return groups
}

/** One notice a recipient, none to the person whose own act it is. */
function addressed(event: CaseEvent, wanted: Wanted, state: CaseState): readonly Notice[] {
  const unique = new Map(wanted.to.map((recipient) => [JSON.stringify(recipient), recipient]))
  return [...unique.values()]
    .filter((recipient) => !(recipient.kind === 'staff' && event.actor.kind === 'staff' && recipient.id === event.actor.id))
    .map((recipient) => ({
      seq: event.seq,
      at: event.at,
      kind: wanted.kind,
      recipient,
      params: wanted.params,
      notBefore: earliest(state, recipient, event.at),
    }))
}

/** Experts are written to at once, staff in office hours: those of their window where it is known, else of the expert's station. */
function earliest(state: CaseState, recipient: Recipient, at: Instant): Instant {
  if (recipient.kind === 'expert') return at
  const window = 'window' in recipient ? windowOf(state, recipient.window) : null
  const calendar = state.start.calendars[window?.calendar ?? ''] ?? state.start.calendars[homeStation(state).calendar]
  return calendar ? nextOpening(calendar, at) : at
}
