import { z } from 'zod'
import type { Command } from '../../domain/case/command.ts'
import type { CaseState } from '../../domain/case/state.ts'
import { accessTo } from '../cases/access.ts'
import { caseOf } from '../cases/open-case.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problems/problem.ts'
import { type Route, answer, defineRoute } from '../route.ts'
import { appealSchema } from '../schemas/case.ts'
import { nothing, reference } from '../schemas/input.ts'
import { appealView } from '../views/appeal-view.ts'
import { readerOf } from '../views/reader.ts'
import { rolesFor } from './allow.ts'
import { BODIES, type BodyOf } from './bodies.ts'
import { type Envelope, type Giver, giveCommand } from './give-command.ts'
import { CASE_COMMANDS, type CaseCommandKind } from './table.ts'

/** What a command on the appeal is built from. */
export interface CasePress<K extends CaseCommandKind> extends Envelope {
  readonly body: BodyOf<K>
  readonly state: CaseState
  readonly giver: Giver
}

/** The route of one command on the appeal, /api/appeals/:number/<noun>; the answer is the appeal as it is afterwards. */
export function caseCommand<K extends CaseCommandKind>(kind: K, build: (press: CasePress<K>) => Command | Promise<Command>): Route {
  const { noun, name } = CASE_COMMANDS[kind]
  return defineRoute({
    method: 'post',
    path: `/api/appeals/:number/${noun}`,
    tag: 'appeals',
    summary: name,
    allow: rolesFor(kind),
    audit: 'write',
    key: 'optional',
    params: z.strictObject({ number: reference }),
    query: nothing,
    body: BODIES[kind],
    answers: { 200: appealSchema },
    handler: async (call) => {
      const { deps, params } = call
      const body = call.body as BodyOf<K>
      const state = await openFor(deps, call, params.number)
      const present = (now: CaseState): Promise<z.input<typeof appealSchema>> => presentAppeal(deps, call, now)
      const after = await giveCommand(call, state, { kind, body }, (made) => build({ ...made, body, state, giver: call }), present)
      return answer(200, await present(after))
    },
  })
}

/** An expert does not learn that the appeal of another exists; staff are refused by the rules themselves. */
export async function openFor(deps: Deps, giver: Giver, reference: string): Promise<CaseState> {
  const state = await caseOf(deps, reference)
  if (giver.person.kind === 'expert' && giver.person.id !== state.start.expert.id) throw problem('unknown-appeal', { field: 'number' })
  return state
}

/** The appeal as the giver of a command sees it; who has no part in it sees no more than the expert would. */
export async function presentAppeal(deps: Deps, giver: Giver, state: CaseState): Promise<z.input<typeof appealSchema>> {
  const access = accessTo(state, giver.person) ?? { circle: 'expert', confidential: false }
  return appealView(state, await readerOf(deps, giver.person, access, giver.at, [state]))
}
