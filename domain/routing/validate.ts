import { checkCodes, checkConditions, checkForm } from './check-form.ts'
import { checkLadder } from './check-ladder.ts'
import { checkLimits } from './check-limits.ts'
import { checkRoute } from './check-route.ts'
import type { ServiceItem } from './item.ts'
import type { ItemProblem } from './item-rules.ts'

/**
 * Every breach of the rules of design 5 that can be told from the item alone, in the order of the
 * item; an item without one of severity `error` can be filed. What needs the offices (windows,
 * departments, calendars) is checked where the catalogue is loaded.
 */
export function validateItem(item: ServiceItem): readonly ItemProblem[] {
  return [
    ...checkCodes(item),
    ...checkForm(item),
    ...checkConditions(item),
    ...checkRoute(item),
    ...checkLimits(item),
    ...checkLadder(item),
  ]
}
