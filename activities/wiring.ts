import type { ComposeDeps } from './mail/compose.ts'
import type { Database } from '../prisma/database.ts'
import { exportHeads, headsFile } from '../prisma/log/heads.ts'
import { createCaseReader } from '../prisma/readers/case-reader.ts'
import { createDueWorkReader } from '../prisma/readers/due-work-reader.ts'
import { createStartReader } from '../prisma/readers/start-reader.ts'
import { createClockFaceStore } from '../prisma/stores/clock-face-store.ts'
import type { FileBytes } from '../prisma/files/file-bytes.ts'
import { createNewsStore } from '../prisma/stores/news-store.ts'
import { createMaterialFileStore } from '../prisma/stores/material-file-store.ts'
import { createLateWakeStore } from '../prisma/stores/late-wake-store.ts'
import { createOutboxStore } from '../prisma/stores/outbox-store.ts'
import { createRecordStore } from '../prisma/stores/record-store.ts'
import { createRefusedIntakes } from '../prisma/stores/refused-intakes.ts'
import { createRoundStore } from '../prisma/stores/round-store.ts'
import { createSessionStore } from '../prisma/stores/session-store.ts'
import { createSignInAttemptStore } from '../prisma/stores/sign-in-attempt-store.ts'
import { createSignInCodeStore } from '../prisma/stores/sign-in-code-store.ts'
import { createStuckStore } from '../prisma/stores/stuck-store.ts'
import { createChangeCaseStore } from '../prisma/stores/change-case-store.ts'
import { createChangeStore } from '../prisma/stores/change-store.ts'
import { createBeginChanges } from './change/begin-changes.ts'
import { createCarryOut } from './change/carry-out.ts'
import { createCaseClock } from './case-clock.ts'
import type { Engine } from './engine.ts'
import { createFindStuck } from './find-stuck.ts'
import { createHousekeeping, type HousekeepingDeps } from './housekeeping.ts'
import { createKeepHeads } from './keep-heads.ts'
import { createDrainOutbox } from './mail/drain-outbox.ts'
import { createMailer } from './mail/mailer.ts'
import { createRecord } from './record.ts'
import { createRemoveEnded } from './remove-ended.ts'
import { tellFace } from './tell-face.ts'
import { createWakeLate } from './wake-late.ts'

export interface Wiring {
  readonly database: Database
  /** With the role that may append to the log and not change it. */
  readonly writer: Database
  readonly engine: Engine
  readonly mail: ComposeDeps
  readonly smtpUrl: string
  /** Folder that keeps the heads of the hash chains. */
  readonly headsFolder: string
  /** Where the files of materials lie. */
  readonly files: Pick<FileBytes, 'remove'>
  readonly count: HousekeepingDeps['count']
  readonly warn: (message: string, facts: unknown) => void
  /** Real time of the watchdog; the machine's unless told. */
  readonly realNow?: () => number
}

/** The activities by their names, and what the worker does each time before it serves. Opens nothing. */
export function wire({ database, writer, engine, mail, smtpUrl, headsFolder, files, count, warn, realNow = Date.now }: Wiring) {
  const starts = createStartReader(database)
  const reader = createDueWorkReader(database, starts, createCaseReader(database, starts))
  const late = createLateWakeStore(database)
  const stuck = createStuckStore(database)
  const rounds = createRoundStore(database)
  const { now: caseNow, face } = createCaseClock(createClockFaceStore(database).read)
  const runs = createChangeCaseStore(database)
  const materialFiles = createMaterialFileStore(database)
  const changes = createBeginChanges({
    open: runs.open,
    unanswered: runs.unanswered,
    resume: createChangeStore(database).resume,
    startChange: engine.startChange,
  })
  const openMailer = (): ReturnType<typeof createMailer> => createMailer({ smtpUrl })
  return {
    activities: {
      ...createRecord(createRecordStore(writer)),
      ...createHousekeeping({
        reader,
        engine,
        markRefused: createRefusedIntakes(database).markRefused,
        noteStuck: stuck.noteEngine,
        note: rounds.note,
        caseNow,
        face,
        count,
        warn,
      }),
      ...createWakeLate({ cases: late, engine, face, realNow, add: rounds.add, count, warn }),
      ...createFindStuck({ stuck, unmoved: late.unmoved, tables: reader, engine, caseNow, realNow: Date.now, note: rounds.note, warn }),
      ...changes,
      ...createCarryOut({ tables: runs, engine, caseNow, realNow, warn }),
      ...createKeepHeads({
        fileOf: (day) => headsFile(headsFolder, day),
        write: (day) => exportHeads(database, headsFolder, day),
        realNow: Date.now,
        count,
      }),
      ...createRemoveEnded({
        kept: {
          sessions: createSessionStore(database),
          signInCodes: createSignInCodeStore(database),
          signInAttempts: createSignInAttemptStore(database),
        },
        news: createNewsStore(database),
        uploads: { removeEndedBefore: (at) => materialFiles.removeEndedBefore(at, files) },
        realNow: Date.now,
        count,
      }),
      ...createDrainOutbox({ ...mail, outbox: createOutboxStore(database), openMailer, caseNow, realNow: Date.now, warn }),
    },
    prepare: async (): Promise<void> => {
      await Promise.all([engine.ensurePostman(), engine.ensureSchedules(), tellFace({ engine, running: reader.running, face })])
      await changes.beginChanges()
    },
  }
}
