import { fileURLToPath } from 'node:url'
import { Client, Connection } from '@temporalio/client'
import { loadNoticeTemplates } from '../catalog/loader/notices.ts'
import { createDatabase } from '../prisma/database.ts'
import { createCaseReader } from '../prisma/readers/case-reader.ts'
import { createDueWorkReader } from '../prisma/readers/due-work-reader.ts'
import { createStartReader } from '../prisma/readers/start-reader.ts'
import { createClockFaceStore } from '../prisma/stores/clock-face-store.ts'
import { createOutboxStore } from '../prisma/stores/outbox-store.ts'
import { createRecordStore } from '../prisma/stores/record-store.ts'
import { TASK_QUEUE } from '../workflows/messages.ts'
import { workflowBundle } from './bundle.ts'
import { createCaseClock } from './case-clock.ts'
import { createEngine } from './engine.ts'
import { createHousekeeping } from './housekeeping.ts'
import { createDrainOutbox } from './mail/drain-outbox.ts'
import { createMailer } from './mail/mailer.ts'
import { mailSettings } from './mail/mail-settings.ts'
import { createRender } from './mail/render.ts'
import { observe } from './observe.ts'
import { createRecord } from './record.ts'
import { runWorker } from './run-worker.ts'
import { readWorkerSettings } from './settings.ts'
import { tellFace } from './tell-face.ts'
import { createWorker } from './worker.ts'

const settings = readWorkerSettings(process.env)
const { log, warn, count } = observe(settings)
const { temporalAddress: address, temporalNamespace: namespace, maxCachedWorkflows } = settings
const database = createDatabase({ url: settings.databaseUrl, onConnectionError: (error) => warn('a database connection broke', error) })
const writer = createDatabase({ url: settings.databaseWriterUrl, writer: true, connections: 16, onConnectionError: (error) => warn('a database connection broke', error) })
const starts = createStartReader(database)
const reader = createDueWorkReader(database, starts, createCaseReader(database, starts))
const clock = createCaseClock(createClockFaceStore(database).read)
const connection = Connection.lazy({ address })
const engine = createEngine(new Client({ connection, namespace }), TASK_QUEUE)
const mail = { ...mailSettings(process.env, settings.publicUrl), render: createRender(loadNoticeTemplates(fileURLToPath(new URL('../catalog', import.meta.url)))) }
const activities = {
  ...createRecord(createRecordStore(writer)),
  ...createHousekeeping({ reader, engine, caseNow: clock.now, face: clock.face, count, warn }),
  ...createDrainOutbox({ ...mail, outbox: createOutboxStore(database), openMailer: () => createMailer({ smtpUrl: settings.smtpUrl }), caseNow: clock.now, realNow: Date.now, warn }),
}

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
const bundle = await workflowBundle()
await runWorker({
  address,
  create: (native) => createWorker({ connection: native, namespace, bundle, activities, maxCachedWorkflows }),
  prepare: async () => {
    await Promise.all([engine.ensurePostman(), engine.ensureHousekeeping(), tellFace({ engine, running: reader.running, face: clock.face })])
  },
  serving: () => log.info({ address, namespace }, 'the worker serves'),
  warn,
  stop: stop.signal,
})
await Promise.all([connection.close(), database.$disconnect(), writer.$disconnect()])
