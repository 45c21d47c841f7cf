import type { ComposeDeps } from './mail/compose.ts'
import type { Database } from '../prisma/database.ts'
import { createCaseReader } from '../prisma/readers/case-reader.ts'
import { createDueWorkReader } from '../prisma/readers/due-work-reader.ts'
import { createStartReader } from '../prisma/readers/start-reader.ts'
import { createClockFaceStore } from '../prisma/stores/clock-face-store.ts'
import { createOutboxStore } from '../prisma/stores/outbox-store.ts'
import { createRecordStore } from '../prisma/stores/record-store.ts'
import { createCaseClock } from './case-clock.ts'
import type { Engine } from './engine.ts'
import { createHousekeeping, type HousekeepingDeps } from './housekeeping.ts'
import { createDrainOutbox } from './mail/drain-outbox.ts'
import { createMailer } from './mail/mailer.ts'
import { createRecord } from './record.ts'
import { tellFace } from './tell-face.ts'

export interface Wiring {
  readonly database: Database
  /** With the role that may append to the log and not change it. */
  readonly writer: Database
  readonly engine: Engine
  readonly mail: ComposeDeps
  readonly smtpUrl: string
  readonly count: HousekeepingDeps['count']
  readonly warn: (message: string, facts: unknown) => void
}

/** The activities by their names, and what the worker does each time before it serves. Opens nothing. */
export function wire({ database, writer, engine, mail, smtpUrl, count, warn }: Wiring) {
  const starts = createStartReader(database)
  const reader = createDueWorkReader(database, starts, createCaseReader(database, starts))
  const { now: caseNow, face } = createCaseClock(createClockFaceStore(database).read)
  const openMailer = (): ReturnType<typeof createMailer> => createMailer({ smtpUrl })
  return {
    activities: {
      ...createRecord(createRecordStore(writer)),
      ...createHousekeeping({ reader, engine, caseNow, face, count, warn }),
      ...createDrainOutbox({ ...mail, outbox: createOutboxStore(database), openMailer, caseNow, realNow: Date.now, warn }),
    },
    prepare: async (): Promise<void> => {
      await Promise.all([engine.ensurePostman(), engine.ensureHousekeeping(), tellFace({ engine, running: reader.running, face })])
    },
  }
}
