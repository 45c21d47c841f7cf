import { apply, decide, fold, isRefusal, nextWake } from '../../domain/case/index.ts'
import type { Command, CommandData, CommandKind } from '../../domain/case/command.ts'
import type { CaseEvent, EventOf, EventType } from '../../domain/case/event.ts'
import { leadTask } from '../../domain/case/lookups.ts'
import type { RefusalCode } from '../../domain/case/refusal.ts'
import { type CaseClock, type CaseStart, type CaseState, initialState, type Task } from '../../domain/case/state.ts'
import { TIMER, type Actor } from '../../domain/people/actor.ts'
import { planNotices } from '../../domain/notices/plan.ts'
import type { Notice } from '../../domain/notices/notice.ts'
import { anAppeal, beijing, clerkOf, EXPERT, type Filing, text } from './builders.ts'
import { checkEverything } from './every-command.ts'

type Instant = number | string

/** One command with everything it led to. */
export interface Step {
  readonly command: Command
  readonly before: CaseState
  readonly events: readonly CaseEvent[]
  readonly after: CaseState
}

/** One appeal in the hands of an office: commands come in, time passes, everything is kept. */
export class Office {
  readonly start: CaseStart
  readonly steps: Step[] = []
  state: CaseState
  readonly #check: (office: Office) => void

  /** `check` is asked after every command and every due instant; whoever passes another one checks by itself. */
  constructor(start: CaseStart, check: (office: Office) => void = checkEverything) {
    this.start = start
    this.#check = check
    this.state = initialState(start)
  }

  get events(): readonly CaseEvent[] {
    return this.steps.flatMap((step) => step.events)
  }

  /** A command at that time; what was due before it happens first, as in the workflow. Throws where it is refused. */
  give<K extends CommandKind>(at: Instant, actor: Actor, kind: K, data: CommandData[K]): readonly CaseEvent[] {
    const answer = this.attempt(at, actor, kind, data)
    if (typeof answer === 'string') throw new Error(`${kind} at ${at} was refused: ${answer}`)
    return answer
  }

  /** The code with which a command is refused at that time, or null where it is not; the case stays as it is. */
  refusal<K extends CommandKind>(at: Instant, actor: Actor, kind: K, data: CommandData[K]): RefusalCode | null {
    this.until(at)
    const decided = decide(this.state, this.#command(at, actor, kind, data))
    return isRefusal(decided) ? decided.refusal : null
  }

  attempt<K extends CommandKind>(at: Instant, actor: Actor, kind: K, data: CommandData[K]): readonly CaseEvent[] | RefusalCode {
    this.until(at)
    const command = this.#command(at, actor, kind, data)
    const decided = decide(this.state, command)
    return isRefusal(decided) ? decided.refusal : this.#take(command, decided)
  }

  /** Lets time pass up to and including an instant. */
  until(at: Instant): this {
    for (let due = nextWake(this.state); due !== null && due <= instant(at); due = nextWake(this.state)) {
      const command: Command = { kind: 'Tick', id: `tick-${this.state.seq}-${due}`, at: due, actor: TIMER, data: {} }
      const decided = decide(this.state, command)
      if (isRefusal(decided) || decided.length === 0) throw new Error(`nothing happens at ${due}`)
      this.#take(command, decided)
    }
    return this
  }

  /** The open lead task. */
  get lead(): Task {
    const task = leadTask(this.state)
    if (task === null) throw new Error('there is no open lead task')
    return task
  }

  /** A clerk of the window of the open lead task. */
  get clerk(): Actor {
    return clerkOf(this.lead.window)
  }

  get onLead(): { readonly taskId: string; readonly version: null } {
    return { taskId: this.lead.id, version: null }
  }

  /** Completes the lead task by that outcome, by a clerk of its window. */
  complete(at: Instant, outcome: string): this {
    this.until(at)
    this.give(at, this.clerk, 'CompleteTask', { ...this.onLead, outcome, reply: text('reply'), note: null, officeInCharge: null })
    return this
  }

  /** The latest clock of that kind, running or not. */
  clock(kind: CaseClock['kind']): CaseClock {
    const clock = Object.values(this.state.clocks)
      .filter((each) => each.kind === kind)
      .at(-1)
    if (!clock) throw new Error(`no ${kind} clock`)
    return clock
  }

  /** Every event of that type so far. */
  all<T extends EventType>(type: T): readonly EventOf<T>[] {
    return this.events.filter((event): event is EventOf<T> & CaseEvent => event.type === type)
  }

  last<T extends EventType>(type: T): EventOf<T> {
    const event = this.all(type).at(-1)
    if (!event) throw new Error(`no ${type}`)
    return event
  }

  /** The notices of every command so far, as they would be written. */
  get notices(): readonly Notice[] {
    return this.steps.flatMap((step) => planNotices(step.before, step.events))
  }

  /** The notices of the last command. */
  get lastNotices(): readonly Notice[] {
    const step = this.steps.at(-1)
    return step ? planNotices(step.before, step.events) : []
  }

  refold(): CaseState {
    return fold(this.start, this.events)
  }

  #command<K extends CommandKind>(at: Instant, actor: Actor, kind: K, data: CommandData[K]): Command {
    const command: unknown = { kind, id: `command-${this.steps.length}`, at: instant(at), actor, data }
    return command as Command
  }

  #take(command: Command, events: readonly CaseEvent[]): readonly CaseEvent[] {
    const before = this.state
    this.state = events.reduce(apply, before)
    this.steps.push({ command, before, events, after: this.state })
    this.#check(this)
    return events
  }
}

/** An appeal that has been filed; unless told on Monday 2 March 2026 at 09:00. */
export function filed(filing: Filing = {}, at: Instant = '2026-03-02 09:00', check: (office: Office) => void = checkEverything): Office {
  const office = new Office(anAppeal(filing), check)
  office.give(at, EXPERT, 'FileAppeal', {})
  return office
}

function instant(at: Instant): number {
  return typeof at === 'string' ? beijing(at) : at
}
