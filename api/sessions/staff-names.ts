import type { StaffPerson } from '../../prisma/readers/people-reader.ts'

/** Names of staff by id; those nobody has are left out. */
export type StaffNames = (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>

/** A name that changed is seen after this long. */
const KEPT_MS = 60_000
const MOST_KEPT = 5_000

/** Names are on nearly every answer and change once in years, so they are kept for a minute. */
export function createStaffNames(
  read: (ids: readonly string[]) => Promise<ReadonlyMap<string, StaffPerson>>,
  realNow: () => number,
): StaffNames {
  const kept = new Map<string, { readonly name: string; readonly until: number }>()
  return async (ids) => {
    const now = realNow()
    const missing = ids.filter((id) => (kept.get(id)?.until ?? 0) <= now)
    if (missing.length > 0) {
      if (kept.size > MOST_KEPT) kept.clear()
      for (const [id, { name }] of await read(missing)) kept.set(id, { name, until: now + KEPT_MS })
    }
    return new Map(
      ids.flatMap((id) => {
        const name = kept.get(id)?.name
        return name === undefined ? [] : [[id, name] as const]
      }),
    )
  }
}
