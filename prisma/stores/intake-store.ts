import type { Refusal } from '../../domain/case/refusal.ts'
import type { CommandOf } from '../../domain/case/command.ts'
import type { CaseStart } from '../../domain/case/state.ts'
import type { Database } from '../database.ts'
import type { StartReader } from '../readers/start-reader.ts'
import type { CatalogStore } from './catalog-store.ts'
import { createRefusedIntakes, type RefusedIntakes } from './refused-intakes.ts'

/** An upload before filing, and the material it is. */
export interface FiledUpload {
  readonly material: string
  readonly id: string
}

export interface NewIntake {
  /** Everything frozen at filing; the number is given here. `start.caseId` is the id of the intake. */
  readonly start: Omit<CaseStart, 'number'>
  /** The filing itself; actor and instant (case time) are taken from it. */
  readonly file: CommandOf<'FileAppeal'>
  /** Unique with the actor. */
  readonly idempotencyKey: string
  /** sha256 of the request's body; another body under the same key is a conflict. */
  readonly bodyHash: string
  /** How it came: `web`, `counter`, `liaison`, `replay`. */
  readonly channel: string
  /** All answers by field code; confidential ones never leave the database. */
  readonly form: Readonly<Record<string, unknown>>
  /** Uploads of the actor that are filed with it. */
  readonly files?: readonly FiledUpload[]
  /** A second open appeal of the expert for this item is meant. */
  readonly confirmDuplicate: boolean
}

export type IntakeAnswer =
  /** Written now, or before under the same key with the same body: what the workflow is to be started with. */
  | {
      readonly kind: 'created' | 'same'
      readonly id: string
      readonly number: string
      readonly start: CaseStart
      readonly file: CommandOf<'FileAppeal'>
      /** The rules of the engine refused it; it is not to be started. */
      readonly refused: Refusal | null
    }
  /** The key was used with another body; the earlier appeal is named. */
  | { readonly kind: 'conflict'; readonly id: string; readonly number: string }
  /** The expert has an open appeal for the item. */
  | { readonly kind: 'duplicate'; readonly id: string; readonly number: string }

export interface IntakeStore extends RefusedIntakes {
  /** One transaction: number, intake, materials and their files (design 8); throws UploadsGoneError. The number is HY-year-sequence-check digit (ISO 7064 MOD 11,10). */
  createIntake(intake: NewIntake): Promise<IntakeAnswer>
}

/** One of the files of a filing is not an unfiled upload of the actor, or not any more; nothing was written. */
export class UploadsGoneError extends Error {
  constructor() {
    super('an upload that the filing names is not there')
    this.name = 'UploadsGoneError'
  }
}

interface SqlAnswer {
  readonly kind: IntakeAnswer['kind'] | 'uploads'
  readonly id: string
  readonly number: string
}

export function createIntakeStore(db: Database, catalog: CatalogStore, starts: StartReader): IntakeStore {
  const refused = createRefusedIntakes(db)
  return {
    async createIntake({ start, file, ...given }) {
      const versions = await catalog.keepVersions(start.item, start.calendars)
      const { item, calendars, ...rest } = start
      const row = {
        ...given,
        id: start.caseId,
        item: item.code,
        itemVersion: item.version,
        itemDigest: versions.item,
        calendarDigests: versions.calendars,
        expertId: start.expert.id,
        actorKind: file.actor.kind,
        actorId: 'id' in file.actor ? file.actor.id : file.actor.kind,
        materials: start.materials,
        start: rest,
        file,
        filedAt: file.at,
      }
      const input = JSON.stringify(row)
      const rows =
        given.files === undefined || given.files.length === 0
          ? await db.$queryRaw<{ answer: SqlAnswer }[]>`select create_intake(${input}::jsonb) as answer`
          : await db.$queryRaw<{ answer: SqlAnswer }[]>`select create_intake_with_files(${input}::jsonb) as answer`
      const answer = rows[0]?.answer
      if (!answer) throw new Error(`create_intake gave no answer for ${start.caseId}`)
      const { kind, id, number } = answer
      if (kind === 'uploads') throw new UploadsGoneError()
      if (kind === 'conflict' || kind === 'duplicate') return { kind, id, number }
      if (kind === 'created') return { kind, id, number, start: { ...rest, number, item, calendars }, file, refused: null }
      const stored = await starts.load(id)
      if (!stored) throw new Error(`intake ${id} was there and is gone`)
      return { kind, id, number, start: stored.start, file: stored.file, refused: await refused.refusalOf(id) }
    },

    ...refused,
  }
}
