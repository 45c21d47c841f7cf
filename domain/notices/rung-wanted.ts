import type { CaseEvent, EventOf } from '../case/event.ts'
import type { CaseState } from '../case/state.ts'
import type { NoticeParams, Recipient, Wanted } from './notice.ts'
import { consequenceOf, lateParams, materialNames, rungParams } from './params.ts'
import { orderRecipients, rungRecipients } from './recipients.ts'
import { whyOpen } from './why-open.ts'
import { isPublic } from './told-once.ts'
import { PROMISED_PAPERS } from './words.ts'

/**
 * What a fired rung tells. Before the date the expert hears that it is near, without asking; after it,
 * that we are late and by when it will be (a public date tells that itself). Whoever gets the order of the
 * same rung is not told of the rung as well.
 */
export function rungWanted(
  event: EventOf<'RungFired'>,
  command: readonly CaseEvent[],
  state: CaseState,
  plain: NoticeParams,
): readonly Wanted[] {
  const { staff, tellsExpert } = rungRecipients(state, event)
  const params = rungParams(state, event, plain)
  const ordered = new Set(
    command
      .flatMap((each) => (each.type === 'OrderIssued' && each.data.rung === event.data.rung ? orderRecipients(state, each) : []))
      .map(key),
  )
  const untold = staff.filter((recipient) => !ordered.has(key(recipient)))
  const wanted: Wanted[] = untold.length > 0 ? [{ kind: 'rung-fired', to: untold, params }] : []
  return tellsExpert ? [...wanted, ...toExpert(event, state, plain, params)] : wanted
}

function toExpert(event: EventOf<'RungFired'>, state: CaseState, plain: NoticeParams, params: NoticeParams): readonly Wanted[] {
  const expert: readonly Recipient[] = [{ kind: 'expert', id: state.start.expert.id }]
  if (event.at < event.data.dueAt) return [{ kind: 'due-soon', to: expert, params: { ...params, ...nearParams(event, state) } }]
  const late = lateParams(state, event, plain)
  return isPublic(state, event.data.clockId) || late.moved?.to == null ? [] : [{ kind: 'late', to: expert, params: late }]
}

/** Of the office's own date: when it is and why the work is still open. Of the expert's: what follows, and which papers are awaited or were promised. */
function nearParams(event: EventOf<'RungFired'>, state: CaseState): Partial<NoticeParams> {
  const clock = state.clocks[event.data.clockId]
  if (clock?.kind === 'answer') return consequenceOf(state, 'answer')
  if (clock?.kind === 'stage' || clock?.kind === 'promised' || clock?.kind === 'legal')
    return { moved: { clock: clock.kind, from: null, to: event.data.dueAt, why: whyOpen(state, clock) } }
  if (clock?.kind !== 'cure') return {}
  const owed = Object.keys(state.materials).filter((code) => state.materials[code] !== 'provided')
  return {
    materials: materialNames(state, owed),
    ...(clock.scope.kind === 'case' ? { reason: PROMISED_PAPERS } : consequenceOf(state, 'cure')),
  }
}

function key(recipient: Recipient): string {
  return JSON.stringify(recipient)
}
