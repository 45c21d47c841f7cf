import type { CommandKind, TaskCommandKind } from './command.ts'
import type { CommandTarget } from './authorize.ts'
import { expiredClock } from './late-extension.ts'
import { clockOf, isOpen, isWaiting, leadTask, named, openPauses, openQuestion, pendingExtension } from './lookups.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { CaseState, Task } from './state.ts'

type Verdict = true | Refusal

/** Commands on one open task: what must be true of the task, besides being open. */
const ON_TASK: Readonly<Record<TaskCommandKind, readonly ((state: CaseState, task: Task) => Verdict)[]>> = {
  SignTask: [(_, task) => task.signedAt === null || refuse('already-signed')],
  ClaimTask: [(_, task) => task.assignee === null || refuse('already-claimed')],
  ReleaseTask: [claimed, running],
  TransferTask: [claimed],
  DelegateTask: [claimed, running],
  CompleteTask: [lead, running],
  ReturnTask: [lead, running, mayReturn],
  ReferTask: [lead, running],
  PauseTask: [lead],
  ResumeTask: [(_, task) => isWaiting(task) || refuse('not-paused')],
  AskExpert: [lead, running],
  RequestExtension: [lead, extensible],
  RequestCoHandling: [lead],
  GiveConsent: [coHandler],
  RaiseObjection: [coHandler],
  IssueDeficiencyNotice: [lead, running, (state) => state.deficiency === null || refuse('deficiency-already-noticed'), notAccepted],
  AcceptProvisionally: [lead, running, notAccepted, promisable],
  CommentOnTask: [],
  ReassignTask: [],
  IssueOrder: [lead],
}

/**
 * Whether the state allows this kind of command now, whoever gives it and whatever it carries: what
 * makes a button appear. `decide` looks at the contents afterwards.
 */
export function gate(state: CaseState, kind: CommandKind, target: CommandTarget): Verdict {
  if (kind === 'Tick') return state.status !== 'ended' || refuse('case-ended')
  if (kind === 'FileAppeal') return state.status === 'new' || refuse('not-permitted')
  if (state.status === 'ended' || state.status === 'new') return refuse('case-ended')
  if (kind === 'ReplaceCalendar' || kind === 'ReplaceItem') return true
  if (kind === 'RateAppeal' || kind === 'RecordCallBack' || kind === 'ReopenAppeal') return inAftercare(state, kind)
  if (kind === 'AnswerOrder') return orderOpen(state, target)
  if (state.status !== 'open') return refuse('case-not-open')
  if (isTaskCommand(kind)) return taskGate(state, kind, target)
  return caseGate(state, kind)
}

function isTaskCommand(kind: CommandKind): kind is TaskCommandKind {
  return kind in ON_TASK
}

function taskGate(state: CaseState, kind: TaskCommandKind, target: CommandTarget): Verdict {
  const task = named(state.tasks, target.taskId)
  if (!task) return refuse('unknown-task')
  if (!isOpen(task) && kind !== 'CommentOnTask') return refuse('task-not-open')
  return firstRefusal(ON_TASK[kind], (check) => check(state, task))
}

type CaseCommandKind =
  | 'SupplementAppeal'
  | 'AnswerQuestion'
  | 'UrgeAppeal'
  | 'WithdrawAppeal'
  | 'DecideExtension'
  | 'Arbitrate'
  | 'CloseByOrder'

function caseGate(state: CaseState, kind: CaseCommandKind): Verdict {
  switch (kind) {
    case 'SupplementAppeal':
      return supplementable(state)
    case 'AnswerQuestion':
      return openQuestion(state) !== null || refuse('no-question')
    case 'UrgeAppeal':
      return !urged(state) || refuse('already-urged')
    case 'DecideExtension':
      return pendingExtension(state) !== null || refuse('no-extension-pending')
    case 'Arbitrate':
      return state.arbitration !== null || refuse('no-arbitration')
    default:
      return true
  }
}

/** Whether the expert's urging is still within the window's reply limit. */
function urged(state: CaseState): boolean {
  return Object.values(state.orders).some(
    (order) => order.because === 'urged' && clockOf(state, 'order-reply', 'order', order.id)?.expiredAt === null,
  )
}

function firstRefusal<T>(checks: readonly T[], run: (check: T) => Verdict): Verdict {
  for (const check of checks) {
    const verdict = run(check)
    if (verdict !== true) return verdict
  }
  return true
}

function claimed(_: CaseState, task: Task): Verdict {
  return task.assignee !== null || refuse('not-claimed')
}

function running(_: CaseState, task: Task): Verdict {
  return !isWaiting(task) || refuse('task-waiting')
}

function lead(_: CaseState, task: Task): Verdict {
  return task.role === 'lead' || refuse('not-the-lead')
}

function coHandler(_: CaseState, task: Task): Verdict {
  return task.role === 'co-handler' || refuse('not-a-co-handler')
}

function notAccepted(state: CaseState): Verdict {
  return state.accepted === null || refuse('already-accepted')
}

function mayReturn(_: CaseState, task: Task): Verdict {
  return task.dispatchedBecause !== 'arbitrated' || refuse('return-after-arbitration')
}

function extensible(state: CaseState, task: Task): Verdict {
  const rule = state.start.item.limits.extension
  if (rule === null) return refuse('extension-not-allowed')
  if (pendingExtension(state)) return refuse('extension-pending')
  const granted = Object.values(state.extensions).filter((request) => request.decision === 'granted').length
  if (granted >= rule.maxTimes) return refuse('extension-too-often', { params: { max: String(rule.maxTimes) } })
  return expiredClock(state, task.id) === null || refuse('extension-too-late')
}

function promisable(state: CaseState): Verdict {
  return Object.values(state.materials).some((material) => material !== 'provided') || refuse('nothing-to-promise')
}

/** Something is wanted, or the expert still owes promised papers, or the task waits for them. */
function supplementable(state: CaseState): Verdict {
  const owed = Object.values(state.materials).some((material) => material !== 'provided')
  const task = leadTask(state)
  const waits = task !== null && openPauses(state, task.id).some((pause) => pause.reason === 'awaiting-materials')
  return owed || waits || refuse('nothing-wanted')
}

function inAftercare(state: CaseState, kind: 'RateAppeal' | 'RecordCallBack' | 'ReopenAppeal'): Verdict {
  if (state.status !== 'aftercare') return refuse('case-not-in-aftercare')
  return kind !== 'RateAppeal' || state.rating === null || refuse('already-rated')
}

function orderOpen(state: CaseState, target: CommandTarget): Verdict {
  const order = named(state.orders, target.orderId)
  if (!order) return refuse('order-unknown')
  return order.answeredAt === null || refuse('order-answered')
}
