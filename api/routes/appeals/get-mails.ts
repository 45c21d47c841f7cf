import { caseOf, requireAccess } from '../../cases/open-case.ts'
import { appealRead, READS_APPEAL } from '../../cases/reading.ts'
import { defineRoute } from '../../route.ts'
import { nothing } from '../../schemas/input.ts'
import { mailsSchema } from '../../schemas/mails.ts'
import { mailView } from '../../views/mail-view.ts'
import { readerOf } from '../../views/reader.ts'

/** The mails about an appeal and where their delivery stands; an expert and a liaison learn of those to the expert. */
export const getMails = defineRoute({
  ...READS_APPEAL,
  path: '/api/appeals/:number/mails',
  tag: 'appeals',
  summary: { zh: '邮件及送达情况', en: 'Mails about an appeal and their delivery' },
  query: nothing,
  answers: { 200: mailsSchema },
  handler: async ({ deps, person, params, at }) => {
    const state = await caseOf(deps, params.number)
    const access = requireAccess(state, person)
    const mails = await deps.mails.ofCase(state.start.caseId, access.circle === 'expert')
    const told = mails.filter((mail) => mail.recipientKind === 'staff').map((mail) => mail.recipientId)
    const reader = await readerOf(deps, person, access, at, [], [], told)
    return appealRead(state.start, { number: state.start.number, mails: mails.map((mail) => mailView(state.start, mail, reader)) })
  },
})
