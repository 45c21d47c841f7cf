import pino from 'pino'
import { loadCatalog } from '../catalog/loader/load-catalog.ts'
import { createDatabase } from '../prisma/database.ts'
import { createInForceReader } from '../prisma/readers/in-force-reader.ts'
import { createCatalogStore } from '../prisma/stores/catalog-store.ts'
import { TASK_QUEUE } from '../workflows/messages.ts'
import { createApp } from './app.ts'
import { composeDeps } from './compose.ts'
import { devMailRouter } from './dev-mail.ts'
import { beginRun } from './changes/confirm.ts'
import { standCalendars } from './changes/stand-calendars.ts'
import { createGateway } from './gateway.ts'
import { createPagesNow } from './pages/page-files.ts'
import { pagesRouter } from './pages/pages-router.ts'
import { close, listen } from './serve.ts'
import { apiSettings } from './settings.ts'
import { standOffices } from './stand-offices.ts'

/** The API process: constructs what has side effects, listens, and stops in order. */
async function main(): Promise<void> {
  const settings = apiSettings(process.env)
  const log = pino({ level: settings.logLevel })
  const catalog = loadCatalog(settings.catalogFolder)
  const database = createDatabase({
    url: settings.databaseUrl,
    connections: 16,
    onConnectionError: (error) => log.warn({ err: error }, 'a database connection broke'),
  })
  const gateway = createGateway({
    address: settings.temporalAddress,
    namespace: settings.temporalNamespace,
    queue: TASK_QUEUE,
    timeoutMs: 4000,
  })

  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  const offices = standOffices(catalog, createCatalogStore(database), log, stop.signal)

  const deps = composeDeps({ settings, log, database, gateway, catalog, officesStand: offices.standing })
  const calendars = standCalendars({ ...deps, reader: createInForceReader(database), begin: (runId) => beginRun(deps, runId) }, stop.signal)
  try {
    const pages = createPagesNow()
    if ((await pages()) === null) log.warn('the pages are not built; npm run build makes them')
    const extra = [pagesRouter(deps, pages), ...(settings.devMail ? [devMailRouter({ dataFolder: settings.dataFolder })] : [])]
    const server = await listen(createApp(deps, extra), settings)
    log.info({ host: settings.host, port: settings.port }, 'the API listens')
    await aborted(stop.signal)
    log.info('the API stops')
    await deps.live.close()
    await close(server, log)
  } finally {
    stop.abort()
    // A statement after the end of the pool would open another.
    await Promise.all([offices.done, calendars])
    await Promise.all([gateway.close(), database.$disconnect()])
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
