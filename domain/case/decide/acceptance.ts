import type { Instant } from '../../clocks/types.ts'
import type { ClockStart, Limit } from '../../routing/item.ts'
import type { EventData } from '../event.ts'
import { caseClock, homeStation } from '../lookups.ts'
import { refuse, type Refusal } from '../refusal.ts'
import type { CommandOf } from '../command.ts'
import type { CaseState } from '../state.ts'
import { startClock, stopClock } from './clock-work.ts'
import type { Draft } from './draft.ts'
import { signAndClaim } from './task-life.ts'

/** Starts the legal and promised clocks that the item starts at this point. */
export function startCaseClocks(draft: Draft, start: ClockStart, startedAt: Instant): void {
  const { limits } = draft.state.start.item
  const { tier } = draft.state.start.expert
  startWhere(draft, 'legal', limits.legal, start, startedAt)
  startWhere(draft, 'promised', limits.promised[tier], start, startedAt)
}

/**
 * Accepts the appeal (受理). Deemed acceptance counts from the day of receipt (Administrative Licence
 * Law art. 32), the others from now.
 */
export function accept(draft: Draft, acceptance: Pick<EventData['AppealAccepted'], 'mode' | 'taskId' | 'promised' | 'note'>): void {
  const receivedAt = draft.state.receivedAt ?? draft.at
  const effectiveAt = acceptance.mode === 'deemed' ? receivedAt : draft.at
  draft.emit('AppealAccepted', { ...acceptance, effectiveAt })
  stopClock(draft, caseClock(draft.state, 'acceptance'), acceptance.mode === 'deemed' ? 'expired' : 'done')
  startCaseClocks(draft, 'acceptance', effectiveAt)
}

/** Starts the acceptance clock where the item has one and the appeal is not accepted. */
export function startAcceptanceClock(draft: Draft): void {
  const budget = draft.state.start.item.limits.acceptance
  if (budget === null || draft.state.accepted !== null) return
  startClock(draft, {
    kind: 'acceptance', scope: caseScope(draft.state), budget, startedAt: draft.at, window: draft.state.accountableWindow, calendar: homeStation(draft.state).calendar,
  })
}

/** Required materials that are neither provided nor promised. */
export function missingMaterials(state: CaseState): readonly string[] {
  return state.start.item.materials
    .filter((material) => material.required && (state.materials[material.code] ?? 'missing') === 'missing')
    .map((material) => material.code)
}

/** Provisional acceptance (容缺受理): main papers are there, deferrable ones are promised in writing. */
export function decideAcceptProvisionally(draft: Draft, { data, actor }: CommandOf<'AcceptProvisionally'>): Refusal | undefined {
  const { materials } = draft.state.start.item
  for (const code of data.promised) {
    const material = materials.find((each) => each.code === code)
    if (!material) return refuse('material-unknown', { field: 'promised', params: { material: code } })
    if (!material.deferrable) return refuse('not-deferrable', { field: 'promised', params: { material: code } })
  }
  const missing = missingMaterials(draft.state).filter((code) => !data.promised.includes(code))
  if (missing.length > 0) return refuse('materials-incomplete', { field: 'promised', params: { materials: missing.join(', ') } })
  signAndClaim(draft, data.taskId, actor)
  accept(draft, { mode: 'provisional', taskId: data.taskId, promised: data.promised, note: data.note })
  return undefined
}

function startWhere(draft: Draft, kind: 'legal' | 'promised', limit: Limit | null, start: ClockStart, startedAt: Instant): void {
  if (limit === null || limit.startsAt !== start) return
  startClock(draft, {
    kind, scope: caseScope(draft.state), budget: { amount: limit.amount, unit: limit.unit }, startedAt, window: draft.state.accountableWindow, calendar: homeStation(draft.state).calendar,
  })
}

function caseScope(state: CaseState): { readonly kind: 'case'; readonly id: string } {
  return { kind: 'case', id: state.start.caseId }
}
