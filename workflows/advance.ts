import { apply, decide, nextWake } from '../domain/case/index.ts'
import type { Command, CommandOf } from '../domain/case/command.ts'
import type { CaseEvent } from '../domain/case/event.ts'
import { isRefusal } from '../domain/case/refusal.ts'
import type { CaseState } from '../domain/case/state.ts'
import { TIMER } from '../domain/people/actor.ts'

/** A command with the events it led to and the state after them. */
export interface Decided {
  readonly command: Command
  readonly events: readonly CaseEvent[]
  readonly after: CaseState
}

/** A due instant at which the rules did not get on: a bug of theirs, never a reason to stop serving the case. */
export interface Stuck {
  readonly due: number
  readonly why: string
}

export interface Advance {
  readonly done: readonly Decided[]
  readonly stuck: Stuck | null
}

/** More steps than any ladder has at one instant. */
const STEPS_AT_ONE_INSTANT = 200

/**
 * The command by which the timer acts at an instant that is due. Its id says where in the case it
 * stands, so that a second run that comes to the same point gives the same command.
 */
export function tickAt(state: CaseState, due: number): CommandOf<'Tick'> {
  return { kind: 'Tick', id: `tick-${state.seq}-${due}`, at: due, actor: TIMER, data: {} }
}

/** Everything the timer has to do up to and including an instant, in the order it was due. Never throws. */
export function advance(from: CaseState, until: number): Advance {
  const done: Decided[] = []
  let state = from
  let steps = 0
  let last: number | null = null
  for (;;) {
    const due = nextWake(state)
    if (due === null || due > until) return { done, stuck: null }
    steps = due === last ? steps + 1 : 1
    last = due
    if (steps > STEPS_AT_ONE_INSTANT) return { done, stuck: { due, why: 'the instant stays due for ever' } }
    const step = decideTick(state, due)
    if (typeof step === 'string') return { done, stuck: { due, why: step } }
    done.push(step)
    state = step.after
  }
}

function decideTick(state: CaseState, due: number): Decided | string {
  const command = tickAt(state, due)
  try {
    const events = decide(state, command)
    if (isRefusal(events)) return `refused as ${events.refusal}`
    if (events.length === 0) return 'no event'
    return { command, events, after: events.reduce(apply, state) }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
