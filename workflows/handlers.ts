import { ApplicationFailure, defineQuery, defineSignal, defineUpdate, setHandler } from '@temporalio/workflow'
import { nextWake } from '../domain/case/index.ts'
import type { Command } from '../domain/case/command.ts'
import type { Refusal } from '../domain/case/refusal.ts'
import type { ClockFace } from '../domain/time/clock-face.ts'
import type { Stuck } from './advance.ts'
import type { CaseTime } from './case-time.ts'
import type { Journal } from './journal.ts'
import {
  BUG_FAILURE,
  COMMAND,
  FACE,
  LOOK,
  REFUSAL_FAILURE,
  SNAPSHOT,
  SNAPSHOT_FAILURE,
  UPGRADE,
  WAKE,
  type CommandAnswer,
  type Snapshot,
} from './messages.ts'

const command = defineUpdate<CommandAnswer, [Command]>(COMMAND)
const wake = defineSignal(WAKE)
const face = defineSignal<[ClockFace]>(FACE)
const upgrade = defineSignal(UPGRADE)
const snapshot = defineQuery<Snapshot>(SNAPSHOT)
const look = defineUpdate<never>(LOOK)

/** What the signals ask of the loop. */
export interface Asked {
  /** Look at the case again before sleeping on. */
  look: boolean
  newRun: boolean
  /** The due instant the rules did not get past, until something happens. */
  stuck: Stuck | null
}

/** Registers everything that may be said to an appeal; called before its first await. */
export function registerHandlers(journal: Journal, time: CaseTime, asked: Asked): void {
  setHandler(
    command,
    async (given) => {
      const settled = await submit(journal, time, given)
      if (settled.kind === 'refused') throw refusalFailure(settled.refusal)
      return { seq: settled.seq, events: settled.events }
    },
    {
      validator: (given) => {
        const refusal = journal.refusalOf(given, time.now())
        if (refusal !== null) throw refusalFailure(refusal)
      },
    },
  )
  setHandler(wake, () => {
    asked.look = true
  })
  setHandler(face, (next) => {
    time.setFace(next)
    asked.look = true
  })
  setHandler(upgrade, () => {
    asked.newRun = true
    asked.look = true
  })
  const present = (): Snapshot => ({
    state: journal.stored(),
    unwritten: journal.unwritten().length,
    caseNow: time.now(),
    nextWakeAt: nextWake(journal.present()),
    stuckAt: asked.stuck?.due ?? null,
  })
  setHandler(snapshot, present)
  setHandler(look, async () => neverTaken(), {
    validator: () => {
      throw ApplicationFailure.create({ type: SNAPSHOT_FAILURE, nonRetryable: true, message: 'the present state', details: [present()] })
    },
  })
}

/** The validator of `look` lets none pass. */
function neverTaken(): never {
  throw ApplicationFailure.create({ type: BUG_FAILURE, nonRetryable: true, message: 'a look at the case was taken for a press' })
}

/** An unforeseen error fails the one command: a plain Error would fail the workflow task, and with it the case, for ever. */
function submit(journal: Journal, time: CaseTime, given: Command): ReturnType<Journal['submit']> {
  try {
    return journal.submit(given, time.now())
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw ApplicationFailure.create({ type: BUG_FAILURE, nonRetryable: true, message: `command ${given.id} (${given.kind}): ${message}` })
  }
}

function refusalFailure(refusal: Refusal): ApplicationFailure {
  return ApplicationFailure.create({ type: REFUSAL_FAILURE, nonRetryable: true, message: refusal.refusal, details: [refusal] })
}
