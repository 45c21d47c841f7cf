import { Client, Connection } from '@temporalio/client'
import { createEngine } from '../../activities/engine.ts'
import { tellFace } from '../../activities/tell-face.ts'
import type { ClockFace } from '../../domain/time/clock-face.ts'
import type { Database } from '../../prisma/database.ts'
import { createCaseReader } from '../../prisma/readers/case-reader.ts'
import { createDueWorkReader } from '../../prisma/readers/due-work-reader.ts'
import { createStartReader } from '../../prisma/readers/start-reader.ts'
import { TASK_QUEUE } from '../../workflows/messages.ts'

export interface CaseTeller {
  tell(face: ClockFace): Promise<void>
  close(): Promise<void>
}

/** Tells running cases of a changed face as a worker does when it starts. */
export function createCaseTeller(database: Database, address: string, namespace: string): CaseTeller {
  const connection = Connection.lazy({ address })
  const engine = createEngine(new Client({ connection, namespace }), TASK_QUEUE)
  const starts = createStartReader(database)
  const { running } = createDueWorkReader(database, starts, createCaseReader(database, starts))
  return {
    tell: async (face) => {
      await tellFace({ engine, running, face: () => Promise.resolve(face) })
    },
    close: () => connection.close(),
  }
}
