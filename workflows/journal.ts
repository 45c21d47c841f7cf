import { apply, decide } from '../domain/case/index.ts'
import type { Command } from '../domain/case/command.ts'
import type { CaseEvent } from '../domain/case/event.ts'
import { isRefusal, type Refusal } from '../domain/case/refusal.ts'
import type { CaseState } from '../domain/case/state.ts'
import { advance, type Decided, type Stuck } from './advance.ts'

/** How a command ended: its events are stored, or the stored log led to a state in which the rules refuse it. */
export type Settled =
  | { readonly kind: 'stored'; readonly seq: number; readonly events: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

interface Entry extends Decided {
  /** Who waits for it; nobody for what the timer did. */
  readonly waiters: ((settled: Settled) => void)[]
}

/**
 * The case as one run knows it: the state that is stored, the state that is decided, and the commands
 * between the two in the order they were decided. Nothing here waits: deciding and applying are one step.
 */
export interface Journal {
  /** State after the last stored event. */
  stored(): CaseState
  /** State after everything decided; what the next command is decided on. */
  present(): CaseState
  /** Commands decided and not stored yet, oldest first. */
  unwritten(): readonly Decided[]
  /** The refusal a command would meet now, or null. Changes nothing. */
  refusalOf(command: Command, caseNow: number): Refusal | null
  /** Decides and applies at once; the promise settles when the events are stored. Throws what `decide` throws. */
  submit(command: Command, caseNow: number): Promise<Settled>
  /** Decides every instant that is due. */
  tick(caseNow: number): Stuck | null
  /** The first `count` unwritten commands are stored. */
  confirm(count: number): void
  /** Other events stand in the log after the stored state: they win, and what is not among them is decided again. */
  yieldTo(events: readonly CaseEvent[], caseNow: number): void
}

export function createJournal(initial: CaseState): Journal {
  let stored = initial
  let present = initial
  let queue: Entry[] = []

  const add = (decided: readonly Decided[], waiters: Entry['waiters']): void => {
    for (const step of decided) queue.push({ ...step, waiters: step === decided.at(-1) ? waiters : [] })
    present = decided.at(-1)?.after ?? present
  }

  /** What the validator decided on this very state; the handler that follows it need not decide again. */
  let foreseen: {
    readonly id: string
    readonly on: CaseState
    readonly caseNow: number
    readonly answer: readonly Decided[] | Refusal
  } | null = null

  const foresee = (command: Command, caseNow: number): readonly Decided[] | Refusal => {
    const answer = decideNow(command, caseNow)
    foreseen = { id: command.id, on: present, caseNow, answer }
    return answer
  }
  const decideOnce = (command: Command, caseNow: number): readonly Decided[] | Refusal => {
    const known = foreseen
    foreseen = null
    return known?.id === command.id && known.on === present && known.caseNow === caseNow ? known.answer : decideNow(command, caseNow)
  }

  /** Instants due before the command are decided first: a press after a limit meets the state after it. */
  const decideNow = (command: Command, caseNow: number): readonly Decided[] | Refusal => {
    const due = advance(present, Math.min(command.at, caseNow)).done
    const before = due.at(-1)?.after ?? present
    const events = decide(before, command)
    return isRefusal(events) ? events : [...due, { command, events, after: events.reduce(apply, before) }]
  }

  const settle = (entry: Entry, settled: Settled): void => {
    for (const waiter of entry.waiters) waiter(settled)
  }
  const asStored = (events: readonly CaseEvent[]): Settled => ({
    kind: 'stored',
    seq: events.at(-1)?.seq ?? stored.seq,
    events: events.length,
  })
  const waitingOf = (command: Command): Entry | undefined => queue.find((entry) => entry.command.id === command.id)

  return {
    stored: () => stored,
    present: () => present,
    unwritten: () => queue,
    refusalOf(command, caseNow) {
      if (present.handled.includes(command.id)) return null
      const decided = foresee(command, caseNow)
      return isRefusal(decided) ? decided : null
    },
    submit(command, caseNow) {
      const waiting = waitingOf(command)
      if (waiting !== undefined) return new Promise((resolve) => waiting.waiters.push(resolve))
      if (present.handled.includes(command.id)) return Promise.resolve(asStored([]))
      const decided = decideOnce(command, caseNow)
      if (isRefusal(decided)) return Promise.resolve({ kind: 'refused', refusal: decided })
      return new Promise((resolve) => add(decided, [resolve]))
    },
    tick(caseNow) {
      const { done, stuck } = advance(present, caseNow)
      add(done, [])
      return stuck
    },
    confirm(count) {
      for (const entry of queue.splice(0, count)) {
        stored = entry.after
        settle(entry, asStored(entry.events))
      }
    },
    yieldTo(events, caseNow) {
      stored = events.reduce(apply, stored)
      present = stored
      const undecided = queue.filter((entry) => entry.waiters.length > 0)
      queue = []
      for (const entry of undecided) {
        const own = events.filter((event) => event.commandId === entry.command.id)
        if (own.length > 0 || stored.handled.includes(entry.command.id)) {
          settle(entry, asStored(own))
          continue
        }
        const decided = decideNow(entry.command, caseNow)
        if (isRefusal(decided)) settle(entry, { kind: 'refused', refusal: decided })
        else add(decided, entry.waiters)
      }
    },
  }
}
