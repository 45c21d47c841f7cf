import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What the worker process takes from its environment. */
export interface WorkerSettings {
  readonly databaseUrl: string
  /** Of the role that may append to the log and not change it; the owner's where none is set. */
  readonly databaseWriterUrl: string
  readonly temporalAddress: string
  readonly temporalNamespace: string
  readonly smtpUrl: string
  /** Base of the links in mails. */
  readonly publicUrl: string
  /** Cases kept in memory; a case beyond them is read again from its history at the next click. */
  readonly maxCachedWorkflows: number
  /** File of the bundled workflows; null for the one beside the compiled files. */
  readonly bundlePath: string | null
  /** `host:port` where Prometheus reads, null for none. */
  readonly metricsAddress: string | null
  /** Folder of the catalogue, of which the worker reads the texts of notices. */
  readonly catalogFolder: string
  /** Data folder, of which the worker writes `heads/`. */
  readonly dataFolder: string
  /** Folder of the files of materials; the same as the API's. */
  readonly filesFolder: string
  readonly logLevel: string
}

const LOCAL_DEFAULTS: Readonly<Record<string, string>> = {
  DATABASE_URL: 'postgresql://postgres@127.0.0.1:5432/hongyan',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  SMTP_URL: 'smtp://127.0.0.1:1025',
  PUBLIC_URL: 'http://127.0.0.1:3000',
}

/** Reads the settings; in production a missing one throws with its name, elsewhere it has a local default. */
export function readWorkerSettings(env: NodeJS.ProcessEnv): WorkerSettings {
  const required = (name: string): string => {
    const value = env[name] || (env['NODE_ENV'] === 'production' ? undefined : LOCAL_DEFAULTS[name])
    if (value === undefined) throw new Error(`setting ${name} is missing`)
    return value
  }
  const databaseUrl = required('DATABASE_URL')
  return {
    databaseUrl,
    databaseWriterUrl: env['DATABASE_WRITER_URL'] || databaseUrl,
    temporalAddress: required('TEMPORAL_ADDRESS'),
    temporalNamespace: env['TEMPORAL_NAMESPACE'] || 'default',
    smtpUrl: required('SMTP_URL'),
    publicUrl: required('PUBLIC_URL'),
    maxCachedWorkflows: wholeNumber(env, 'WORKER_CACHED_CASES', 2000),
    bundlePath: env['WORKER_BUNDLE'] || null,
    metricsAddress: env['WORKER_METRICS_ADDRESS'] || null,
    catalogFolder: env['HONGYAN_CATALOG'] || fileURLToPath(new URL('../catalog', import.meta.url)),
    dataFolder: env['HONGYAN_DATA'] || '.data',
    filesFolder: env['HONGYAN_FILES'] || join(env['HONGYAN_DATA'] || '.data', 'files'),
    logLevel: env['LOG_LEVEL'] || 'info',
  }
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string, otherwise: number): number {
  const text = env[name]
  if (!text) return otherwise
  if (!/^\d{1,7}$/.test(text)) throw new Error(`setting ${name} must be a whole number, got "${text}"`)
  return Number(text)
}
