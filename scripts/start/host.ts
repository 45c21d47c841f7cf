const THIS_MACHINE = '127.0.0.1'
const EVERY_INTERFACE = '0.0.0.0'

/**
 * The address on which pages and API listen: `HONGYAN_HOST`, else this machine alone, and every interface in
 * production. Throws for an address on which the start-up could not reach the API by 127.0.0.1.
 */
export function hostFor(env: NodeJS.ProcessEnv): string {
  const host = env.HONGYAN_HOST || (env.NODE_ENV === 'production' ? EVERY_INTERFACE : THIS_MACHINE)
  if (host === THIS_MACHINE || host === EVERY_INTERFACE) return host
  throw new Error(
    `HONGYAN_HOST=${host}：须是 ${THIS_MACHINE}（只限本机）或 ${EVERY_INTERFACE}（所有网络接口）。\nHONGYAN_HOST=${host}: expected ${THIS_MACHINE} (this machine alone) or ${EVERY_INTERFACE} (every interface).`,
  )
}
