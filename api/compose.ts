import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Catalog } from '../catalog/loader/catalog.ts'
import type { Database } from '../prisma/database.ts'
import { createChangeReader } from '../prisma/readers/change-reader.ts'
import { createInForceReader } from '../prisma/readers/in-force-reader.ts'
import { createOpenClockReader } from '../prisma/readers/open-clock-reader.ts'
import { createChangeStore } from '../prisma/stores/change-store.ts'
import { inForceNow } from './changes/in-force.ts'
import { createExportDesk } from './exports/export-desk.ts'
import { createKept } from './figures/kept.ts'
import { createFigureReader } from '../prisma/readers/figures/figure-reader.ts'
import { createOrderListReader } from '../prisma/readers/figures/order-list.ts'
import { createExportStore } from '../prisma/stores/export-store.ts'
import { createAppealReader } from '../prisma/readers/appeal-reader.ts'
import { createAuditReader } from '../prisma/readers/audit-reader.ts'
import { createMailListReader } from '../prisma/readers/mail-list-reader.ts'
import { createResendStore } from '../prisma/stores/resend-store.ts'
import { mailTexts } from './mails/sample-mail.ts'
import { createBoardReader } from '../prisma/readers/board-reader.ts'
import { createCaseReader } from '../prisma/readers/case-reader.ts'
import { createDecisionReader } from '../prisma/readers/decision-reader.ts'
import { createFormReader } from '../prisma/readers/form-reader.ts'
import { createHealthReader } from '../prisma/readers/health-reader.ts'
import { createMailReader } from '../prisma/readers/mail-reader.ts'
import { createOfficesReader } from '../prisma/readers/offices-reader.ts'
import { createOrderReader } from '../prisma/readers/order-reader.ts'
import { createPeopleReader } from '../prisma/readers/people-reader.ts'
import { createSignedInReader } from '../prisma/readers/signed-in-reader.ts'
import { createStaffListReader } from '../prisma/readers/staff-list-reader.ts'
import { createStartReader } from '../prisma/readers/start-reader.ts'
import { createTaskReader } from '../prisma/readers/task-reader.ts'
import { createAuditStore } from '../prisma/stores/audit-store.ts'
import { createBulkStore } from '../prisma/stores/bulk-store.ts'
import { createCatalogStore } from '../prisma/stores/catalog-store.ts'
import { createClockFaceStore } from '../prisma/stores/clock-face-store.ts'
import { createDraftStore } from '../prisma/stores/draft-store.ts'
import { createIntakeStore } from '../prisma/stores/intake-store.ts'
import { createFileFolder } from '../prisma/files/file-folder.ts'
import { createMaterialFileStore } from '../prisma/stores/material-file-store.ts'
import { createMembershipStore } from '../prisma/stores/membership-store.ts'
import { createPeopleStore } from '../prisma/stores/people-store.ts'
import { createPresenceStore } from '../prisma/stores/presence-store.ts'
import { createSavedViewStore } from '../prisma/stores/saved-view-store.ts'
import { createSessionStore } from '../prisma/stores/session-store.ts'
import { createSignInAttemptStore } from '../prisma/stores/sign-in-attempt-store.ts'
import { createSignInCodeStore } from '../prisma/stores/sign-in-code-store.ts'
import { createTextStore } from '../prisma/stores/text-store.ts'
import { createWindowStore } from '../prisma/stores/window-store.ts'
import { createCaseClock } from './case-clock.ts'
import { officesNow } from './cases/offices-now.ts'
import type { Deps } from './deps.ts'
import type { Gateway } from './gateway.ts'
import { createLiveStreams } from './live/streams.ts'
import { personStill } from './sessions/person-of.ts'
import { createNewsBell } from '../prisma/news-bell.ts'
import { createNewsFeed } from '../prisma/readers/news-feed.ts'
import { createNewsReader } from '../prisma/readers/news-reader.ts'
import { mailAnswers } from './health/parts.ts'
import { watchFigures } from './health/watch-figures.ts'
import { createMetrics } from './metrics/metrics.ts'
import { CODE_LIMITS, SIGN_IN_LIMITS, createSignInGuard } from './sessions/limits.ts'
import { createStaffNames } from './sessions/staff-names.ts'
import type { ApiSettings } from './settings.ts'

interface Made {
  readonly settings: ApiSettings
  readonly log: Logger
  readonly database: Database
  readonly gateway: Gateway
  readonly catalog: Catalog
  /** True once the offices of the catalogue stand in the database. */
  readonly officesStand: () => boolean
}

/** Puts the API's dependencies together from the few things that have side effects; connects to nothing itself. */
export function composeDeps({ settings, log, database, gateway, catalog, officesStand }: Made): Deps {
  const realNow = (): number => Date.now()
  const clock = createCaseClock(createClockFaceStore(database).read, realNow)
  const starts = createStartReader(database)
  const officesReader = createOfficesReader(database)
  const board = createBoardReader(database)
  const caseHealth = createHealthReader(database)
  const people = createPeopleReader(database)
  const signedIn = createSignedInReader(database)
  const feed = createNewsFeed({
    reader: createNewsReader(database),
    openBell: (ring) =>
      createNewsBell({ url: settings.databaseUrl, ring, onConnectionError: (err) => log.warn({ err }, 'the connection for news broke') }),
    onFault: (err) => log.warn({ err }, 'news could not be read'),
  })
  const figureReader = createFigureReader(database)
  const inForce = inForceNow(catalog, createInForceReader(database), realNow)
  const offices = officesNow(catalog, officesReader, realNow)
  const staffNames = createStaffNames(people.staffByIds, realNow)
  const attempts = createSignInAttemptStore(database)
  return {
    settings,
    log,
    metrics: createMetrics(),
    realNow,
    now: clock.now,
    face: clock.face,
    today: clock.today,
    catalog,
    inForce,
    changes: createChangeStore(database),
    changeReader: createChangeReader(database),
    openClocks: createOpenClockReader(database),
    gateway,
    figures: async () => ({ ...(await board.figures()), watch: await watchFigures(caseHealth, await clock.face(), realNow()) }),
    health: {
      database: async () => officesStand() && (await database.$queryRaw<unknown[]>`select 1 as one`).length === 1,
      temporal: async () => (await gateway.ready()).engine,
      worker: async () => (await gateway.ready()).worker,
      mail: () => mailAnswers(settings.smtpUrl),
    },
    offices,
    officesReader,
    cases: createCaseReader(database, starts),
    appeals: createAppealReader(database),
    tasks: createTaskReader(database),
    board,
    mails: createMailReader(database),
    figureReader,
    orderLists: createOrderListReader(database),
    kept: createKept(realNow),
    exports: createExportDesk({
      store: createExportStore(database),
      reader: figureReader,
      offices,
      inForce,
      staffNames,
      folder: join(settings.dataFolder, 'exports'),
      log,
      realNow,
    }),
    caseHealth,
    decisions: createDecisionReader(database),
    orders: createOrderReader(database),
    presence: createPresenceStore(database),
    savedViews: createSavedViewStore(database),
    bulk: createBulkStore(database),
    drafts: createDraftStore(database),
    intakes: createIntakeStore(database, createCatalogStore(database), starts),
    forms: createFormReader(database),
    materialFiles: createMaterialFileStore(database),
    fileBytes: createFileFolder(settings.filesFolder),
    texts: createTextStore(database),
    sessions: createSessionStore(database),
    signedIn,
    signInCodes: createSignInCodeStore(database),
    people,
    staffNames,
    staffList: createStaffListReader(database),
    peopleStore: createPeopleStore(database),
    memberships: createMembershipStore(database),
    windows: createWindowStore(database),
    signInGuard: createSignInGuard({ name: 'sign-in', limits: SIGN_IN_LIMITS, attempts, realNow }),
    codeGuard: createSignInGuard({ name: 'code', limits: CODE_LIMITS, attempts, realNow }),
    readAudit: createAuditStore(database),
    audit: createAuditReader(database),
    outbox: createMailListReader(database),
    resends: createResendStore(database),
    mailTexts: mailTexts(settings.catalogFolder),
    live: createLiveStreams({
      feed,
      face: clock.face,
      realNow,
      personStill: (tokenHash) => personStill(tokenHash, { realNow, signedIn, today: clock.today }),
      warn: (message, err) => log.warn({ err }, message),
    }),
  }
}
