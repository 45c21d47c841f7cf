import { answer, defineRoute } from '../../route.ts'
import { nothing } from '../../schemas/input.ts'
import { personSchema } from '../../schemas/person.ts'
import { personView } from '../../views/person-view.ts'

/** Who is signed in, with the roles of today. */
export const getMe = defineRoute({
  method: 'get',
  path: '/api/me',
  tag: 'sessions',
  summary: { zh: '当前用户', en: 'Who is signed in' },
  allow: 'signed-in',
  audit: 'own',
  key: 'none',
  params: nothing,
  query: nothing,
  body: nothing,
  answers: { 200: personSchema },
  handler: async ({ person }) => answer(200, personView(person)),
})
