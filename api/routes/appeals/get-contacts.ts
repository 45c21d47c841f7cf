import { z } from 'zod'
import { homeStation } from '../../../domain/case/lookups.ts'
import { caseOf, requireAccess } from '../../cases/open-case.ts'
import { appealRead, READS_APPEAL } from '../../cases/reading.ts'
import { defineRoute } from '../../route.ts'
import { nothing, textSchema } from '../../schemas/input.ts'

const contactsSchema = z
  .object({
    window: z.object({ code: z.string(), name: textSchema }).nullable().meta({ description: 'the window accountable now' }),
    station: z.object({ code: z.string(), name: textSchema }).meta({ description: 'the station that serves the expert' }),
    liaison: z.object({ name: z.string(), email: z.string() }).nullable(),
    leaderContact: z.object({ name: z.string() }).nullable().meta({ description: 'the personal contact among the leaders (联系领导)' }),
  })
  .meta({ id: 'Contacts' })

/** Whom the expert may turn to about an appeal: liaison and leader contact are told by name, whoever works at the window is not. */
export const getContacts = defineRoute({
  ...READS_APPEAL,
  path: '/api/appeals/:number/contacts',
  tag: 'appeals',
  summary: { zh: '诉求的联系人', en: 'Whom the expert may turn to' },
  query: nothing,
  answers: { 200: contactsSchema },
  handler: async ({ deps, person, params }) => {
    const state = await caseOf(deps, params.number)
    requireAccess(state, person)
    const { liaison, leaderContact } = state.start
    const ids = [liaison, leaderContact].filter((id) => id !== null)
    const [offices, staff] = await Promise.all([deps.offices(), deps.people.staffByIds(ids)])
    const liaisonPerson = liaison === null ? undefined : staff.get(liaison)
    const leader = leaderContact === null ? undefined : staff.get(leaderContact)
    const window = state.accountableWindow
    const station = homeStation(state)
    return appealRead(state.start, {
      window: window === null ? null : { code: window, name: offices.windowNames.get(window) ?? { zh: window, en: window } },
      station: { code: station.code, name: offices.stations.get(station.code)?.name ?? { zh: station.code, en: station.code } },
      liaison: liaisonPerson?.active ? { name: liaisonPerson.name, email: liaisonPerson.email } : null,
      leaderContact: leader?.active ? { name: leader.name } : null,
    })
  },
})
