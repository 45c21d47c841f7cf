import { assertNever } from '../../assert-never.ts'
import { caseClock, isOpen, openPause, stageOf } from '../lookups.ts'
import { type DueThing, nextDue } from '../next-wake.ts'
import type { CaseClock } from '../state.ts'
import { accept } from './acceptance.ts'
import { closeCase } from './close.ts'
import { consentBySilence } from './co-handling.ts'
import type { Draft } from './draft.ts'
import { ORDER_REPLY_LIMITS, issueOrder } from './orders.ts'
import { endPause } from './pauses.ts'
import { fireRung } from './rungs.ts'
import { taskOf } from '../task-of-clock.ts'

/** Everything that is due at the instant of the tick, one thing after the other. */
export function decideTick(draft: Draft): void {
  for (let thing = nextDue(draft.state); thing !== null && thing.at <= draft.at; thing = nextDue(draft.state)) {
    happen(draft, thing)
  }
}

function happen(draft: Draft, thing: DueThing): void {
  switch (thing.kind) {
    case 'expiry':
      expire(draft, thing.clockId)
      return
    case 'pause-end':
      endPause(draft, thing.pauseId, 'end-reached', null)
      return
    case 'rung':
      fireRung(draft, thing.clockId, thing.code)
      return
    default:
      assertNever(thing)
  }
}

/** What the expiry of each kind of clock does; a stage's own effect is data in the item. */
function expire(draft: Draft, clockId: string): void {
  const clock = draft.state.clocks[clockId]
  if (!clock || clock.dueAt === null) throw new Error(`clock ${clockId} cannot expire`)
  draft.emit('ClockExpired', { clockId, dueAt: clock.dueAt })
  switch (clock.kind) {
    case 'acceptance':
      accept(draft, { mode: 'deemed', taskId: null, promised: [], note: null })
      return
    case 'co-handling':
      consentBySilence(draft, clock.scope.id)
      return
    case 'cure':
      closeCase(draft, { result: 'lapsed', taskId: draft.state.pauses[clock.scope.id]?.taskId ?? null, because: 'lapsed', officeInCharge: null, reply: null })
      return
    case 'answer':
      endPause(draft, clock.scope.id, 'end-reached', null)
      return
    case 'aftercare':
      draft.emit('AppealEnded', {})
      return
    case 'stage':
      expireStage(draft, clock)
      return
    case 'promised':
    case 'legal':
      promiseNewDate(draft, clock)
      return
    case 'sign':
    case 'extension-decision':
    case 'order-reply':
      return
    default:
      assertNever(clock.kind)
  }
}

function expireStage(draft: Draft, clock: CaseClock): void {
  const task = taskOf(draft.state, clock)
  if (task === null || !isOpen(task)) return
  const effect = stageOf(draft.state, task.stage).onExpiry
  switch (effect) {
    case 'nothing':
      return
    case 'deemed-accepted':
      if (draft.state.accepted === null) accept(draft, { mode: 'deemed', taskId: task.id, promised: [], note: null })
      return
    case 'deemed-consent':
      for (const other of Object.values(draft.state.tasks)) {
        if (isOpen(other) && other.role === 'co-handler' && other.stage === task.stage) consentBySilence(draft, other.id)
      }
      return
    case 'lapse': {
      const pause = openPause(draft.state, task.id)
      if (pause === null) closeCase(draft, { result: 'lapsed', taskId: task.id, because: 'lapsed', officeInCharge: null, reply: null })
      return
    }
    default:
      assertNever(effect)
  }
}

/**
 * The expert who is told that a date has passed hears a new one (domain.md section 3, hotline
 * practice): the legal date where it still lies ahead, else the reply limit of an urging order.
 */
function promiseNewDate(draft: Draft, clock: CaseClock): void {
  const legal = clock.kind === 'promised' ? caseClock(draft.state, 'legal') : null
  if (legal !== null && (legal.dueAt === null || legal.dueAt > draft.at)) return
  const task = taskOf(draft.state, clock)
  const window = task?.window ?? draft.state.accountableWindow
  const urged = Object.values(draft.state.orders).some((order) => order.window === window && order.answeredAt === null)
  if (window === null || urged) return
  issueOrder(draft, { order: 'urge', window, taskId: task?.id ?? null, rung: null, note: null, replyLimit: ORDER_REPLY_LIMITS.urge })
}
