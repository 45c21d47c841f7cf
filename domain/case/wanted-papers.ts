import type { Instant } from '../clocks/types.ts'
import { refuse, type Refusal } from './refusal.ts'
import type { CaseState, TextRef } from './state.ts'

/** Required materials that are neither provided nor promised, in the item's order. */
export function missingMaterials(state: CaseState): readonly string[] {
  return state.start.item.materials
    .filter((material) => material.required && (state.materials[material.code] ?? 'missing') === 'missing')
    .map((material) => material.code)
}

/**
 * After the one deficiency notice: what is still missing of an appeal that nobody has accepted. No second
 * notice follows; the window accepts, provisionally where that is allowed, or does not and says why.
 */
export function stillAskedFor(state: CaseState): readonly string[] {
  const { deficiency, accepted, status } = state
  if (deficiency === null || accepted !== null || status !== 'open') return []
  const missing = missingMaterials(state)
  const asked = deficiency.materials.filter((code) => state.materials[code] === 'missing')
  return state.start.item.materials.map(({ code }) => code).filter((code) => missing.includes(code) || asked.includes(code))
}

/**
 * Whether an appeal may be left unaccepted: who does not accept names the office in charge, or gives the
 * reasons where papers that were asked for are still missing (Administrative Licence Law art. 32), and not
 * while the expert still has the time that the notice gave, unless the expert has answered.
 */
export function refusesWithReason(
  state: CaseState,
  { officeInCharge, reply }: { readonly officeInCharge: TextRef | null; readonly reply: TextRef | null },
  at: Instant,
): Refusal | undefined {
  if (officeInCharge !== null) return undefined
  if (stillAskedFor(state).length === 0) return refuse('office-in-charge-missing', { field: 'officeInCharge' })
  if (mayStillCure(state, at)) return refuse('cure-running')
  return reply === null ? refuse('refusal-reasons-missing', { field: 'reply' }) : undefined
}

/** Whether the date of the deficiency notice lies ahead and nothing has come from the expert since. */
function mayStillCure({ deficiency, pauses }: CaseState, at: Instant): boolean {
  const pause = deficiency === null ? undefined : pauses[deficiency.pauseId]
  return pause !== undefined && pause.until > at && pause.endedBecause !== 'supplemented'
}
