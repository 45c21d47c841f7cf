import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { answer, defineRoute } from '../../route.ts'
import { nothing } from '../../schemas/input.ts'
import { SIGN_IN_CODE_MS } from '../../sessions/lifetimes.ts'
import { hashOf } from '../../sessions/token.ts'

/** No answer is given earlier, so that its time does not tell whether a mail was written. */
const ANSWER_MS = 250

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
    await Promise.all([sendCode(deps, body.email), pause(ANSWER_MS)])
    return answer(202, { expiresInSeconds: SIGN_IN_CODE_MS / 1000 })
  },
})

async function sendCode(deps: Deps, email: string): Promise<void> {
  const expert = await deps.people.expertByEmail(email)
  if (expert === null) return
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
