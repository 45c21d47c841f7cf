import { z } from 'zod'
import { ORDER_KIND_LABELS, ORDER_KINDS, ORDER_LIST_STATES } from '../../../domain/figures/order-states.ts'
import { supervisedStations } from '../../cases/scope.ts'
import { withCursor } from '../../figures/figure-query.ts'
import { answer, defineRoute } from '../../route.ts'
import { ordersSchema } from '../../schemas/figures.ts'
import { code, nothing, pageQuery } from '../../schemas/input.ts'
import { iso, isoOrNull } from '../../views/iso.ts'

/** Urging and supervision orders with what the windows answered, newest first. */
export const getOrders = defineRoute({
  method: 'get',
  path: '/api/supervision/orders',
  tag: 'supervision',
  summary: { zh: '催办、督办与回复', en: 'Orders and their replies' },
  allow: ['station-supervisor', 'province-supervisor', 'auditor'],
  audit: 'personal',
  key: 'none',
  params: nothing,
  query: z.strictObject({
    ...pageQuery,
    state: z.enum(ORDER_LIST_STATES).default('unanswered'),
    kind: z.enum(ORDER_KINDS).optional(),
    window: code.optional(),
  }),
  body: nothing,
  answers: { 200: ordersSchema },
  handler: async ({ deps, person, query, at }) => {
    const { cursor, limit, state, kind, window } = query
    const asked = { state, ...(kind !== undefined && { kind }), ...(window !== undefined && { window }) }
    const page = await withCursor(deps.orderLists.list(supervisedStations(person) ?? [], asked, at, { cursor, limit }))
    const issuers = page.rows.flatMap((row) => (row.issuedByKind === 'staff' && row.issuedById !== null ? [row.issuedById] : []))
    const [offices, { items }, names] = await Promise.all([deps.offices(), deps.inForce(), deps.staffNames(issuers)])
    const orders = page.rows.map((row) => ({
      id: row.orderId,
      number: row.number,
      item: items.get(row.item)?.name ?? { zh: row.item, en: row.item },
      kind: row.kind,
      kindName: ORDER_KIND_LABELS[row.kind],
      window: row.window,
      windowName: offices.windowNames.get(row.window) ?? { zh: row.window, en: row.window },
      issuedAt: iso(row.issuedAt),
      issuedBy:
        row.issuedByKind === 'staff' && row.issuedById !== null ? { id: row.issuedById, name: names.get(row.issuedById) ?? null } : null,
      dueAt: isoOrNull(row.dueAt),
      late: row.answeredAt === null && row.dueAt !== null && row.dueAt < at,
      answeredAt: isoOrNull(row.answeredAt),
      answer: row.answer,
    }))
    // Who read whose replies: each appeal once.
    const answered = new Set(page.rows.flatMap((row) => (row.answer === null ? [] : [row.caseId])))
    return answer(200, { orders, next: page.next }, { reads: [...answered].map((id) => ({ kind: 'appeal' as const, id })) })
  },
})
