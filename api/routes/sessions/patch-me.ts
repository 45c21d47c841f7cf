import { z } from 'zod'
import { LANGUAGES } from '../../../domain/text.ts'
import { problem } from '../../problems/problem.ts'
import { answer, defineRoute } from '../../route.ts'
import { nothing } from '../../schemas/input.ts'
import { personSchema } from '../../schemas/person.ts'
import { personView } from '../../views/person-view.ts'

/** Chooses one's own language, for pages and for mails from then on. */
export const patchMe = defineRoute({
  method: 'patch',
  path: '/api/me',
  tag: 'sessions',
  summary: { zh: '修改我的语言', en: 'Choose my language' },
  allow: 'signed-in',
  audit: 'write',
  key: 'optional',
  params: nothing,
  query: nothing,
  body: z.strictObject({ language: z.enum(LANGUAGES) }),
  answers: { 200: personSchema },
  handler: async ({ deps, person, body }) => {
    const write = person.kind === 'expert' ? deps.peopleStore.updateExpert : deps.peopleStore.updateStaff
    if ((await write(person.id, { language: body.language })).kind !== 'written') throw problem('not-signed-in')
    return answer(200, personView({ ...person, language: body.language }))
  },
})
