import { authorize } from '../../domain/case/authorize.ts'
import { decide, isRefusal } from '../../domain/case/index.ts'
import { recordedRefusal } from '../../domain/case/late-extension.ts'
import type { Command, CommandKind, CommandOf } from '../../domain/case/command.ts'
import type { Refusal } from '../../domain/case/refusal.ts'
import { REFUSALS } from '../../domain/case/refusal.ts'
import type { CaseState } from '../../domain/case/state.ts'
import type { Instant } from '../../domain/clocks/types.ts'
import type { Deps } from '../deps.ts'
import { commandId, repeatedPress } from '../http/idempotency-key.ts'
import { ProblemError, problem, refusalProblem } from '../problems/problem.ts'
import { actorOf } from '../sessions/person.ts'
import type { Person } from '../sessions/person.ts'
import { TextDrafts } from './texts.ts'

/** Who gives a command, when it came, under which key. */
export interface Giver {
  readonly deps: Deps
  readonly person: Person
  readonly at: Instant
  readonly key: string
}

/** What is asked, as it came: the same key with anything else here is another press. */
export interface Asked {
  readonly kind: CommandKind
  readonly taskId?: string
  readonly body: unknown
}

/** What every command carries, and the maker of its texts. */
export interface Envelope {
  readonly envelope: Pick<CommandOf<CommandKind>, 'id' | 'at' | 'actor'>
  readonly texts: TextDrafts
}

/** What a conflict shows of the present state. */
export type Present = (state: CaseState) => Promise<unknown>

/**
 * Gives one command and answers with the case as it stands after it. The rules are asked here first,
 * on the stored state, so that a refused press stores no text and does not reach the engine; the engine
 * decides again, and its word counts. A command that was handled before is not judged again: the key
 * is looked at before the version; a key that came with something else is a 422. `present` shows the present state in a refusal that is a conflict.
 */
export async function giveCommand(
  giver: Giver,
  state: CaseState,
  asked: Asked,
  build: (made: Envelope) => Command | Promise<Command>,
  present: Present,
): Promise<CaseState> {
  const { deps, person, at, key } = giver
  const caseId = state.start.caseId
  const id = commandId(person.id, key, asked)
  if (repeatedPress(id, state.handled) !== null) return unlessRefused(state, id, present)
  const actor = actorOf(person)
  const texts = new TextDrafts(caseId, id, { kind: person.kind, id: person.id })
  const command = await judged(() => build({ envelope: { id, at, actor }, texts }), state, present)
  if (command instanceof ProblemError) {
    // The state keeps only the last commands; the log keeps them all.
    const stored = (await deps.cases.events(caseId)).map((event) => event.commandId)
    if (repeatedPress(id, stored) !== null) return unlessRefused(state, id, present)
    throw command
  }
  if (texts.drafts.length > 0) await deps.texts.put(texts.drafts)
  const answer = await deps.gateway.command(caseId, command)
  const after = await deps.cases.load(caseId)
  if (after === null) throw problem('unavailable', { retryAfterSeconds: 2 })
  if (isRefusal(answer)) throw await refused(answer, after, present)
  return unlessRefused(after, id, present)
}

/** The case, unless the command was refused and recorded (an extension that was asked too late): that is a refusal, the first time and repeated. */
async function unlessRefused(state: CaseState, id: string, present: Present): Promise<CaseState> {
  const refusal = recordedRefusal(state, id)
  if (refusal !== null) throw await refused(refusal, state, present)
  return state
}

/** Throws where the person has no right to the command on that task: whoever may not press learns nothing of people and windows either. */
export function requireRight(state: CaseState, kind: CommandKind, taskId: string, person: Person): void {
  const authority = authorize(state, kind, { taskId }, actorOf(person))
  if (isRefusal(authority)) throw refusalProblem(authority)
}

/** The command, or why the rules or the input do not let it be one. */
async function judged(build: () => Command | Promise<Command>, state: CaseState, present: Present): Promise<Command | ProblemError> {
  try {
    const command = await build()
    const verdict = decide(state, command)
    return isRefusal(verdict) ? await refused(verdict, state, present) : command
  } catch (error) {
    if (error instanceof ProblemError) return error
    throw error
  }
}

async function refused(refusal: Refusal, state: CaseState, present: Present): Promise<ProblemError> {
  return refusalProblem(refusal, REFUSALS[refusal.refusal].status === 409 ? { state: await present(state) } : {})
}
