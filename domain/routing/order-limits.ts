import type { Amount } from '../clocks/types.ts'

/** Within which a window answers an order, where the ladder names no limit of its own. */
export const ORDER_REPLY_LIMITS: Readonly<Record<'urge' | 'supervise', Amount>> = {
  urge: { amount: 1, unit: 'working-days' },
  supervise: { amount: 2, unit: 'working-days' },
}

/** Limit of a co-handler that the lead calls in, where the stage names none. */
export const CALLED_IN_LIMIT: Amount = { amount: 3, unit: 'working-days' }

/** A bad rating is set right within 5 working days (domain.md section 3). */
export const BAD_RATING_LIMIT: Amount = { amount: 5, unit: 'working-days' }
