import type { Instant } from '../clocks/types.ts'
import type { CaseEvent, EventOf } from '../case/event.ts'
import { caseClock, clockOf, leadTask, openPause } from '../case/lookups.ts'
import { EXTENSION_REASON_LABELS, RETURN_REASON_LABELS } from '../case/reasons.ts'
import type { CaseState, TextRef } from '../case/state.ts'
import { stillAskedFor } from '../case/wanted-papers.ts'
import { PAUSE_REASON_LABELS } from '../clocks/pause-reasons.ts'
import type { NoticeKind, NoticeParams, Recipient, Wanted } from './notice.ts'
import { closedParams, consequenceOf, lateParams, materialNames, movedParams, withDue } from './params.ts'
import { askerOf, assigneeOr, ofRole, orderRecipients } from './recipients.ts'
import { rungWanted } from './rung-wanted.ts'
import { asksExpert, tellsOfLateness, toldMove } from './told-once.ts'
import { ACCEPTED, DISPATCHED, EXTENSION, NOT_DECIDED, ORDER, RESUMED } from './words.ts'

/** What one event of a command tells to whom; `state` is the one after the whole command, `plain` what every notice of it may say. */
export function wantedFor(event: CaseEvent, command: readonly CaseEvent[], state: CaseState, plain: () => NoticeParams): readonly Wanted[] {
  const expert: readonly Recipient[] = [{ kind: 'expert', id: state.start.expert.id }]
  const told = (kind: NoticeKind, to: readonly Recipient[], params: Partial<NoticeParams> = {}): readonly Wanted[] => [
    { kind, to, params: { ...plain(), ...params } },
  ]
  switch (event.type) {
    case 'AppealReceived':
      return told('received', expert, owed(plain(), state, event.at))
    case 'AppealAccepted':
      return told('accepted', expert, { ...owed(plain(), state, event.at), reason: ACCEPTED[event.data.mode] })
    case 'TaskDispatched':
      return dispatched(event, command, state, plain())
    case 'TaskTransferred':
    case 'TaskDelegated':
      return told('transferred', [{ kind: 'staff', id: event.data.to }])
    case 'TaskReassigned':
      return event.data.window === null && event.data.to !== null ? told('transferred', [{ kind: 'staff', id: event.data.to }]) : []
    case 'TaskPaused':
      return asksExpert(command) ? [] : told('paused', expert, { reason: movedParams(state, event).why, until: event.data.until })
    case 'TaskResumed':
      return [
        ...(toldMove(command, state) === null ? resumed(event, command, state, plain()) : []),
        ...(event.data.suspicious ? told('pause-flagged', ofRole(state, 'station-supervisor', null), flaggedParams(event, state)) : []),
      ]
    case 'DeficiencyNoticeIssued':
      return told('materials-wanted', expert, {
        materials: materialNames(state, event.data.materials),
        textId: idOf(event.data.note),
        ...consequenceOf(state, 'cure'),
      })
    case 'QuestionAsked':
      return told('question', expert, { textId: event.data.question.id, ...consequenceOf(state, 'answer') })
    case 'QuestionAnswered':
      return told('expert-replied', assigneeOr(state, leadTask(state), 'clerk'), { textId: event.data.answer.id })
    case 'MaterialsSupplemented':
      return [
        ...told('expert-replied', assigneeOr(state, leadTask(state), 'clerk'), {
          materials: materialNames(state, event.data.materials),
          textId: idOf(event.data.note),
        }),
        ...(stillAskedFor(state).length > 0
          ? told('papers-missing', expert, { materials: materialNames(state, stillAskedFor(state)) })
          : []),
      ]
    case 'ClockMoved':
      return toldMove(command, state)?.seq === event.seq ? told('due-moved', expert, { moved: movedParams(state, event).moved }) : []
    case 'ClockExpired':
      return tellsOfLateness(event, command, state) ? [{ kind: 'late', to: expert, params: lateParams(state, event, plain()) }] : []
    case 'RungFired':
      return rungWanted(event, command, state, plain())
    case 'ExtensionRequested': {
      const params = { ...plain(), reason: EXTENSION_REASON_LABELS[event.data.reason], textId: idOf(event.data.note) }
      const clock = clockOf(state, 'extension-decision', 'extension-request', event.data.requestId)
      return [
        {
          kind: 'extension-asked',
          to: ofRole(state, event.data.decidedBy, leadTask(state)?.window ?? null),
          params: withDue(params, state, clock, event.at),
        },
      ]
    }
    case 'ExtensionDecided':
      return event.data.because === 'task-ended'
        ? []
        : told('extension-decided', askerOf(state, event.data.requestId), extensionParams(event, command, state))
    case 'ArbitrationRequested':
      return told('arbitration-asked', ofRole(state, 'station-supervisor', null), returnParams(command))
    case 'ObjectionRaised':
      return told('objection', assigneeOr(state, leadTask(state), 'window-lead'), { textId: event.data.reasons.id })
    case 'OrderIssued': {
      const params = { ...plain(), window: event.data.window, outcome: ORDER[event.data.order], textId: idOf(event.data.note) }
      return [
        {
          kind: 'order-issued',
          to: orderRecipients(state, event),
          params: withDue(params, state, clockOf(state, 'order-reply', 'order', event.data.orderId), event.at),
        },
      ]
    }
    case 'AppealClosed':
      return [{ kind: event.data.result === 'lapsed' ? 'lapsed' : 'closed', to: expert, params: closedParams(event, plain()) }]
    case 'AppealReopened':
      return told('reopened', expert)
    default:
      return []
  }
}

/** Work goes on; where another pause still holds the task, that one is told instead, once a command. */
function resumed(event: EventOf<'TaskResumed'>, command: readonly CaseEvent[], state: CaseState, plain: NoticeParams): readonly Wanted[] {
  const to: readonly Recipient[] = [{ kind: 'expert', id: state.start.expert.id }]
  if (command.findLast((each) => each.type === 'TaskResumed')?.seq !== event.seq) return []
  const still = openPause(state, event.data.taskId)
  if (still === null) return [{ kind: 'resumed', to, params: { ...plain, reason: RESUMED[event.data.because] } }]
  return [{ kind: 'paused', to, params: { ...plain, reason: PAUSE_REASON_LABELS[still.reason], until: still.until } }]
}

/** The papers that the expert promised and still owes, and by when where that time runs. */
function owed(plain: NoticeParams, state: CaseState, at: Instant): NoticeParams {
  const promised = Object.entries(state.materials).flatMap(([code, status]) => (status === 'promised' ? [code] : []))
  return withDue({ ...plain, materials: materialNames(state, promised) }, state, caseClock(state, 'cure'), at)
}

/** The first dispatch of a filing is told by "received"; later ones by "handed". A task given to a person is told to that person alone. */
function dispatched(
  event: EventOf<'TaskDispatched'>,
  command: readonly CaseEvent[],
  state: CaseState,
  plain: NoticeParams,
): readonly Wanted[] {
  const { taskId, window, because, role, note } = event.data
  const params = { ...plain, window }
  const given = command.some((each) => each.type === 'TaskReassigned' && each.data.taskId === taskId)
  const first = command.some((each) => each.type === 'AppealReceived' || each.type === 'AppealReopened')
  const clock = clockOf(state, role === 'lead' ? 'sign' : 'co-handling', 'task', taskId)
  const toStaff = withDue({ ...params, reason: DISPATCHED[because], textId: idOf(note) }, state, clock, event.at)
  const wanted: Wanted[] = given ? [] : [{ kind: 'dispatched', to: [{ kind: 'role', role: 'clerk', window }], params: toStaff }]
  if (role === 'lead' && !first && state.status === 'open')
    wanted.push({ kind: 'handed', to: [{ kind: 'expert', id: state.start.expert.id }], params })
  return wanted
}

function extensionParams({ data }: EventOf<'ExtensionDecided'>, command: readonly CaseEvent[], state: CaseState): Partial<NoticeParams> {
  const move = toldMove(command, state)
  return {
    outcome: EXTENSION[data.granted ? 'granted' : 'refused'],
    ...(data.because === 'not-decided' ? { reason: NOT_DECIDED } : {}),
    textId: idOf(data.note),
    moved: move === null ? null : movedParams(state, move).moved,
  }
}

/** An arbitration follows from a return, whose reason and note the supervisor reads. */
function returnParams(command: readonly CaseEvent[]): Partial<NoticeParams> {
  const returned = command.find((event) => event.type === 'TaskReturned')
  return returned === undefined ? {} : { reason: RETURN_REASON_LABELS[returned.data.reason], textId: idOf(returned.data.note) }
}

/** What the supervisor reads of a pause that was too short to be one: its reason, and since when. */
function flaggedParams({ data }: EventOf<'TaskResumed'>, state: CaseState): Partial<NoticeParams> {
  const pause = state.pauses[data.pauseId]
  return pause === undefined ? {} : { reason: PAUSE_REASON_LABELS[pause.reason], since: pause.from, textId: idOf(data.note) }
}

function idOf(text: TextRef | null): string | null {
  return text?.id ?? null
}
