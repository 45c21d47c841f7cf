import { answer, defineRoute } from '../../route.ts'
import { empty, nothing } from '../../schemas/input.ts'
import { sessionCookie } from '../../sessions/cookie.ts'

/** Signs out: the session is revoked in the database, not only forgotten by the browser. */
export const deleteSession = defineRoute({
  method: 'delete',
  path: '/api/sessions/current',
  tag: 'sessions',
  summary: { zh: '退出登录', en: 'Sign out' },
  allow: 'signed-in',
  audit: 'own',
  key: 'none',
  params: nothing,
  query: nothing,
  body: nothing,
  answers: { 204: empty },
  handler: async ({ deps, person }) => {
    await deps.sessions.revoke(person.tokenHash, deps.realNow())
    return answer(204, undefined, { headers: { 'Set-Cookie': sessionCookie('', { secure: deps.settings.production, maxAgeSeconds: 0 }) } })
  },
})
