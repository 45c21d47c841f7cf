import type { Database } from '../database.ts'
import { isUniqueViolation } from '../unique-violation.ts'
import type { FileBytes, WrittenFile } from '../files/file-bytes.ts'
import type { PersonRef } from './session-store.ts'

/** A file that is whole, as its row tells it. Instants are epoch milliseconds. */
export interface MaterialFile {
  readonly id: string
  /** Null for an upload before filing. */
  readonly caseId: string | null
  readonly material: string | null
  readonly owner: PersonRef
  /** As it is shown: cleaned of what has no place in a name. */
  readonly name: string
  /** Media type, found from the bytes. */
  readonly type: string
  readonly size: number
  readonly sha256: string
  /** Case time. */
  readonly at: number
  /** Real time when an upload that was not filed is given up; null once it belongs to an appeal. */
  readonly expiresAt: number | null
}

export interface NewFile {
  readonly id: string
  readonly place: { readonly caseId: string; readonly material: string } | null
  readonly owner: PersonRef
  readonly key: string
  readonly at: number
}

/** At most so many files; those under way count. */
export interface FileLimits {
  readonly ofMaterial: number
  readonly ofAppeal: number
  /** Uploads of one person before filing. */
  readonly unfiled: number
}

export interface MaterialFileStore {
  /** Writes the row before its bytes; 'full' where there may be no more. A repeated press is not counted. */
  begin(file: NewFile, limits: FileLimits): Promise<'begun' | 'full'>
  /**
   * Names the bytes, which are kept by then. `same`: the key came before with the same bytes and place, and that file
   * stands; `conflict`: with others. Neither leaves a row of this one.
   */
  finish(file: NewFile, facts: WrittenFile & { readonly name: string; readonly type: string }, until: number | null): Promise<Finished>
  /** Takes away a row that has not become a file. */
  giveUp(id: string): Promise<void>
  find(id: string): Promise<MaterialFile | null>
  ofCase(caseId: string): Promise<readonly MaterialFile[]>
  /** Uploads of a person that are neither filed nor given up at that real time. */
  unfiledOf(owner: PersonRef, realNow: number): Promise<readonly MaterialFile[]>
  /** Takes an unfiled upload from its owner's sight; false where there is none such. Its row and bytes go with removeEndedBefore. */
  withdraw(id: string, owner: PersonRef): Promise<boolean>
  /** Deletes bytes and rows of unfiled uploads that ended, and of files that have been under way for an hour; how many. `at`: real time. */
  removeEndedBefore(at: number, bytes: Pick<FileBytes, 'remove'>): Promise<number>
}

export type Finished = { readonly kind: 'stored' | 'same'; readonly file: MaterialFile } | { readonly kind: 'conflict' }

const A_ROUND = 200
/** No upload takes so long, real time. */
const UNDER_WAY_MS = 3_600_000

export function createMaterialFileStore(db: Database): MaterialFileStore {
  const whole = { storedAt: { not: null } } as const
  const find = async (where: object): Promise<MaterialFile | null> => {
    const row = await db.materialFile.findFirst({ where: { ...where, ...whole } })
    return row === null ? null : fileOf(row)
  }
  return {
    begin: ({ id, place, owner, key, at }, limits) =>
      db.$transaction(async (tx) => {
        await tx.$queryRaw`select pg_advisory_xact_lock(20261127, hashtext(${place?.caseId ?? owner.id}))::text`
        const repeated = await tx.materialFile.count({ where: { ownerId: owner.id, idempotencyKey: key, ...whole } })
        const room = async (where: object, most: number): Promise<boolean> => (await tx.materialFile.count({ where })) < most
        const fits =
          place === null
            ? await room({ caseId: null, ownerId: owner.id, OR: [{ storedAt: null }, { expiresAt: { gt: new Date() } }] }, limits.unfiled)
            : (await room({ caseId: place.caseId }, limits.ofAppeal)) && (await room(place, limits.ofMaterial))
        if (repeated === 0 && !fits) return 'full'
        const data = { ...place, ownerKind: owner.kind, ownerId: owner.id, idempotencyKey: key, at: new Date(at) }
        await tx.materialFile.create({ data: { id, ...data } })
        return 'begun'
      }),

    async finish({ id, place, owner, key }, { size, sha256, name, type }, until) {
      try {
        const data = { name, type, size, sha256, storedAt: new Date(), expiresAt: until === null ? null : new Date(until) }
        return { kind: 'stored', file: fileOf(await db.materialFile.update({ where: { id }, data })) }
      } catch (error) {
        if (!isUniqueViolation(error)) throw error
      }
      await db.materialFile.deleteMany({ where: { id } })
      const earlier = await find({ ownerId: owner.id, idempotencyKey: key })
      const same =
        earlier?.sha256 === sha256 && (place === null || (earlier.caseId === place.caseId && earlier.material === place.material))
      return same ? { kind: 'same', file: earlier } : { kind: 'conflict' }
    },

    async giveUp(id) {
      await db.materialFile.deleteMany({ where: { id, storedAt: null } })
    },
    find: (id) => find({ id }),
    async ofCase(caseId) {
      return (await db.materialFile.findMany({ where: { caseId, ...whole }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })).map(fileOf)
    },
    async unfiledOf({ kind, id }, realNow) {
      const where = { caseId: null, ownerKind: kind, ownerId: id, expiresAt: { gt: new Date(realNow) }, ...whole }
      return (await db.materialFile.findMany({ where, orderBy: [{ begunAt: 'asc' }, { id: 'asc' }] })).map(fileOf)
    },
    async withdraw(id, { kind, id: ownerId }) {
      const where = { id, caseId: null, ownerKind: kind, ownerId, expiresAt: { gt: new Date() }, ...whole }
      return (await db.materialFile.updateMany({ where, data: { expiresAt: new Date(0) } })).count === 1
    },

    async removeEndedBefore(at, bytes) {
      const ended = { caseId: null, expiresAt: { lt: new Date(at) } }
      const leftBehind = { storedAt: null, begunAt: { lt: new Date(at - UNDER_WAY_MS) } }
      const rows = await db.materialFile.findMany({ where: { OR: [ended, leftBehind] }, select: { id: true }, take: A_ROUND })
      for (const { id } of rows) {
        // The row goes last: what is interrupted here is found again in the next round.
        await bytes.remove(id)
        await db.materialFile.deleteMany({ where: { id, OR: [ended, leftBehind] } })
      }
      return rows.length
    },
  }
}

type Row = NonNullable<Awaited<ReturnType<Database['materialFile']['findFirst']>>>

function fileOf(row: Row): MaterialFile {
  const { id, caseId, material, name, type, size, sha256, at, expiresAt } = row
  if (name === null || type === null || size === null || sha256 === null) throw new Error(`file ${id} is stored and not named`)
  const kind = row.ownerKind === 'staff' ? 'staff' : 'expert'
  return {
    id,
    caseId,
    material,
    owner: { kind, id: row.ownerId },
    name,
    type,
    size: Number(size),
    sha256,
    at: at.getTime(),
    expiresAt: expiresAt?.getTime() ?? null,
  }
}
