import type { CommandData, CommandKind } from '../../domain/case/command.ts'
import { permit, permittedKinds, REFUSALS, targetOf } from '../../domain/case/index.ts'
import { leadTask } from '../../domain/case/lookups.ts'
import { EXTENSION_REASONS, RETURN_REASONS } from '../../domain/case/reasons.ts'
import type { CaseState } from '../../domain/case/state.ts'
import { PAUSE_REASONS } from '../../domain/clocks/pause-reasons.ts'
import type { Actor } from '../../domain/people/actor.ts'
import { CLOSE_RESULTS } from '../../domain/routing/item.ts'
import { catalog, clerkOf, EXPERT, headOf, leadOf, liaisonOf, PROVINCE, substituteOf, supervisorOf, text, windowNamed } from './builders.ts'
import { type Building, n, pick, someCalendar, someItem } from './random-replacements.ts'

/** One random step: how long nothing happens, who acts, what is chosen of all that is possible. */
export interface Step {
  readonly minutes: number
  readonly actor: number
  readonly kind: number
  readonly picks: readonly number[]
  /** Whether the actor keeps to what the case permits. */
  readonly sensible: boolean
}

/** Refusals with another status than 422 that the contents of a permitted command may meet. */
const CONTENT_REFUSALS: Readonly<Partial<Record<CommandKind, readonly string[]>>> = {
  ReassignTask: ['task-waiting', 'not-the-lead'],
  AnswerQuestion: ['no-question'],
  DecideExtension: ['no-extension-pending'],
  CompleteTask: ['co-handlers-open', 'materials-incomplete', 'already-accepted'],
  CloseByOrder: ['already-accepted'],
  ReturnTask: ['return-too-late'],
  RequestExtension: ['extension-too-late'],
  PauseTask: ['pause-open'],
  AcceptProvisionally: ['materials-incomplete', 'nothing-to-promise'],
  ReplaceItem: ['item-misfit', 'item-not-newer'],
  IssueDeficiencyNotice: ['materials-incomplete'],
  IssueOrder: ['order-open'],
  RequestCoHandling: ['already-co-handling'],
}

/** Whether a refusal of a permitted command is one of its contents. */
export function isOfContents(kind: CommandKind, code: keyof typeof REFUSALS): boolean {
  return REFUSALS[code].status === 422 || (CONTENT_REFUSALS[kind]?.includes(code) ?? false)
}

/** Somebody who may have a hand in the case. */
export function someone(state: CaseState, n: number): Actor {
  const windows = [
    ...new Set([...Object.values(state.tasks).map((task) => task.window), state.accountableWindow ?? 'prov.general.reception']),
  ]
  const lead = leadTask(state)?.window ?? windows[0] ?? ''
  const home = state.start.directory.stations[0]?.code ?? ''
  const people: readonly Actor[] = [
    EXPERT,
    clerkOf(lead),
    clerkOf(lead),
    leadOf(lead),
    clerkOf(lead, 'colleague'),
    headOf(...windows),
    supervisorOf(home),
    PROVINCE,
    liaisonOf(home),
    clerkOf(windows[n % windows.length] ?? lead),
    leadOf(windows[n % windows.length] ?? lead),
    substituteOf(lead, `clerk of ${lead}`),
  ]
  return pick(people, n)
}

/** A command that the actor may give, or where none is sensible any command at all. */
export function someCommand(
  state: CaseState,
  actor: Actor,
  step: Step,
): { readonly kind: CommandKind; readonly data: CommandData[CommandKind] } {
  const [a = 0, b = 0] = step.picks
  const tasks = Object.values(state.tasks)
  const lead = leadTask(state)
  const task = lead !== null && a % 4 !== 0 ? lead : pick(tasks, b)
  const target = { taskId: task.id, orderId: pickId(state.orders, b, 'o0'), requestId: pickId(state.extensions, b, 'x0') }
  const kinds = step.sensible ? permittedKinds(state, actor, target).filter((kind) => !OF_NOBODY.has(kind)) : []
  const rare = new Set<CommandKind>(['WithdrawAppeal', 'CloseByOrder', 'CommentOnTask'])
  const chosen = kinds.filter((kind) => !rare.has(kind) || a % 7 === 0)
  const onward = chosen.includes('CompleteTask') && a % 3 === 0
  const kind = onward ? 'CompleteTask' : pick(chosen.length > 0 ? chosen : (Object.keys(BUILD) as CommandKind[]), step.kind)
  return { kind, data: BUILD[kind]({ state, task: task.id, order: target.orderId, request: target.requestId, picks: step.picks }) }
}

/** Commands that no person gives. */
const OF_NOBODY: ReadonlySet<CommandKind> = new Set(['ReplaceCalendar', 'ReplaceItem', 'Tick'])

/** A newer version of one of the case's calendars, or of its item. */
export function someReplacement(state: CaseState, step: Step): { readonly kind: CommandKind; readonly data: CommandData[CommandKind] } {
  const from = { state, task: '', order: '', request: '', picks: step.picks }
  const kind = step.kind % 2 === 0 ? 'ReplaceCalendar' : 'ReplaceItem'
  return { kind, data: BUILD[kind](from) }
}

/** Whether the case permits it by the same question that pages ask. */
export function isPermitted(state: CaseState, actor: Actor, kind: CommandKind, data: CommandData[CommandKind]): boolean {
  const target = targetOf({ kind, data, id: '', at: 0, actor } as Parameters<typeof targetOf>[0])
  return permit(state, kind, target, actor) === true
}

const BUILD: { readonly [K in CommandKind]: (from: Building) => CommandData[K] } = {
  FileAppeal: () => ({}),
  SignTask: onTask,
  ClaimTask: onTask,
  ReleaseTask: onTask,
  TransferTask: (from) => ({ ...onTask(from), to: `person-${n(from, 2) % 3}` }),
  DelegateTask: (from) => ({ ...onTask(from), to: `person-${n(from, 2) % 3}` }),
  CompleteTask: (from) => {
    const task = from.state.tasks[from.task]
    const outcomes = from.state.start.item.stages.find((stage) => stage.code === task?.stage)?.outcomes ?? []
    return {
      ...onTask(from),
      outcome: pick(
        outcomes.map((each) => each.code),
        n(from, 2),
      ),
      reply: text('reply'),
      note: maybe(from),
      officeInCharge: n(from, 3) % 3 === 0 ? null : text('tax office'),
    }
  },
  ReturnTask: (from) => ({ ...onTask(from), reason: pick(RETURN_REASONS, n(from, 2)), note: maybe(from), evidence: maybe(from) }),
  ReferTask: (from) => ({ ...onTask(from), window: someWindow(from), note: maybe(from) }),
  PauseTask: (from) => ({
    ...onTask(from),
    reason: pick(PAUSE_REASONS, n(from, 2)),
    until: from.state.at + (1 + (n(from, 3) % 200)) * 3_600_000,
    note: maybe(from),
  }),
  ResumeTask: (from) => ({ ...onTask(from), note: maybe(from) }),
  AskExpert: (from) => ({ ...onTask(from), question: text('question') }),
  RequestExtension: (from) => ({ ...onTask(from), amount: 1 + (n(from, 2) % 12), reason: pick(EXTENSION_REASONS, n(from, 3)), note: null }),
  RequestCoHandling: (from) => ({ ...onTask(from), window: someWindow(from), note: maybe(from) }),
  GiveConsent: (from) => ({ ...onTask(from), note: maybe(from) }),
  RaiseObjection: (from) => ({ ...onTask(from), reasons: maybe(from) }),
  IssueDeficiencyNotice: (from) => ({ ...onTask(from), materials: someMaterials(from), note: maybe(from) }),
  AcceptProvisionally: (from) => ({ ...onTask(from), promised: someMaterials(from), note: maybe(from) }),
  CommentOnTask: (from) => ({ ...onTask(from), note: text('note') }),
  SupplementAppeal: (from) => ({ materials: someMaterials(from), note: maybe(from) }),
  AnswerQuestion: (from) => ({ questionId: pickId(from.state.questions, n(from, 2), 'q1'), answer: text('answer') }),
  UrgeAppeal: (from) => ({ note: maybe(from) }),
  WithdrawAppeal: (from) => ({ reason: maybe(from) }),
  RateAppeal: (from) => ({ score: 1 + (n(from, 2) % 5), note: maybe(from) }),
  ReassignTask: (from) => ({
    ...onTask(from),
    window: n(from, 2) % 2 === 0 ? someWindow(from) : null,
    to: n(from, 3) % 3 === 0 ? null : `person-${n(from, 3) % 3}`,
    reason: null,
  }),
  DecideExtension: (from) => ({ requestId: from.request, granted: n(from, 2) % 3 !== 0, note: maybe(from) }),
  Arbitrate: (from) => ({ window: someWindow(from), note: maybe(from) }),
  IssueOrder: (from) => ({ ...onTask(from), order: n(from, 2) % 2 === 0 ? 'urge' : 'supervise', note: maybe(from) }),
  AnswerOrder: (from) => ({ orderId: from.order, answer: text('answer') }),
  CloseByOrder: (from) => ({
    result: pick(CLOSE_RESULTS, n(from, 2)),
    reply: maybe(from),
    officeInCharge: n(from, 3) % 2 === 0 ? text('tax office') : null,
  }),
  RecordCallBack: (from) => ({ satisfied: n(from, 2) % 2 === 0, note: maybe(from) }),
  ReopenAppeal: (from) => ({ reason: maybe(from) }),
  Tick: () => ({}),
  ReplaceCalendar: (from) => ({ calendar: someCalendar(from) }),
  ReplaceItem: (from) => ({ item: someItem(from) }),
}

function onTask(from: Building): { readonly taskId: string; readonly version: number | null } {
  return { taskId: from.task, version: n(from, 4) % 5 === 0 ? (from.state.tasks[from.task]?.version ?? 1) : null }
}

function someWindow(from: Building): ReturnType<typeof windowNamed> {
  return windowNamed(pick([...catalog.windows.keys()], n(from, 2)))
}

function someMaterials(from: Building): readonly string[] {
  const codes = from.state.start.item.materials.map((material) => material.code)
  const wanted = n(from, 2) % 3
  if (wanted === 0) return codes.filter((code) => from.state.materials[code] !== 'provided')
  return wanted === 1 ? codes : codes.filter((_, index) => (n(from, 3) >> index) % 2 === 1)
}

function maybe(from: Building): ReturnType<typeof text> | null {
  return n(from, 4) % 3 === 0 ? null : text('note')
}

function pickId(record: Readonly<Record<string, unknown>>, index: number, otherwise: string): string {
  const ids = Object.keys(record)
  return ids.length === 0 ? otherwise : (ids[index % ids.length] ?? otherwise)
}
