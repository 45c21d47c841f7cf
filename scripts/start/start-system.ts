import { join } from 'node:path'
import { portFor } from '../services/ports.ts'
import type { Addresses } from './addresses.ts'
import type { StartArguments } from './arguments.ts'
import { refreshDemoFile } from './demo-file.ts'
import { hostFor } from './host.ts'
import type { Place } from './place.ts'
import { startMail, startProduct } from './processes.ts'
import { isDemoDue, seedOnce } from './seed.ts'
import { startDatabase, startEngine } from './services.ts'
import { summary } from './summary.ts'
import type { Supervisor } from './supervise.ts'

const DEFAULT_PORT = '3000'

/** What a start is given from outside. */
export interface StartDeps {
  supervisor: Supervisor
  place: Place
  env: NodeJS.ProcessEnv
  args: StartArguments
  /** folder of the compiled modules */
  dist: string
  /** throws what is wrong in the catalogue */
  checkCatalogue: () => void
  /** lets case time go on at a speed; only called while no worker and no API runs */
  setSpeed: (databaseUrl: string, speed: number) => Promise<void>
  /** lets case time of a new demo begin in the past; answers whether the seeding sets its pace */
  beginDemo: (databaseUrl: string) => Promise<boolean>
  say: (line: string) => void
  /** told how to end a child that is no part, such as the seeding */
  onChild: (kill: () => void) => void
}

/**
 * Starts everything in order and returns when the API is ready and the demo is
 * in. Throws when a part cannot be started; the caller then stops the rest.
 */
export async function startSystem({
  supervisor,
  place,
  env,
  args,
  dist,
  checkCatalogue,
  setSpeed,
  beginDemo,
  say,
  onChild,
}: StartDeps): Promise<void> {
  checkCatalogue()
  const host = hostFor(env)
  const port = await portFor('PORT', { PORT: env.PORT || DEFAULT_PORT }, host)
  say('启动数据库与 Temporal / starting PostgreSQL and Temporal ...')
  const [database, temporal] = await Promise.all([
    startDatabase(supervisor, place, env, join(dist, 'prisma', 'migrations')),
    startEngine(supervisor, place, env),
  ])
  const mail = await startMail(supervisor, place, env, dist)
  const web = `http://127.0.0.1:${port}`
  const own: NodeJS.ProcessEnv = {
    ...env,
    ...mail,
    NODE_ENV: env.NODE_ENV || 'development',
    PORT: String(port),
    HONGYAN_HOST: host,
    HONGYAN_DATA: place.data,
    HONGYAN_SPEED: String(args.speed),
    DATABASE_URL: database,
    TEMPORAL_ADDRESS: temporal,
  }
  say('启动办件与接口 / starting worker and API ...')
  // While nothing runs, case time goes on as real time does.
  const inRealTime = (): Promise<void> => setSpeed(database, 1)
  const isPacedByDemo = isDemoDue(place, own) && (await beginDemo(database))
  if (!isPacedByDemo) await setSpeed(database, args.speed)
  await startProduct(supervisor, place, own, dist, inRealTime)
  await seedOnce(place, own, dist, onChild)
  const addresses: Addresses = {
    web,
    mail: mail.HONGYAN_MAIL_CATCHER === 'on' ? `${web}/dev/mail` : undefined,
    temporal,
    database,
  }
  refreshDemoFile(place.demo, addresses)
  say(summary(addresses, place))
  say(`ready ${web}`)
}
