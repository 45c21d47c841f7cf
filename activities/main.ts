import { join } from 'node:path'
import { Client, Connection } from '@temporalio/client'
import { loadNoticeTemplates } from '../catalog/loader/notices.ts'
import { createDatabase } from '../prisma/database.ts'
import { createFileFolder } from '../prisma/files/file-folder.ts'
import { TASK_QUEUE } from '../workflows/messages.ts'
import { workflowBundle } from './bundle.ts'
import { createEngine } from './engine.ts'
import { mailSettings } from './mail/mail-settings.ts'
import { createRender } from './mail/render.ts'
import { observe } from './observe.ts'
import { runWorker } from './run-worker.ts'
import { readWorkerSettings } from './settings.ts'
import { wire } from './wiring.ts'
import { createWorker } from './worker.ts'

const settings = readWorkerSettings(process.env)
const { temporalAddress: address, temporalNamespace: namespace, maxCachedWorkflows, smtpUrl } = settings
const render = createRender(loadNoticeTemplates(settings.catalogFolder))
const mail = { ...mailSettings(process.env, settings.publicUrl), render }
const { log, warn, count } = observe(settings)
const onConnectionError = (error: Error): void => warn('a database connection broke', error)
const database = createDatabase({ url: settings.databaseUrl, onConnectionError })
const writer = createDatabase({ url: settings.databaseWriterUrl, writer: true, connections: 16, onConnectionError })
const connection = Connection.lazy({ address })
const engine = createEngine(new Client({ connection, namespace }), TASK_QUEUE)
const headsFolder = join(settings.dataFolder, 'heads')
const files = createFileFolder(settings.filesFolder)
const { activities, prepare } = wire({ database, writer, engine, mail, smtpUrl, headsFolder, files, count, warn })
const bundle = await workflowBundle(settings.bundlePath)

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
await runWorker({
  address,
  create: (native) => createWorker({ connection: native, namespace, bundle, activities, maxCachedWorkflows }),
  prepare,
  serving: () => log.info({ address, namespace }, 'the worker serves'),
  warn,
  stop: stop.signal,
})
await Promise.all([database.$disconnect(), writer.$disconnect()])
// The way to the engine is not closed before: a call that the client repeats by a timer would throw outside of every promise.
process.exit()
