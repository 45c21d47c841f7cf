import type { ExtensionRule } from '../../routing/item.ts'
import type { CommandOf } from '../command.ts'
import { extensionUnit } from '../item-budget.ts'
import { expiredClock, isRecorded, overdueBy } from '../late-extension.ts'
import { caseClock, clockOf, homeStation, named, nextId } from '../lookups.ts'
import { EXTENSION_REASONS } from '../reasons.ts'
import { refuse, type Refusal } from '../refusal.ts'
import type { CaseClock, CaseState } from '../state.ts'
import { moveClock, startClock, stopClocksOf } from './clock-work.ts'
import type { Draft } from './draft.ts'
import { signAndClaim } from './task-life.ts'

/** Asks for more time before expiry, with a reason from the list, at most so much (design 6). */
export function decideRequestExtension(draft: Draft, { data, actor }: CommandOf<'RequestExtension'>): Refusal | undefined {
  const rule = draft.state.start.item.limits.extension
  if (rule === null) return refuse('extension-not-allowed')
  if (!EXTENSION_REASONS.includes(data.reason))
    return refuse('reason-unknown', { field: 'reason', params: { reason: String(data.reason) } })
  if (!Number.isInteger(data.amount) || data.amount <= 0) return refuse('amount-invalid', { field: 'amount' })
  if (data.amount > rule.maxAmount) return refuse('extension-too-long', { field: 'amount', params: { max: String(rule.maxAmount) } })
  const passed = passedClock(draft, data.taskId)
  if (passed !== null) return recordLateness(draft, data, passed)
  signAndClaim(draft, data.taskId, actor)
  const requestId = nextId('x', draft.state.extensions)
  draft.emit('ExtensionRequested', {
    requestId,
    taskId: data.taskId,
    amount: data.amount,
    reason: data.reason,
    decidedBy: deciderOf(rule, data.amount),
    note: data.note,
  })
  startClock(draft, {
    kind: 'extension-decision',
    scope: { kind: 'extension-request', id: requestId },
    budget: rule.decisionLimit,
    startedAt: draft.at,
    window: draft.state.accountableWindow,
    calendar: homeStation(draft.state).calendar,
  })
  return undefined
}

/** Also at the very instant of the date it is too late. */
function passedClock(draft: Draft, taskId: string): CaseClock | null {
  const reached = extendable(draft.state, taskId).find((clock) => clock.dueAt !== null && clock.dueAt <= draft.at)
  return expiredClock(draft.state, taskId) ?? reached ?? null
}

/** Asked late it is refused and counts as overtime: one event, and the case goes on as it was (design 6). */
function recordLateness(draft: Draft, data: CommandOf<'RequestExtension'>['data'], clock: CaseClock): Refusal | undefined {
  if (clock.dueAt === null || isRecorded(draft.state, data.taskId, clock)) return refuse('extension-too-late')
  draft.emit('ExtensionAskedLate', {
    taskId: data.taskId,
    amount: data.amount,
    reason: data.reason,
    clockId: clock.id,
    dueAt: clock.dueAt,
    overdueBy: overdueBy(draft.state, clock, draft.at),
    note: data.note,
  })
  return undefined
}

/** Decides it; a grant after expiry moves the date and takes the card back. */
export function decideExtension(draft: Draft, { data, actor }: CommandOf<'DecideExtension'>): Refusal | undefined {
  const request = named(draft.state.extensions, data.requestId)
  if (!request || request.decision !== null) return refuse('no-extension-pending', { field: 'requestId' })
  draft.emit('ExtensionDecided', {
    requestId: request.id,
    granted: data.granted,
    amount: request.amount,
    note: data.note,
    because: 'decided',
  })
  stopClocksOf(draft, 'extension-request', request.id, 'done')
  if (!data.granted) return undefined
  const extension = { id: request.id, amount: request.amount, grantedAt: draft.at, by: actor.kind === 'staff' ? actor.id : actor.kind }
  for (const clock of extendable(draft.state, request.taskId)) {
    moveClock(draft, clock.id, { kind: 'extended', extension, reason: request.reason })
  }
  return undefined
}

/** The clocks an extension moves: stage, promised and legal ones in the unit the extension is counted in. */
function extendable(state: CaseState, taskId: string): readonly CaseClock[] {
  const unit = extensionUnit(state.start.item, state.start.expert.tier)
  return [clockOf(state, 'stage', 'task', taskId), caseClock(state, 'promised'), caseClock(state, 'legal')].filter(
    (clock): clock is CaseClock => clock !== null && clock.facts.budget.unit === unit,
  )
}

function deciderOf(rule: ExtensionRule, amount: number): string {
  const row = rule.decidedBy.find((each) => amount <= each.upTo)
  if (!row) throw new Error(`nobody decides an extension of ${amount}; the loader lets no such item in`)
  return row.role
}
