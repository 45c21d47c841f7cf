import type pg from 'pg'

/** The id of the last row of who read what; '0' before the first. */
export async function lastRead(sql: pg.Client): Promise<string> {
  const { rows } = await sql.query<{ id: string }>('select coalesce(max(id), 0)::text as id from read_audit')
  return rows[0]?.id ?? '0'
}

/** Who read what since then, oldest first. */
export async function readsAfter(sql: pg.Client, id: string): Promise<readonly object[]> {
  const { rows } = await sql.query<object>('select person_id, subject_kind, subject_id, route from read_audit where id > $1 order by id', [
    id,
  ])
  return rows
}
