import { assertNever } from '../../assert-never.ts'
import { type DueThing, nextDue } from '../next-wake.ts'
import type { Draft } from './draft.ts'
import { expire } from './expiry.ts'
import { fireRung, settlePastRungs } from './fire-rungs.ts'
import { promiseNewDates } from './new-dates.ts'
import { endPause } from './pauses.ts'

/** Everything that is due at the instant of the tick, one thing after the other. */
export function decideTick(draft: Draft): undefined {
  let seen = 0
  for (let thing = nextDue(draft.state); thing !== null && thing.at <= draft.at; thing = nextDue(draft.state)) {
    happen(draft, thing)
    seen = settlePastRungs(draft, seen)
  }
  promiseNewDates(draft)
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
