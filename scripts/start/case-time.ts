import { createDatabase } from '../../prisma/database.ts'
import { createClockFaceStore } from '../../prisma/stores/clock-face-store.ts'

/**
 * Lets case time go on at this speed from now, in the face that all processes
 * read (design 12). Call it while no worker and no API runs: a worker tells the
 * running cases when it starts.
 */
export async function setSpeed(databaseUrl: string, speed: number): Promise<void> {
  const database = createDatabase({ url: databaseUrl, connections: 1 })
  try {
    await createClockFaceStore(database).setSpeed(Date.now(), speed)
  } finally {
    await database.$disconnect()
  }
}
