import { isIP } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Settings of the API process, all from the environment. */
export interface ApiSettings {
  readonly production: boolean
  readonly port: number
  /** Address of this machine on which the API listens. */
  readonly host: string
  readonly databaseUrl: string
  readonly temporalAddress: string
  readonly temporalNamespace: string
  readonly smtpUrl: string
  readonly dataFolder: string
  /** Folder of the files of materials. */
  readonly filesFolder: string
  /** Greatest size of one file, in millions of bytes. */
  readonly uploadMaxMb: number
  /** Origin users see where a proxy stands in front, e.g. https://hongyan.example; null: that of the request. */
  readonly publicOrigin: string | null
  /** Serves /dev/mail: the demo's mail catcher; never in production. */
  readonly devMail: boolean
  readonly speed: number
  /** Folder of items, offices, calendars, ladders and notices. */
  readonly catalogFolder: string
  readonly logLevel: string
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads the settings. Local defaults serve development; in production a missing one throws, by name.
 * A speed other than 1 is refused in production (design 12).
 */
export function apiSettings(env: Environment): ApiSettings {
  const production = env['NODE_ENV'] === 'production'
  const text = (name: string, local: string): string => {
    const value = env[name]
    if (value !== undefined && value !== '') return value
    if (production) throw new Error(`${name} must be set in production`)
    return local
  }
  const speed = numberOf(env, 'HONGYAN_SPEED', 1)
  if (production && speed !== 1) throw new Error('HONGYAN_SPEED other than 1 is refused in production')
  const port = numberOf(env, 'PORT', 3000)
  return {
    production,
    port,
    host: hostOf(env['HONGYAN_HOST'], production),
    databaseUrl: text('DATABASE_URL', 'postgresql://postgres@127.0.0.1:5432/hongyan'),
    temporalAddress: text('TEMPORAL_ADDRESS', '127.0.0.1:7233'),
    temporalNamespace: env['TEMPORAL_NAMESPACE'] ?? 'default',
    smtpUrl: text('SMTP_URL', 'smtp://127.0.0.1:1025'),
    dataFolder: env['HONGYAN_DATA'] ?? '.data',
    filesFolder: env['HONGYAN_FILES'] || join(env['HONGYAN_DATA'] ?? '.data', 'files'),
    uploadMaxMb: numberOf(env, 'HONGYAN_UPLOAD_MAX_MB', 20),
    publicOrigin: production ? new URL(text('PUBLIC_URL', '')).origin : originOf(env['PUBLIC_URL']),
    devMail: !production && env['HONGYAN_MAIL_CATCHER'] === 'on',
    speed,
    catalogFolder: env['HONGYAN_CATALOG'] || fileURLToPath(new URL('../catalog', import.meta.url)),
    logLevel: env['LOG_LEVEL'] ?? 'info',
  }
}

/** Behind a proxy in a container every interface, elsewhere this machine alone: the demo's passwords are known. */
function hostOf(value: string | undefined, production: boolean): string {
  if (value === undefined || value === '') return production ? '0.0.0.0' : '127.0.0.1'
  if (isIP(value) === 0) throw new Error(`HONGYAN_HOST is an address such as 127.0.0.1 or 0.0.0.0, not "${value}"`)
  return value
}

function originOf(address: string | undefined): string | null {
  return address === undefined || address === '' ? null : new URL(address).origin
}

function numberOf(env: Environment, name: string, local: number): number {
  const value = env[name]
  if (value === undefined || value === '') return local
  const number = Number(value)
  if (!Number.isFinite(number) || number < 0) throw new Error(`${name} is a number, not "${value}"`)
  return number
}
