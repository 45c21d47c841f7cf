-- The postman's two larger steps (prisma/stores/outbox-store.ts).

-- Due rows become 'sending'. Sign-in codes go before everything else; of one reader of one appeal only the oldest
-- unsent row is given, so that a reader never hears of the second event first.
create function claim_notices(p_limit integer, p_case_now timestamptz)
returns table (id bigint, "caseId" uuid, seq integer, kind text, "recipientKind" text, "recipientId" text, person jsonb, params jsonb, text text,
               "windowName" jsonb, attempt integer, "firstAttemptAt" timestamptz, "wasUncertain" boolean)
language plpgsql as $$
#variable_conflict use_column
declare
  taken bigint[];
  mails bigint[];
begin
  select coalesce(array_agg(c.id), '{}') into taken from (
    select n.id from notice n
     where n.status in ('queued', 'uncertain') and n.case_id is null and n.next_attempt_at <= clock_timestamp()
     order by n.next_attempt_at, n.id limit p_limit for update skip locked) c;

  select coalesce(array_agg(c.id), '{}') into mails from (
    select n.id from notice n
     where n.status in ('queued', 'uncertain') and n.case_id is not null and n.next_attempt_at <= clock_timestamp() and n.not_before <= p_case_now
       and not exists (
         select 1 from notice older
          where older.case_id = n.case_id and older.recipient_id = n.recipient_id and older.status in ('queued', 'sending', 'uncertain')
            and (older.seq, older.id) < (n.seq, n.id))
     order by n.next_attempt_at, n.id limit greatest(0, p_limit - cardinality(taken)) for update skip locked) c;

  update notice n set status = 'sending', attempts = n.attempts + 1, sending_since = clock_timestamp(),
      first_attempt_at = coalesce(n.first_attempt_at, clock_timestamp())
   where n.id = any (taken || mails);

  return query
    select n.id, n.case_id, n.seq, n.kind, n.recipient_kind, n.recipient_id,
           case n.recipient_kind
             when 'expert' then (select jsonb_build_object('name', e.name, 'address', e.email, 'language', e.language) from expert e where e.id = n.recipient_id::uuid and e.active)
             else (select jsonb_build_object('name', s.name, 'address', s.email, 'language', s.language) from staff s where s.id = n.recipient_id::uuid and s.active)
           end,
           n.params,
           (select t.body from case_text t where t.id = (n.params ->> 'textId')::uuid),
           (select jsonb_build_object('zh', w.name_zh, 'en', w.name_en) from "window" w where w.code = n.params ->> 'window'),
           n.attempts, n.first_attempt_at, n.was_uncertain
      from notice n where n.id = any (taken || mails)
     order by n.case_id is not null, n.next_attempt_at, n.id;
end
$$;

create function fail_notice(p_id bigint, p_error text, p_tell_window boolean) returns void
language plpgsql as $$
declare
  failed notice%rowtype;
begin
  update notice set status = 'failed', error = p_error, params = params - 'code' where id = p_id and status = 'sending' returning * into failed;
  if failed.id is null or not p_tell_window or failed.case_id is null then
    return;
  end if;
  insert into notice (case_id, seq, at, kind, recipient_kind, recipient_id, params, not_before)
  select failed.case_id, failed.seq, failed.at, 'unreachable', who.recipient_kind, who.recipient_id, failed.params || '{"textId": null}', failed.not_before
    from appeal a
    cross join lateral notice_recipients(
      jsonb_build_object('kind', 'role', 'role', 'clerk', 'window', a.accountable_window), case_day((extract(epoch from a.changed_at) * 1000)::bigint)) who
   where a.case_id = failed.case_id and who.recipient_kind = 'staff'
  on conflict (case_id, seq, kind, recipient_kind, recipient_id) do nothing;
end
$$;
