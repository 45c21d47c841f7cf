import type { Database } from '../database.ts'
import type { PersonRef } from './session-store.ts'

export interface AuditStore {
  /** One row for each person or appeal whose data were read. `at`: case time; the real time is added. */
  recordReads(
    reader: PersonRef,
    subjects: readonly { readonly kind: string; readonly id: string }[],
    route: string,
    at: number,
  ): Promise<void>
}

export function createAuditStore(db: Database): AuditStore {
  return {
    async recordReads(reader, subjects, route, at) {
      if (subjects.length === 0) return
      await db.readAudit.createMany({
        data: subjects.map(({ kind, id }) => ({
          at: new Date(at),
          personKind: reader.kind,
          personId: reader.id,
          subjectKind: kind,
          subjectId: id,
          route,
        })),
      })
    },
  }
}
