import { join } from 'node:path'
import { Prisma } from '../../prisma/generated/client.ts'
import { createDatabase } from '../../prisma/database.ts'
import { startDatabase } from '../../scripts/start/services.ts'
import { createSupervisor } from '../../scripts/start/supervise.ts'
import type { BenchContext } from '../context.ts'
import type { BenchPlace } from './place.ts'

/**
 * Lets PostgreSQL keep the instant of every commit, from its next start on: `written_at` of an event is when its transaction
 * began. Call it while no stack runs.
 */
export async function keepCommitTimes({ place, records }: BenchPlace, { dist, env, say }: BenchContext): Promise<void> {
  const supervisor = createSupervisor(records, say)
  try {
    const url = await startDatabase(supervisor, place, { PATH: env.PATH, HOME: env.HOME }, join(dist, 'prisma', 'migrations'))
    const database = createDatabase({ url })
    try {
      await database.$executeRaw(Prisma.sql`alter system set track_commit_timestamp = on`)
    } finally {
      await database.$disconnect()
    }
  } finally {
    await supervisor.stop()
  }
}
