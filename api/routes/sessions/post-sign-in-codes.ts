import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { answer, defineRoute } from '../../route.ts'
import { nothing } from '../../schemas/input.ts'
import { SIGN_IN_CODE_MS } from '../../sessions/lifetimes.ts'
import { hashOf } from '../../sessions/token.ts'

/** Sends an expert a sign-in code; the answer is the same for an address that nobody has. */
export const postSignInCodes = defineRoute({
  method: 'post',
  path: '/api/sign-in-codes',
  tag: 'sessions',
  summary: { zh: '发送登录验证码', en: 'Send a sign-in code' },
  allow: 'anyone',
  audit: 'own',
  key: 'none',
  params: nothing,
  query: nothing,
  body: z.strictObject({ email: z.email().max(254) }),
  answers: { 202: z.object({ expiresInSeconds: z.int() }) },
  handler: async ({ deps, body, source }) => {
    await deps.codeGuard.attempt(body.email, source)
    const expert = await deps.people.expertByEmail(body.email)
    if (expert !== null) {
      const code = String(randomInt(0, 1_000_000)).padStart(6, '0')
      const at = deps.realNow()
      await deps.signInCodes.issue({
        expertId: expert.id,
        codeHash: hashOf(`${expert.id}:${code}`),
        code,
        at,
        expiresAt: at + SIGN_IN_CODE_MS,
      })
    }
    return answer(202, { expiresInSeconds: SIGN_IN_CODE_MS / 1000 })
  },
})
