-- The office in charge that a "not accepted" names is typed in by staff: a free text like any other. It stays in case_text;
-- events, the appeal's row and its mails hold the id, and what shows it joins the text.

alter table case_text drop constraint case_text_kind_check;
alter table case_text add constraint case_text_kind_check
  check (kind in ('note', 'reply', 'reason', 'question', 'answer', 'evidence', 'office-in-charge'));

alter table appeal drop column office_in_charge;
alter table appeal add column office_in_charge_text_id uuid;

create or replace function write_rows(p_rows jsonb) returns void
language plpgsql as $$
begin
  insert into appeal (case_id, number, item, item_version, station, expert_id, tier, status, stage, accountable_window, seq, received_at, accepted_at,
      closed_at, ended_at, result, office_in_charge_text_id, rating, paused, legal_due_at, promised_due_at, stage_due_at, due_at, colour, next_wake_at, changed_at)
  select "caseId", number, item, "itemVersion", station, "expertId", tier, status, stage, "accountableWindow", seq, instant_of("receivedAt"), instant_of("acceptedAt"),
      instant_of("closedAt"), instant_of("endedAt"), result, "officeInChargeTextId", rating, paused, instant_of("legalDueAt"), instant_of("promisedDueAt"),
      instant_of("stageDueAt"), instant_of("dueAt"), colour, instant_of("nextWakeAt"), instant_of("changedAt")
    from jsonb_to_record(p_rows -> 'appeal') as t (
      "caseId" uuid, number text, item text, "itemVersion" integer, station text, "expertId" uuid, tier text, status text, stage text, "accountableWindow" text,
      seq integer, "receivedAt" bigint, "acceptedAt" bigint, "closedAt" bigint, "endedAt" bigint, result text, "officeInChargeTextId" uuid, rating integer,
      paused boolean, "legalDueAt" bigint, "promisedDueAt" bigint, "stageDueAt" bigint, "dueAt" bigint, colour text, "nextWakeAt" bigint, "changedAt" bigint)
  on conflict (case_id) do update set
      status = excluded.status, stage = excluded.stage, accountable_window = excluded.accountable_window, seq = excluded.seq,
      received_at = excluded.received_at, accepted_at = excluded.accepted_at, closed_at = excluded.closed_at, ended_at = excluded.ended_at,
      result = excluded.result, office_in_charge_text_id = excluded.office_in_charge_text_id, rating = excluded.rating, paused = excluded.paused,
      legal_due_at = excluded.legal_due_at, promised_due_at = excluded.promised_due_at, stage_due_at = excluded.stage_due_at,
      due_at = excluded.due_at, colour = excluded.colour, next_wake_at = excluded.next_wake_at, changed_at = excluded.changed_at;

  insert into task (task_id, case_id, role, stage, visit, window_code, status, version, assignee, delegate, dispatched_at, signed_at, ended_at, outcome,
      due_at, colour, received_at)
  select "taskId", "caseId", role, stage, visit, "window", status, version, assignee, delegate, instant_of("dispatchedAt"), instant_of("signedAt"),
      instant_of("endedAt"), outcome, instant_of("dueAt"), colour, instant_of((p_rows -> 'appeal' ->> 'receivedAt')::bigint)
    from jsonb_to_recordset(p_rows -> 'tasks') as t (
      "taskId" text, "caseId" uuid, role text, stage text, visit integer, "window" text, status text, version integer, assignee text, delegate text,
      "dispatchedAt" bigint, "signedAt" bigint, "endedAt" bigint, outcome text, "dueAt" bigint, colour text)
  on conflict (task_id) do update set
      window_code = excluded.window_code, status = excluded.status, version = excluded.version, assignee = excluded.assignee, delegate = excluded.delegate,
      dispatched_at = excluded.dispatched_at, signed_at = excluded.signed_at, ended_at = excluded.ended_at, outcome = excluded.outcome,
      due_at = excluded.due_at, colour = excluded.colour;

  insert into clock (case_id, clock_id, kind, scope_kind, scope_id, window_code, calendar, started_at, due_at, provisional, paused, stopped_at,
      stopped_because, expired_at, card)
  select "caseId", "clockId", kind, "scopeKind", "scopeId", "window", calendar, instant_of("startedAt"), instant_of("dueAt"), provisional, paused,
      instant_of("stoppedAt"), "stoppedBecause", instant_of("expiredAt"), card
    from jsonb_to_recordset(p_rows -> 'clocks') as t (
      "caseId" uuid, "clockId" text, kind text, "scopeKind" text, "scopeId" text, "window" text, calendar text, "startedAt" bigint, "dueAt" bigint,
      provisional boolean, paused boolean, "stoppedAt" bigint, "stoppedBecause" text, "expiredAt" bigint, card text)
  on conflict (case_id, clock_id) do update set
      window_code = excluded.window_code, calendar = excluded.calendar, started_at = excluded.started_at, due_at = excluded.due_at,
      provisional = excluded.provisional, paused = excluded.paused, stopped_at = excluded.stopped_at, stopped_because = excluded.stopped_because,
      expired_at = excluded.expired_at, card = excluded.card;

  insert into case_order (case_id, order_id, kind, window_code, issued_at, issued_by_kind, issued_by_id, rung, answered_at)
  select "caseId", "orderId", kind, "window", instant_of("issuedAt"), "issuedByKind", "issuedById", rung, instant_of("answeredAt")
    from jsonb_to_recordset(p_rows -> 'orders') as t (
      "caseId" uuid, "orderId" text, kind text, "window" text, "issuedAt" bigint, "issuedByKind" text, "issuedById" text, rung text, "answeredAt" bigint)
  on conflict (case_id, order_id) do update set window_code = excluded.window_code, answered_at = excluded.answered_at;
end
$$;

drop function claim_notices(integer, timestamptz);
create function claim_notices(p_limit integer, p_case_now timestamptz)
returns table (id bigint, "caseId" uuid, seq integer, kind text, "recipientKind" text, "recipientId" text, person jsonb, params jsonb, text text,
               "officeInCharge" text, "windowName" jsonb, attempt integer, "firstAttemptAt" timestamptz, "wasUncertain" boolean)
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
           (select t.body from case_text t where t.id = (n.params ->> 'officeInChargeTextId')::uuid),
           (select jsonb_build_object('zh', w.name_zh, 'en', w.name_en) from "window" w where w.code = n.params ->> 'window'),
           n.attempts, n.first_attempt_at, n.was_uncertain
      from notice n where n.id = any (taken || mails)
     order by n.case_id is not null, n.not_before, n.id;
end
$$;
