import type { CaseClock, CaseState, ExtensionRequest, MaterialState } from '../state.ts'
import type { Instant } from '../../clocks/types.ts'
import type { EventOf } from '../event.ts'
import { stopped } from './clock-reducers.ts'
import { endedPause } from './pause-reducers.ts'
import { mapRecord, type Reducers, withTask } from './reducer.ts'

type CaseEventType =
  | 'AppealReceived'
  | 'AppealAccepted'
  | 'StageEntered'
  | 'MaterialsSupplemented'
  | 'ExtensionRequested'
  | 'ExtensionDecided'
  | 'ExtensionAskedLate'
  | 'ArbitrationRequested'
  | 'ArbitrationDecided'
  | 'OrderIssued'
  | 'OrderAnswered'
  | 'AppealUrged'
  | 'AppealClosed'
  | 'AppealRated'
  | 'CallBackRecorded'
  | 'AppealReopened'
  | 'AppealEnded'
  | 'CalendarReplaced'
  | 'ItemReplaced'

/** Events of the appeal as a whole. */
export const CASE_REDUCERS: Reducers<CaseEventType> = {
  AppealReceived: (state, { at, data }) => ({
    ...state,
    status: 'open',
    receivedAt: at,
    materials: data.materials,
    accountableWindow: data.window,
  }),
  AppealAccepted: (state, { data }) => ({
    ...state,
    accepted: { at: data.effectiveAt, mode: data.mode },
    materials: withMaterials(state, data.promised, 'promised'),
  }),
  StageEntered: (state, { data }) => ({
    ...state,
    stage: data.stage,
    visits: { ...state.visits, [data.stage]: data.visit },
    returns: 0,
  }),
  MaterialsSupplemented: (state, { data }) => ({ ...state, materials: withMaterials(state, data.materials, 'provided') }),
  ExtensionRequested: (state, event) => requestExtension(state, event),
  ExtensionDecided: (state, { at, data }) => ({
    ...state,
    extensions: mapRecord(state.extensions, (request) =>
      request.id === data.requestId ? decided(request, decisionOf(data), at) : request,
    ),
  }),
  ExtensionAskedLate: (state, { at, actor, commandId, data: { note: _note, ...late } }) => ({
    ...state,
    lateExtensions: [...(state.lateExtensions ?? []), { commandId, askedAt: at, askedBy: actor, ...late }],
  }),
  ArbitrationRequested: (state, { at, data }) => ({
    ...state,
    arbitration: { id: data.arbitrationId, taskId: data.taskId, stage: data.stage, visit: data.visit, askedAt: at },
  }),
  ArbitrationDecided: (state) => ({ ...state, arbitration: null }),
  OrderIssued: (state, { at, actor, data }) => ({
    ...state,
    orders: {
      ...state.orders,
      [data.orderId]: {
        id: data.orderId,
        kind: data.order,
        because: data.because,
        window: data.window,
        issuedAt: at,
        issuedBy: actor,
        rung: data.rung,
        answeredAt: null,
      },
    },
  }),
  OrderAnswered: (state, { at, data }) => ({
    ...state,
    orders: mapRecord(state.orders, (order) => (order.id === data.orderId ? { ...order, answeredAt: at } : order)),
  }),
  AppealUrged: (state) => state,
  AppealClosed: (state, event) => close(state, event),
  AppealRated: (state, { data }) => ({ ...state, rating: data.score }),
  CallBackRecorded: (state, { at }) => ({ ...state, calledBackAt: at }),
  AppealReopened: (state, { at }) => ({
    ...state,
    status: 'open',
    closed: null,
    rating: null,
    calledBackAt: null,
    clocks: stopAll(state, at, 'superseded'),
  }),
  AppealEnded: (state, { at }) => ({ ...state, status: 'ended', clocks: stopAll(state, at, 'expired') }),
  CalendarReplaced: (state, { data }) => ({
    ...state,
    start: { ...state.start, calendars: { ...state.start.calendars, [data.calendar.id]: data.calendar } },
  }),
  ItemReplaced: (state, { data }) => ({ ...state, start: { ...state.start, item: data.item } }),
}

function withMaterials(state: CaseState, codes: readonly string[], to: MaterialState): CaseState['materials'] {
  return { ...state.materials, ...Object.fromEntries(codes.map((code) => [code, to])) }
}

function requestExtension(state: CaseState, { at, actor, data }: EventOf<'ExtensionRequested'>): CaseState {
  const request: ExtensionRequest = {
    id: data.requestId,
    taskId: data.taskId,
    amount: data.amount,
    reason: data.reason,
    askedAt: at,
    askedBy: actor,
    decidedBy: data.decidedBy,
    decision: null,
    decidedAt: null,
  }
  const next = { ...state, extensions: { ...state.extensions, [request.id]: request } }
  return withTask(next, data.taskId, () => ({}))
}

/** A close ends all that is open at once: pauses, arbitration and every clock. */
function close(state: CaseState, { at, data }: EventOf<'AppealClosed'>): CaseState {
  return {
    ...state,
    status: 'aftercare',
    stage: null,
    arbitration: null,
    closed: { at, result: data.result, officeInCharge: data.officeInCharge },
    clocks: stopAll(state, at, 'case-closed'),
    pauses: mapRecord(state.pauses, (pause) => (pause.endedAt === null ? endedPause(pause, at, 'case-closed') : pause)),
  }
}

function stopAll(state: CaseState, at: Instant, because: NonNullable<CaseClock['stoppedBecause']>): CaseState['clocks'] {
  return mapRecord(state.clocks, (clock) => (clock.stoppedAt === null ? stopped(clock, at, because) : clock))
}

function decisionOf(data: EventOf<'ExtensionDecided'>['data']): NonNullable<ExtensionRequest['decision']> {
  if (data.because === 'task-ended') return 'withdrawn'
  return data.granted ? 'granted' : 'refused'
}

function decided(request: ExtensionRequest, decision: NonNullable<ExtensionRequest['decision']>, at: Instant): ExtensionRequest {
  return { ...request, decision, decidedAt: at }
}
