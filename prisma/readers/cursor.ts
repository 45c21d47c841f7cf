/** A cursor that this list did not give; the API answers 422. */
export class InvalidCursor extends Error {
  override readonly name = 'InvalidCursor'
}

/** One page and the cursor of the next, null on the last. */
export interface Page<T> {
  readonly rows: readonly T[]
  readonly next: string | null
}

/** Place in a list by an instant (null: after all that have one) and an id. */
export interface Place {
  readonly at: Date | null
  readonly id: string
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** The last instant that the database reads as a date of four digits of a year. */
const LAST_MS = Date.UTC(9999, 11, 31)
const CURSOR = /^(\d{1,15}|-)\.([\w-]{1,80})$/

/** Reads a cursor made by `pageOf`. Throws InvalidCursor. */
export function placeOf(cursor: string): Place {
  const [, at, id] = CURSOR.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? []
  if (at === undefined || id === undefined || Number(at) > LAST_MS)
    throw new InvalidCursor(`not a cursor of a list: ${cursor.slice(0, 40)}`)
  return { at: at === '-' ? null : new Date(Number(at)), id }
}

/** As `placeOf`, for a list of appeals: the ids are uuids, and every row has an instant. */
export function placeOfAppeal(cursor: string): Place {
  const place = placeOf(cursor)
  if (place.at === null || !UUID.test(place.id)) throw new InvalidCursor(`not a cursor of a list of appeals: ${cursor.slice(0, 40)}`)
  return place
}

/** Cuts `limit` rows off what was read with one more than `limit`. */
export function pageOf<R, T>(read: readonly R[], limit: number, placeIn: (row: R) => Place, map: (row: R) => T): Page<T> {
  const rows = read.slice(0, limit)
  const last = rows.at(-1)
  return { rows: rows.map(map), next: read.length > limit && last !== undefined ? cursorOf(placeIn(last)) : null }
}

function cursorOf({ at, id }: Place): string {
  return Buffer.from(`${at === null ? '-' : at.getTime()}.${id}`).toString('base64url')
}
