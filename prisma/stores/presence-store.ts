import type { Database } from '../database.ts'

/** A person who said so is taken for absent after this long, unless it is said again. */
export const PRESENT_SECONDS = 45
/** Rows so old are cleared away by whoever says that they are there. */
const KEPT_SECONDS = 600

/** Who has which task open at this moment (real time). */
export interface PresenceStore {
  arrive(taskId: string, staffId: string): Promise<void>
  leave(taskId: string, staffId: string): Promise<void>
  /** Staff ids by task, for the tasks that somebody has open. */
  at(taskIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>
}

export function createPresenceStore(db: Database): PresenceStore {
  return {
    async arrive(taskId, staffId) {
      await db.$executeRaw`
        with old as (delete from task_presence where seen_at < clock_timestamp() - make_interval(secs => ${KEPT_SECONDS})
                        and (task_id, staff_id) <> (${taskId}, ${staffId}::uuid))
        insert into task_presence (task_id, staff_id, seen_at) values (${taskId}, ${staffId}::uuid, clock_timestamp())
        on conflict (task_id, staff_id) do update set seen_at = excluded.seen_at`
    },
    async leave(taskId, staffId) {
      await db.$executeRaw`delete from task_presence where task_id = ${taskId} and staff_id = ${staffId}::uuid`
    },
    async at(taskIds) {
      const rows = await db.$queryRaw<{ taskId: string; staff: string[] }[]>`
        select task_id as "taskId", array_agg(staff_id::text order by staff_id) as staff from task_presence
         where task_id = any (${[...taskIds]}::text[]) and seen_at > clock_timestamp() - make_interval(secs => ${PRESENT_SECONDS})
         group by task_id`
      return new Map(rows.map((row) => [row.taskId, row.staff]))
    },
  }
}
