import type { MaterialState } from '../../domain/case/state.ts'
import { MATERIAL_STATES } from '../../domain/case/state.ts'
import type { ActorRef } from '../../domain/people/actor.ts'
import type { Database } from '../database.ts'

export interface MaterialRow {
  readonly code: string
  readonly state: MaterialState
  readonly givenBy: string
  readonly changedAt: number
}

export interface MaterialStore {
  /** Notes materials as given; who gave them and when. What counts for the case are its events. */
  provide(caseId: string, codes: readonly string[], by: ActorRef, at: number): Promise<void>
  ofCase(caseId: string): Promise<readonly MaterialRow[]>
}

export function createMaterialStore(db: Database): MaterialStore {
  return {
    async provide(caseId, codes, by, at) {
      const given = { state: 'provided', givenByKind: by.kind, givenById: by.id, changedAt: new Date(at) }
      await db.$transaction(
        codes.map((code) =>
          db.material.upsert({ where: { caseId_code: { caseId, code } }, create: { caseId, code, ...given }, update: given }),
        ),
      )
    },
    async ofCase(caseId) {
      const rows = await db.material.findMany({ where: { caseId }, orderBy: { code: 'asc' } })
      return rows.map((row) => ({
        code: row.code,
        state: MATERIAL_STATES.find((state) => state === row.state) ?? 'missing',
        givenBy: row.givenByKind,
        changedAt: row.changedAt.getTime(),
      }))
    },
  }
}
