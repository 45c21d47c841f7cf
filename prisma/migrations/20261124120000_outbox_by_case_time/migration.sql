-- Mails to staff wait for the next opening of their office (not_before, case time), so many queued rows are not due yet.
-- The postman walks the due ones only, oldest first; a look costs the same however many wait. Planned each time: a plan for
-- any instant would expect a third of all rows to be due and sort them.

drop index notice_due;
create index notice_due on notice (not_before, id) where status in ('queued', 'uncertain') and case_id is not null;

create or replace function claim_notices(p_limit integer, p_case_now timestamptz)
returns table (id bigint, "caseId" uuid, seq integer, kind text, "recipientKind" text, "recipientId" text, person jsonb, params jsonb, text text,
               "windowName" jsonb, attempt integer, "firstAttemptAt" timestamptz, "wasUncertain" boolean)
language plpgsql set plan_cache_mode = 'force_custom_plan' as $$
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
     where n.status in ('queued', 'uncertain') and n.case_id is not null and n.not_before <= p_case_now and n.next_attempt_at <= clock_timestamp()
       and n.id = (
         select first.id from notice first
          where first.case_id = n.case_id and first.recipient_id = n.recipient_id and first.status in ('queued', 'sending', 'uncertain')
          order by first.seq, first.id limit 1)
     order by n.not_before, n.id limit greatest(0, p_limit - cardinality(taken)) for update skip locked) c;

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
     order by n.case_id is not null, n.not_before, n.id;
end
$$;
