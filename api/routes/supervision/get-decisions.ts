import { z } from 'zod'
import { duesOf } from '../../../domain/case/dues.ts'
import { permit } from '../../../domain/case/index.ts'
import { standingOf } from '../../../domain/case/standing.ts'
import type { CaseClock, CaseState } from '../../../domain/case/state.ts'
import type { Instant } from '../../../domain/clocks/types.ts'
import type { AwaitedDecision } from '../../../prisma/readers/decision-reader.ts'
import type { ListedOrder } from '../../../prisma/readers/order-reader.ts'
import { CASE_COMMANDS } from '../../commands/table.ts'
import { appealScope, windowsOf } from '../../cases/scope.ts'
import { answer, defineRoute } from '../../route.ts'
import { dueSchema, duesSchema } from '../../schemas/due.ts'
import { instantOut, nothing, textSchema } from '../../schemas/input.ts'
import { actorOf, type Person } from '../../sessions/person.ts'
import { dueView, duesView } from '../../views/due-view.ts'
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
  due: dueSchema.nullable().meta({ description: 'the limit of the decision itself' }),
  dues: duesSchema.meta({ description: 'those of the appeal' }),
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
  handler: async ({ deps, person, at }) => {
    const [awaited, orders] = await Promise.all([
      deps.decisions.awaited(appealScope(person), LIMIT),
      deps.orders.unanswered(windowsOf(person), LIMIT),
    ])
    const states = await deps.cases.loadMany([...awaited, ...orders].map((row) => row.caseId))
    const decisions = [
      ...awaited.flatMap((row) => withState(states, row.caseId, (state) => decisionOf(state, row, { person, at }))),
      ...orders.flatMap((row) => withState(states, row.caseId, (state) => orderOf(state, row, { person, at }))),
    ]
    return answer(200, { decisions })
  },
})

function withState(states: ReadonlyMap<string, CaseState>, caseId: string, make: (state: CaseState) => Decision | null): Decision[] {
  const state = states.get(caseId)
  const made = state === undefined ? null : make(state)
  return made === null ? [] : [made]
}

/** Who asks, and when. */
interface Asking {
  readonly person: Person
  readonly at: Instant
}

function decisionOf(state: CaseState, { scopeKind, scopeId, clockId }: AwaitedDecision, { person, at }: Asking): Decision | null {
  const actor = actorOf(person)
  const clock = state.clocks[clockId] ?? null
  if (scopeKind === 'arbitration') {
    const { arbitration } = state
    if (arbitration === null || permit(state, 'Arbitrate', {}, actor) !== true) return null
    return {
      ...common(state, 'Arbitrate', clock, { since: arbitration.askedAt, at }),
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
    ...common(state, 'DecideExtension', clock, { since: request.askedAt, at }),
    kind: 'extension',
    id: scopeId,
    window,
    reason: request.reason,
    amount: request.amount,
  }
}

function orderOf(state: CaseState, { orderId, window, kind, issuedAt }: ListedOrder, { person, at }: Asking): Decision | null {
  if (permit(state, 'AnswerOrder', { orderId }, actorOf(person)) !== true) return null
  const clock = Object.values(state.clocks).find((each) => each.scope.kind === 'order' && each.scope.id === orderId) ?? null
  return { ...common(state, 'AnswerOrder', clock, { since: issuedAt, at }), kind: 'order', id: orderId, window, reason: kind, amount: null }
}

function common(
  state: CaseState,
  command: 'Arbitrate' | 'DecideExtension' | 'AnswerOrder',
  clock: CaseClock | null,
  { since, at }: { readonly since: Instant; readonly at: Instant },
): Pick<Decision, 'number' | 'appeal' | 'item' | 'since' | 'dueAt' | 'due' | 'dues' | 'name' | 'href'> {
  const { number, item } = state.start
  const { name, noun } = CASE_COMMANDS[command]
  return {
    number,
    appeal: `/api/appeals/${number}`,
    item: item.name,
    since: iso(since),
    dueAt: isoOrNull(clock?.dueAt ?? null),
    due: clock === null ? null : dueView(standingOf(state, clock, at)),
    dues: duesView(duesOf(state, at)),
    name,
    href: `/api/appeals/${number}/${noun}`,
  }
}
