import { UsageError } from './arguments.ts'

/** In production a start needs a real mail server, a sender and the address that users see. Throws `UsageError`. */
export function checkProduction(env: NodeJS.ProcessEnv): void {
  if (env.NODE_ENV !== 'production') return
  const missing = Object.entries({ SMTP_URL: env.SMTP_URL, PUBLIC_URL: env.PUBLIC_URL, MAIL_FROM: env.MAIL_FROM }).filter(
    ([, value]) => !value,
  )
  if (missing.length === 0) return
  const names = missing.map(([name]) => name).join(', ')
  throw new UsageError(`正式运行须设置 ${names}。\n${names} must be set in production.`)
}
