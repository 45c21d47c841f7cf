import { z } from 'zod'
import { NOTIFY_ROLES, RUNG_CLOCK_KINDS, RUNG_CONDITIONS, type Rung, type RungAction } from '../../domain/routing/item.ts'
import { amount, code, rungOffset } from './short-forms.ts'

/** One rung as offices write it; the actions are keys, carried out in the order card, notify, order, reassign, raise. */
export const rung = z
  .strictObject({
    code,
    clock: z.enum(RUNG_CLOCK_KINDS),
    at: rungOffset,
    if: z.enum(RUNG_CONDITIONS).default('any'),
    card: z.enum(['yellow', 'red']).optional(),
    notify: z.array(z.enum(NOTIFY_ROLES)).min(1).optional(),
    order: z.strictObject({ kind: z.enum(['urge', 'supervise']), replyWithin: amount }).optional(),
    reassign: z.enum(['fallback-window']).optional(),
    raise: z.literal(true).optional(),
  })
  .transform((row): Rung => {
    const actions: RungAction[] = []
    if (row.card) actions.push({ kind: 'card', colour: row.card })
    if (row.notify) actions.push({ kind: 'notify', roles: row.notify })
    if (row.order) actions.push({ kind: 'order', order: row.order.kind, replyLimit: row.order.replyWithin })
    if (row.reassign) actions.push({ kind: 'reassign', to: row.reassign })
    if (row.raise) actions.push({ kind: 'raise' })
    return { code: row.code, clock: row.clock, offset: row.at, condition: row.if, actions }
  })

/** `ladders.yaml`: named lists of rungs. */
export const laddersFile = z.strictObject({
  ladders: z.array(z.strictObject({ code, rungs: z.array(rung).min(1) })).min(1),
})

/** How an item takes its ladder: a name, or a name with rungs left out and put in (the same code replaces). */
export const ladderUse = z.preprocess(
  (written) => (typeof written === 'string' ? { use: written } : written),
  z.strictObject({ use: z.string(), without: z.array(z.string()).default([]), rungs: z.array(rung).default([]) }),
)
export type LadderUse = z.output<typeof ladderUse>

export type Ladders = ReadonlyMap<string, readonly Rung[]>
