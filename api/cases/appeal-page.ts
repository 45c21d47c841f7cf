import type { z } from 'zod'
import type { AppealRow } from '../../domain/case/rows.ts'
import type { Instant } from '../../domain/clocks/types.ts'
import type { Page } from '../../prisma/readers/cursor.ts'
import type { Deps } from '../deps.ts'
import type { appealPageSchema } from '../schemas/page.ts'
import type { Person } from '../sessions/person.ts'
import { appealView } from '../views/appeal-view.ts'
import { readerOf } from '../views/reader.ts'
import { accessTo } from './access.ts'

/** A page of appeals as its reader sees each of them, actions included; the round trips do not grow with its length. */
export async function appealPage(
  deps: Deps,
  person: Person,
  at: Instant,
  page: Page<AppealRow>,
): Promise<z.input<typeof appealPageSchema>> {
  const states = await deps.cases.loadMany(page.rows.map((row) => row.caseId))
  const readable = page.rows.flatMap((row) => {
    const state = states.get(row.caseId)
    const access = state === undefined ? null : accessTo(state, person)
    return state === undefined || access === null ? [] : [{ state, access }]
  })
  const circle = person.kind === 'expert' ? 'expert' : 'staff'
  const names = await readerOf(
    deps,
    person,
    { circle, confidential: false },
    at,
    readable.map(({ state }) => state),
  )
  const appeals = readable.map(({ state, access }) =>
    appealView(state, { ...names, access, staff: access.circle === 'expert' ? () => null : names.staff }),
  )
  return { appeals, next: page.next }
}
