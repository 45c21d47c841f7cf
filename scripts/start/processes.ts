import { join } from 'node:path'
import { portFor } from '../services/ports.ts'
import { httpState, nodePart, portState } from './node-part.ts'
import type { Place } from './place.ts'
import type { Supervisor } from './supervise.ts'

/** Starts the mail catcher unless `SMTP_URL` names a server; what the other processes need to know of it. */
export async function startMail(supervisor: Supervisor, place: Place, env: NodeJS.ProcessEnv, dist: string): Promise<NodeJS.ProcessEnv> {
  if (env.SMTP_URL) return { SMTP_URL: env.SMTP_URL, HONGYAN_MAIL_CATCHER: 'off' }
  const port = await portFor('HONGYAN_MAIL_PORT', env)
  const own = { ...env, HONGYAN_DATA: place.data, HONGYAN_MAIL_PORT: String(port) }
  const module = join(dist, 'scripts', 'mail-catcher', 'main.js')
  await supervisor.add(nodePart({ name: 'mail', module, env: own, logFile: place.logFile('mail'), state: () => portState(port) }))
  return { SMTP_URL: `smtp://127.0.0.1:${port}`, HONGYAN_MAIL_CATCHER: 'on' }
}

/**
 * Starts worker and API and returns when the API says that everything is ready.
 * `afterStop` is called when both have ended.
 */
export async function startProduct(
  supervisor: Supervisor,
  place: Place,
  env: NodeJS.ProcessEnv,
  dist: string,
  afterStop: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const state = (): Promise<string> => httpState(`http://127.0.0.1:${env.PORT}/health/ready`)
  const part = (name: string, folder: string) => ({
    name,
    module: join(dist, folder, 'main.js'),
    env,
    logFile: place.logFile(name),
  })
  const worker = part('worker', 'activities')
  const links = { ...env, PUBLIC_URL: env.PUBLIC_URL || `http://127.0.0.1:${env.PORT}` }
  await supervisor.add({ ...nodePart({ ...worker, env: links }), afterStop })
  await supervisor.add(nodePart({ ...part('api', 'api'), state }))
}
