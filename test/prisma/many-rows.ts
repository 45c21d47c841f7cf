import type pg from 'pg'
import { EXPERT } from './people.ts'

/**
 * Hand-written rows for lists: `count` appeals over two stations, three accountable windows and three
 * colours, every fourth closed; each with a task that ended in the reception of its station and one that
 * is open in its window. Instants repeat, so that only the id decides between many of them.
 */
export async function fillLists(sql: pg.Client, count: number): Promise<void> {
  await sql.query(
    `insert into catalog_version (digest, code, version, body) values (repeat('0', 64), 'listed', 1, '{}') on conflict do nothing`,
  )
  await sql.query(`
    insert into intake (id, number, item, item_version, item_digest, calendar_digests, expert_id, actor_kind, actor_id, idempotency_key, body_hash, channel, form, materials, start, file, filed_at)
    select (lpad(to_hex((n::bigint * 2654435761) % 4294967296), 8, '0') || '-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'HY-2025-' || lpad(n::text, 6, '0') || '-0',
           'listed', 1, repeat('0', 64), '{}', '${EXPERT}', 'system', 'rows', 'row ' || n, '', 'web', '{}', '{}', '{}', '{}', now()
      from generate_series(1, ${count}) n`)
  await sql.query(`
    insert into appeal (case_id, number, item, item_version, station, expert_id, tier, status, stage, accountable_window, seq, received_at, paused, due_at, colour, changed_at)
    select id, number, case when n % 5 = 0 then 'funding' else 'listed' end, 1, case when n % 2 = 0 then 'dist-lake' else 'dist-hill' end, expert_id, 'A',
           case when n % 4 = 0 then 'ended' else 'open' end, 'reception', (array['dist-lake.general.reception', 'city-east.education.schooling', 'prov.finance.budget'])[1 + n % 3], 6,
           timestamptz '2025-01-01 00:00Z' + (n / 7) * interval '1 hour', false,
           case when n % 6 = 0 then null else timestamptz '2025-02-01 00:00Z' + (n % 11) * interval '1 day' end, (array['green', 'yellow', 'red'])[1 + n % 7 % 3], now()
      from (select *, right(id::text, 12)::integer as n from intake where item = 'listed') i`)
  await sql.query(`
    insert into task (task_id, case_id, role, stage, visit, window_code, status, version, assignee, dispatched_at, ended_at, due_at, colour, received_at)
    select case_id || '-t1', case_id, 'lead', 'reception', 1, station || '.general.reception', 'done', 3, 'x', received_at,
           received_at + (extract(epoch from received_at)::bigint / 3600 % 5) * interval '1 hour', null, 'green', received_at from appeal
    union all
    select case_id || '-t2', case_id, 'lead', 'matching', 1, accountable_window,
           (array['dispatched', 'signed', 'claimed', 'waiting'])[1 + right(case_id::text, 12)::integer / 4 % 4], 1,
           case when right(case_id::text, 12)::integer / 4 % 4 >= 2 then 'worker-' || right(case_id::text, 12)::integer % 3 end, received_at, null, due_at, 'green', received_at
      from appeal where status = 'open'`)
}
