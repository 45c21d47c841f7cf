-- The ledger of each clock (budget, start, pauses, extensions, end of its day) beside its date, so that a changed calendar can be
-- tried on all open clocks without folding their cases. Null in rows written before; `npm run rebuild` fills them, and so does
-- the next change of the clock. An appeal that moves to a newer version of its item shows that version.

alter table clock add column facts jsonb;

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
      item_version = excluded.item_version, status = excluded.status, stage = excluded.stage, accountable_window = excluded.accountable_window, seq = excluded.seq,
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
      stopped_because, expired_at, card, facts)
  select "caseId", "clockId", kind, "scopeKind", "scopeId", "window", calendar, instant_of("startedAt"), instant_of("dueAt"), provisional, paused,
      instant_of("stoppedAt"), "stoppedBecause", instant_of("expiredAt"), card, facts
    from jsonb_to_recordset(p_rows -> 'clocks') as t (
      "caseId" uuid, "clockId" text, kind text, "scopeKind" text, "scopeId" text, "window" text, calendar text, "startedAt" bigint, "dueAt" bigint,
      provisional boolean, paused boolean, "stoppedAt" bigint, "stoppedBecause" text, "expiredAt" bigint, card text, facts jsonb)
  on conflict (case_id, clock_id) do update set
      window_code = excluded.window_code, calendar = excluded.calendar, started_at = excluded.started_at, due_at = excluded.due_at,
      provisional = excluded.provisional, paused = excluded.paused, stopped_at = excluded.stopped_at, stopped_because = excluded.stopped_because,
      expired_at = excluded.expired_at, card = excluded.card, facts = excluded.facts;

  insert into case_order (case_id, order_id, kind, window_code, issued_at, issued_by_kind, issued_by_id, rung, answered_at)
  select "caseId", "orderId", kind, "window", instant_of("issuedAt"), "issuedByKind", "issuedById", rung, instant_of("answeredAt")
    from jsonb_to_recordset(p_rows -> 'orders') as t (
      "caseId" uuid, "orderId" text, kind text, "window" text, "issuedAt" bigint, "issuedByKind" text, "issuedById" text, rung text, "answeredAt" bigint)
  on conflict (case_id, order_id) do update set window_code = excluded.window_code, answered_at = excluded.answered_at;
end
$$;
