import type { ClockFacts, Instant } from '../../clocks/types.ts'
import type { ClockStart, Limit } from '../../routing/item.ts'
import type { EventData } from '../event.ts'
import { caseClock, homeStation } from '../lookups.ts'
import { missingMaterials } from '../wanted-papers.ts'
import { refuse, type Refusal } from '../refusal.ts'
import type { CommandOf } from '../command.ts'
import type { CaseState } from '../state.ts'
import { startClock, stopClock } from './clock-work.ts'
import type { Draft } from './draft.ts'
import { signAndClaim } from './task-life.ts'

/** Starts the legal and promised clocks that the item starts at this point. */
function startCaseClocks(draft: Draft, start: ClockStart, startedAt: Instant, granted: ClockFacts | null = null): void {
  const { limits } = draft.state.start.item
  const { tier } = draft.state.start.expert
  startWhere(draft, 'legal', limits.legal, start, startedAt, granted)
  startWhere(draft, 'promised', limits.promised[tier], start, startedAt, granted)
}

/**
 * Starts what runs from filing, and again from reopening: acceptance, what counts from receipt, what
 * counts from an acceptance that has been or that the item does not know, and the time for promised papers.
 */
export function startCaseFile(draft: Draft): void {
  startAcceptanceClock(draft)
  startCaseClocks(draft, 'receipt', draft.at)
  if (awaitsAcceptance(draft.state)) return
  startCaseClocks(draft, 'acceptance', draft.at)
  startPromisedPapersClock(draft)
}

/**
 * Starts the legal and promised clocks that the item has and that do not run, each from where it would have
 * started, with what the other of them has been granted in the same unit. `beganAt` is the filing, or the last
 * reopening.
 */
export function startMissingClocks(draft: Draft, beganAt: Instant): void {
  const granted = (caseClock(draft.state, 'promised') ?? caseClock(draft.state, 'legal'))?.facts ?? null
  startCaseClocks(draft, 'receipt', beganAt, granted)
  if (awaitsAcceptance(draft.state)) return
  startCaseClocks(draft, 'acceptance', Math.max(draft.state.accepted?.at ?? beganAt, beganAt), granted)
}

/**
 * Accepts the appeal (受理). Deemed acceptance counts from the day of receipt (Administrative Licence
 * Law art. 32), which is that of the supplement where papers were wanted; the others count from now.
 */
export function accept(draft: Draft, acceptance: Pick<EventData['AppealAccepted'], 'mode' | 'taskId' | 'promised' | 'note'>): void {
  const clock = caseClock(draft.state, 'acceptance')
  const receivedAt = clock?.facts.startedAt ?? draft.state.receivedAt ?? draft.at
  const effectiveAt = acceptance.mode === 'deemed' ? receivedAt : draft.at
  draft.emit('AppealAccepted', { ...acceptance, effectiveAt })
  stopClock(draft, clock, acceptance.mode === 'deemed' ? 'expired' : 'done')
  startCaseClocks(draft, 'acceptance', effectiveAt)
  startPromisedPapersClock(draft)
}

/** Starts the acceptance clock where the item has one, the appeal is not accepted and none runs. */
export function startAcceptanceClock(draft: Draft): void {
  const budget = draft.state.start.item.limits.acceptance
  if (budget === null || !awaitsAcceptance(draft.state) || caseClock(draft.state, 'acceptance') !== null) return
  startClock(draft, {
    kind: 'acceptance',
    scope: caseScope(draft.state),
    budget,
    startedAt: draft.at,
    window: draft.state.accountableWindow,
    calendar: homeStation(draft.state).calendar,
  })
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
  const promised = data.promised.filter((code) => draft.state.materials[code] !== 'provided')
  if (promised.length === 0) return refuse('nothing-to-promise', { field: 'promised' })
  signAndClaim(draft, data.taskId, actor)
  accept(draft, { mode: 'provisional', taskId: data.taskId, promised, note: data.note })
  return undefined
}

/** Whether somebody still has to accept the appeal: the item has that step and nobody has. */
function awaitsAcceptance(state: CaseState): boolean {
  return state.start.item.limits.acceptance !== null && state.accepted === null
}

/** The expert's time for papers that were promised (容缺受理); it ends nothing by itself. */
function startPromisedPapersClock(draft: Draft): void {
  if (!Object.values(draft.state.materials).includes('promised') || caseClock(draft.state, 'cure') !== null) return
  const { cure } = draft.state.start.item.limits
  startClock(draft, {
    kind: 'cure',
    scope: caseScope(draft.state),
    budget: cure,
    startedAt: draft.at,
    window: null,
    calendar: homeStation(draft.state).calendar,
  })
}

function startWhere(
  draft: Draft,
  kind: 'legal' | 'promised',
  limit: Limit | null,
  start: ClockStart,
  startedAt: Instant,
  granted: ClockFacts | null,
): void {
  if (limit === null || limit.startsAt !== start || caseClock(draft.state, kind) !== null) return
  startClock(draft, {
    kind,
    scope: caseScope(draft.state),
    budget: { amount: limit.amount, unit: limit.unit },
    startedAt,
    extensions: granted?.budget.unit === limit.unit ? granted.extensions : [],
    window: draft.state.accountableWindow,
    calendar: homeStation(draft.state).calendar,
  })
}

function caseScope(state: CaseState): { readonly kind: 'case'; readonly id: string } {
  return { kind: 'case', id: state.start.caseId }
}
