import { z } from 'zod'
import { permit } from '../../../domain/case/index.ts'
import type { CaseState } from '../../../domain/case/state.ts'
import type { Instant } from '../../../domain/clocks/types.ts'
import type { AwaitedDecision } from '../../../prisma/readers/decision-reader.ts'
import type { ListedOrder } from '../../../prisma/readers/order-reader.ts'
import { CASE_COMMANDS } from '../../commands/table.ts'
import { appealScope, windowsOf } from '../../cases/scope.ts'
import { answer, defineRoute } from '../../route.ts'
import { instantOut, nothing, textSchema } from '../../schemas/input.ts'
import { actorOf, type Person } from '../../sessions/person.ts'
import { iso, isoOrNull } from '../../views/iso.ts'

const LIMIT = 200

const decisionSchema = z.object({
  kind: z.enum(['extension', 'arbitration', 'order']),
  id: z.string(),
  number: z.string(),
  appeal: z.string(),
  item: textSchema,
  window: z.string().nullable(),
  since: instantOut,
  dueAt: instantOut.nullable(),
  reason: z.string().nullable(),
  amount: z.number().nullable(),
  name: textSchema,
  href: z.string(),
})
type Decision = z.input<typeof decisionSchema>

/** What awaits the asking person: extension requests and arbitrations they may decide, orders their windows owe an answer. */
export const getDecisions = defineRoute({
  method: 'get',
  path: '/api/supervision/decisions',
  tag: 'supervision',
  summary: { zh: '待决事项', en: 'Decisions that await me' },
  allow: ['clerk', 'window-lead', 'department-head', 'station-supervisor', 'province-supervisor'],
  audit: 'own',
  key: 'none',
  params: nothing,
  query: nothing,
  body: nothing,
  answers: { 200: z.object({ decisions: z.array(decisionSchema) }) },
  handler: async ({ deps, person }) => {
    const [awaited, orders] = await Promise.all([
      deps.decisions.awaited(appealScope(person), LIMIT),
      deps.orders.unanswered(windowsOf(person), LIMIT),
    ])
    const states = await deps.cases.loadMany([...awaited, ...orders].map((row) => row.caseId))
    const decisions = [
      ...awaited.flatMap((row) => withState(states, row.caseId, (state) => decisionOf(state, row, person))),
      ...orders.flatMap((row) => withState(states, row.caseId, (state) => orderOf(state, row, person))),
    ]
    return answer(200, { decisions })
  },
})

function withState(states: ReadonlyMap<string, CaseState>, caseId: string, make: (state: CaseState) => Decision | null): Decision[] {
  const state = states.get(caseId)
  const made = state === undefined ? null : make(state)
  return made === null ? [] : [made]
}

function decisionOf(state: CaseState, { scopeKind, scopeId, clockId }: AwaitedDecision, person: Person): Decision | null {
  const actor = actorOf(person)
  const due = state.clocks[clockId]?.dueAt ?? null
  if (scopeKind === 'arbitration') {
    const { arbitration } = state
    if (arbitration === null || permit(state, 'Arbitrate', {}, actor) !== true) return null
    return {
      ...common(state, 'Arbitrate', due, arbitration.askedAt),
      kind: 'arbitration',
      id: scopeId,
      window: state.accountableWindow,
      reason: null,
      amount: null,
    }
  }
  const request = state.extensions[scopeId]
  if (request === undefined || permit(state, 'DecideExtension', { requestId: scopeId }, actor) !== true) return null
  const window = state.tasks[request.taskId]?.window ?? null
  return {
    ...common(state, 'DecideExtension', due, request.askedAt),
    kind: 'extension',
    id: scopeId,
    window,
    reason: request.reason,
    amount: request.amount,
  }
}

function orderOf(state: CaseState, { orderId, window, kind, issuedAt }: ListedOrder, person: Person): Decision | null {
  if (permit(state, 'AnswerOrder', { orderId }, actorOf(person)) !== true) return null
  const due = Object.values(state.clocks).find((clock) => clock.scope.kind === 'order' && clock.scope.id === orderId)?.dueAt ?? null
  return { ...common(state, 'AnswerOrder', due, issuedAt), kind: 'order', id: orderId, window, reason: kind, amount: null }
}

function common(
  state: CaseState,
  command: 'Arbitrate' | 'DecideExtension' | 'AnswerOrder',
  due: Instant | null,
  since: Instant,
): Pick<Decision, 'number' | 'appeal' | 'item' | 'since' | 'dueAt' | 'name' | 'href'> {
  const { number, item } = state.start
  const { name, noun } = CASE_COMMANDS[command]
  return {
    number,
    appeal: `/api/appeals/${number}`,
    item: item.name,
    since: iso(since),
    dueAt: isoOrNull(due),
    name,
    href: `/api/appeals/${number}/${noun}`,
  }
}
