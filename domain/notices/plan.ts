import { apply } from '../case/apply/apply.ts'
import type { CaseEvent, EventOf } from '../case/event.ts'
import { homeStation, leadTask } from '../case/lookups.ts'
import type { CaseState } from '../case/state.ts'
import { nextOpening } from '../clocks/calendar.ts'
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

/** One notice a recipient; staff are written to in office hours only, experts at once. */
function addressed(event: CaseEvent, wanted: Wanted, state: CaseState): readonly Notice[] {
  const calendar = state.start.calendars[homeStation(state).calendar]
  const unique = new Map(wanted.to.map((recipient) => [JSON.stringify(recipient), recipient]))
  return [...unique.values()].map((recipient) => ({
    seq: event.seq, at: event.at, kind: wanted.kind, recipient, params: wanted.params,
    notBefore: recipient.kind === 'expert' || !calendar ? event.at : nextOpening(calendar, event.at),
  }))
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
      return isPublic(state, event.data.clockId) && state.status === 'open' ? [{ kind: 'late', to: expert, params: lateParams(state, event, plain) }] : []
    case 'RungFired':
      return rung(event, state, plain)
    case 'ExtensionRequested':
      return [{ kind: 'extension-asked', to: ofRole(state, event.data.decidedBy, leadTask(state)?.window ?? null), params: plain }]
    case 'ExtensionDecided':
      return [{ kind: 'extension-decided', to: askerOf(state, event.data.requestId), params: { ...plain, outcome: EXTENSION[event.data.granted ? 'granted' : 'refused'] } }]
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

/** The first dispatch of a filing is told by "received"; later ones by "handed". */
function dispatched(event: EventOf<'TaskDispatched'>, command: readonly CaseEvent[], state: CaseState, plain: NoticeParams, expert: readonly Recipient[]): readonly Wanted[] {
  const params = { ...plain, window: event.data.window }
  const staff: Wanted = { kind: 'dispatched', to: [{ kind: 'role', role: 'clerk', window: event.data.window }], params }
  const first = command.some((each) => each.type === 'AppealReceived' || each.type === 'AppealReopened')
  const handed = event.data.role === 'lead' && !first && state.status === 'open'
  return handed ? [staff, { kind: 'handed', to: expert, params }] : [staff]
}

/** Before the date the expert hears that it is near, without asking; lateness is told by "late". */
function rung(event: EventOf<'RungFired'>, state: CaseState, plain: NoticeParams): readonly Wanted[] {
  const { staff, tellsExpert } = rungRecipients(state, event)
  const params = rungParams(state, event, plain)
  const wanted: Wanted[] = staff.length > 0 ? [{ kind: 'rung-fired', to: staff, params }] : []
  const near = event.at < event.data.dueAt
  if (tellsExpert && (near || !isPublic(state, event.data.clockId))) {
    wanted.push({ kind: near ? 'due-soon' : 'late', to: [{ kind: 'expert', id: state.start.expert.id }], params })
  }
  return wanted
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

function reallyMoves(state: CaseState, event: EventOf<'ClockMoved'>): boolean {
  const { moved } = movedParams(state, event)
  return event.data.change.kind !== 'paused' && moved !== null && moved.from !== moved.to && moved.to !== null
}

function materialNames(state: CaseState, codes: readonly string[]): NoticeParams['materials'] {
  return state.start.item.materials.filter((material) => codes.includes(material.code)).map((material) => material.name)
}
