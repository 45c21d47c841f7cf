import { apply } from '../case/apply/apply.ts'
import type { CaseEvent, EventOf } from '../case/event.ts'
import { homeStation, leadTask, windowOf } from '../case/lookups.ts'
import type { CaseState } from '../case/state.ts'
import { nextOpening } from '../clocks/calendar.ts'
import type { Instant } from '../clocks/types.ts'
import type { Notice, NoticeKind, NoticeParams, Recipient } from './notice.ts'
import { askerOf, assigneeOr, ofRole, rungRecipients } from './recipients.ts'
import { closedParams, lateParams, movedParams, paramsOf, rungParams } from './params.ts'

interface Wanted {
  readonly kind: NoticeKind
  readonly to: readonly Recipient[]
  readonly params: NoticeParams
}

/**
 * The notices that follow from a batch of events: one per (seq, kind, recipient) (I6). What a notice
 * says is taken from the state after its whole command, so that a date started by the same command is
 * known. Pure; `before` is the state before the first event.
 */
export function planNotices(before: CaseState, events: readonly CaseEvent[]): readonly Notice[] {
  const notices: Notice[] = []
  let state = before
  for (const command of byCommand(events)) {
    state = command.reduce(apply, state)
    for (const event of command) {
      for (const wanted of wantedFor(event, command, state)) notices.push(...addressed(event, wanted, state))
    }
  }
  return notices
}

function byCommand(events: readonly CaseEvent[]): readonly (readonly CaseEvent[])[] {
  const groups: CaseEvent[][] = []
  for (const event of events) {
    const last = groups[groups.length - 1]
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
      seq: event.seq, at: event.at, kind: wanted.kind, recipient, params: wanted.params, notBefore: earliest(state, recipient, event.at),
    }))
}

/** Experts are written to at once, staff in office hours: those of their window where it is known, else of the expert's station. */
function earliest(state: CaseState, recipient: Recipient, at: Instant): Instant {
  if (recipient.kind === 'expert') return at
  const window = 'window' in recipient ? windowOf(state, recipient.window) : null
  const calendar = state.start.calendars[window?.calendar ?? ''] ?? state.start.calendars[homeStation(state).calendar]
  return calendar ? nextOpening(calendar, at) : at
}

function wantedFor(event: CaseEvent, command: readonly CaseEvent[], state: CaseState): readonly Wanted[] {
  const expert: readonly Recipient[] = [{ kind: 'expert', id: state.start.expert.id }]
  const plain = paramsOf(state, event.at)
  switch (event.type) {
    case 'AppealReceived':
      return [{ kind: 'received', to: expert, params: plain }]
    case 'AppealAccepted':
      return [{ kind: 'accepted', to: expert, params: { ...plain, reason: ACCEPTED[event.data.mode] } }]
    case 'TaskDispatched':
      return dispatched(event, command, state, plain, expert)
    case 'TaskTransferred':
    case 'TaskDelegated':
      return [{ kind: 'transferred', to: [{ kind: 'staff', id: event.data.to }], params: plain }]
    case 'TaskReassigned':
      return event.data.window === null && event.data.to !== null ? [{ kind: 'transferred', to: [{ kind: 'staff', id: event.data.to }], params: plain }] : []
    case 'TaskPaused':
      return asksExpert(command) ? [] : [{ kind: 'paused', to: expert, params: { ...plain, reason: movedParams(state, event).why } }]
    case 'TaskResumed':
      return movesDate(command, state) ? [] : [{ kind: 'resumed', to: expert, params: plain }]
    case 'DeficiencyNoticeIssued':
      return [{ kind: 'materials-wanted', to: expert, params: { ...plain, materials: materialNames(state, event.data.materials), textId: event.data.note?.id ?? null } }]
    case 'QuestionAsked':
      return [{ kind: 'question', to: expert, params: { ...plain, textId: event.data.question.id } }]
    case 'QuestionAnswered':
    case 'MaterialsSupplemented':
      return [{ kind: 'expert-replied', to: assigneeOr(state, leadTask(state), 'clerk'), params: plain }]
    case 'ClockMoved':
      return tellsOfDate(event, command, state) ? [{ kind: 'due-moved', to: expert, params: { ...plain, moved: movedParams(state, event).moved } }] : []
    case 'ClockExpired':
      return tellsOfLateness(event, command, state) ? [{ kind: 'late', to: expert, params: lateParams(state, event, plain) }] : []
    case 'RungFired':
      return rung(event, command, state, plain)
    case 'ExtensionRequested':
      return [{ kind: 'extension-asked', to: ofRole(state, event.data.decidedBy, leadTask(state)?.window ?? null), params: plain }]
    case 'ExtensionDecided':
      return event.data.because === 'task-ended' ? [] : [{ kind: 'extension-decided', to: askerOf(state, event.data.requestId), params: { ...plain, outcome: EXTENSION[event.data.granted ? 'granted' : 'refused'] } }]
    case 'ArbitrationRequested':
      return [{ kind: 'arbitration-asked', to: ofRole(state, 'station-supervisor', null), params: plain }]
    case 'ObjectionRaised':
      return [{ kind: 'objection', to: assigneeOr(state, leadTask(state), 'window-lead'), params: plain }]
    case 'OrderIssued':
      return [{ kind: 'order-issued', to: [{ kind: 'role', role: 'window-lead', window: event.data.window }], params: { ...plain, window: event.data.window, outcome: ORDER[event.data.order] } }]
    case 'AppealClosed':
      return [{ kind: event.data.result === 'lapsed' ? 'lapsed' : 'closed', to: expert, params: closedParams(event, plain) }]
    case 'AppealReopened':
      return [{ kind: 'reopened', to: expert, params: plain }]
    default:
      return []
  }
}

const ACCEPTED = {
  explicit: { zh: '已受理', en: 'accepted' },
  provisional: { zh: '容缺受理', en: 'accepted provisionally, the promised papers follow' },
  deemed: { zh: '期限内未告知，自收到之日起视为受理', en: 'nothing was said in time, so it counts as accepted from the day of receipt' },
} as const
const EXTENSION = { granted: { zh: '同意延期', en: 'granted' }, refused: { zh: '不同意延期', en: 'refused' } } as const
const ORDER = { urge: { zh: '催办', en: 'urge' }, supervise: { zh: '督办', en: 'supervise' } } as const

/** The first dispatch of a filing is told by "received"; later ones by "handed". A task given to a person is told to that person alone. */
function dispatched(event: EventOf<'TaskDispatched'>, command: readonly CaseEvent[], state: CaseState, plain: NoticeParams, expert: readonly Recipient[]): readonly Wanted[] {
  const params = { ...plain, window: event.data.window }
  const given = command.some((each) => each.type === 'TaskReassigned' && each.data.taskId === event.data.taskId)
  const first = command.some((each) => each.type === 'AppealReceived' || each.type === 'AppealReopened')
  const wanted: Wanted[] = given ? [] : [{ kind: 'dispatched', to: [{ kind: 'role', role: 'clerk', window: event.data.window }], params }]
  if (event.data.role === 'lead' && !first && state.status === 'open') wanted.push({ kind: 'handed', to: expert, params })
  return wanted
}

/**
 * Before the date the expert hears that it is near, without asking; after it, that we are late and by when
 * it will be. What the order of the same rung tells a window's lead is not told twice.
 */
function rung(event: EventOf<'RungFired'>, command: readonly CaseEvent[], state: CaseState, plain: NoticeParams): readonly Wanted[] {
  const { staff, tellsExpert } = rungRecipients(state, event)
  const params = rungParams(state, event, plain)
  const untold = staff.filter((recipient) => !command.some((each) => each.type === 'OrderIssued' && each.data.rung === event.data.rung && isLeadOf(recipient, each.data.window)))
  const wanted: Wanted[] = untold.length > 0 ? [{ kind: 'rung-fired', to: untold, params }] : []
  const expert: readonly Recipient[] = [{ kind: 'expert', id: state.start.expert.id }]
  const late = lateParams(state, event, plain)
  if (tellsExpert && event.at < event.data.dueAt) wanted.push({ kind: 'due-soon', to: expert, params })
  else if (tellsExpert && !isPublic(state, event.data.clockId) && late.moved?.to != null) wanted.push({ kind: 'late', to: expert, params: late })
  return wanted
}

function isLeadOf(recipient: Recipient, window: string): boolean {
  return recipient.kind === 'role' && recipient.role === 'window-lead' && recipient.window === window
}

/** A public date that passed while the appeal is open; where the promised and the legal one pass at once, the legal one is told. */
function tellsOfLateness(event: EventOf<'ClockExpired'>, command: readonly CaseEvent[], state: CaseState): boolean {
  if (state.status !== 'open' || !isPublic(state, event.data.clockId)) return false
  const passed = command.filter((each): each is EventOf<'ClockExpired'> => each.type === 'ClockExpired' && isPublic(state, each.data.clockId))
  const told = passed.find((each) => state.clocks[each.data.clockId]?.kind === 'legal') ?? passed[0]
  return told?.seq === event.seq
}

function asksExpert(command: readonly CaseEvent[]): boolean {
  return command.some((event) => event.type === 'DeficiencyNoticeIssued' || event.type === 'QuestionAsked')
}

/** Legal and promised dates are public; their lateness and moves are told to the expert. */
function isPublic(state: CaseState, clockId: string): boolean {
  const kind = state.clocks[clockId]?.kind
  return kind === 'promised' || kind === 'legal'
}

/** One mail a command: of the promised date, or of the legal one where no promised date moved. */
function tellsOfDate(event: EventOf<'ClockMoved'>, command: readonly CaseEvent[], state: CaseState): boolean {
  if (event.data.change.kind === 'paused' || !isPublic(state, event.data.clockId)) return false
  const moves = command.filter((each): each is EventOf<'ClockMoved'> => each.type === 'ClockMoved' && isPublic(state, each.data.clockId) && reallyMoves(state, each))
  const told = moves.find((each) => state.clocks[each.data.clockId]?.kind === 'promised') ?? moves[0]
  return told?.seq === event.seq
}

function movesDate(command: readonly CaseEvent[], state: CaseState): boolean {
  return command.some((event) => event.type === 'ClockMoved' && tellsOfDate(event, command, state))
}

/** An extension is always told, also while the date stands still; else a date has to differ. */
function reallyMoves(state: CaseState, event: EventOf<'ClockMoved'>): boolean {
  if (event.data.change.kind === 'paused') return false
  if (event.data.change.kind === 'extended') return true
  const { moved } = movedParams(state, event)
  return moved !== null && moved.from !== moved.to && moved.to !== null
}

function materialNames(state: CaseState, codes: readonly string[]): NoticeParams['materials'] {
  return state.start.item.materials.filter((material) => codes.includes(material.code)).map((material) => material.name)
}
