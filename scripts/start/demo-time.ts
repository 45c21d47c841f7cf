import { loadCatalog } from '../../catalog/loader/load-catalog.ts'
import { createDatabase } from '../../prisma/database.ts'
import { createStaffListReader } from '../../prisma/readers/staff-list-reader.ts'
import { createClockFaceStore } from '../../prisma/stores/clock-face-store.ts'
import { beginDemo } from '../seed/begin-demo.ts'

/** The calendar by which the demo counts its working days. */
const CALENDAR = 'cn'

/** Begins case time of a demo in an empty database; answers whether the seeding has case time in hand (beginDemo). */
export async function beginDemoTime(databaseUrl: string, catalogFolder: string): Promise<boolean> {
  const calendar = loadCatalog(catalogFolder).calendars.get(CALENDAR)
  if (calendar === undefined) return false
  const database = createDatabase({ url: databaseUrl, connections: 1 })
  try {
    const isEmpty = async (): Promise<boolean> =>
      (await createStaffListReader(database).list({ after: null, q: null, limit: 1 })).length === 0
    return await beginDemo({ faces: createClockFaceStore(database), isEmpty, calendar, realNow: Date.now() })
  } finally {
    await database.$disconnect()
  }
}
