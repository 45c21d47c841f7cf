-- record_case: one batch of decided events with its rows and notices, in one round trip.
-- Shape of p: RecordInput of domain/case/record.ts; answer: RecordAnswer. Instants are epoch milliseconds.

create function append_events(p_case uuid, p_events jsonb, p_prev bytea) returns void
language plpgsql as $$
declare
  e record;
  prev bytea := p_prev;
  next bytea;
begin
  for e in
    select * from jsonb_to_recordset(p_events) as t (
      seq integer, at bigint, type text, audience text, "actorKind" text, "actorId" text, "actingFor" text, "commandId" text, body text)
    order by seq
  loop
    next := sha256(prev || convert_to(e.body, 'UTF8'));
    insert into case_event (case_id, seq, at, type, audience, actor_kind, actor_id, acting_for, command_id, body, prev_hash, hash)
    values (p_case, e.seq, instant_of(e.at), e.type, e.audience, e."actorKind", e."actorId", e."actingFor", e."commandId", e.body, prev, next);
    prev := next;
  end loop;
end
$$;

create function write_rows(p_rows jsonb) returns void
language plpgsql as $$
begin
  insert into appeal (case_id, number, item, item_version, station, expert_id, tier, status, stage, accountable_window, seq, received_at, accepted_at,
      closed_at, ended_at, result, office_in_charge, rating, paused, legal_due_at, promised_due_at, stage_due_at, due_at, colour, next_wake_at, changed_at)
  select "caseId", number, item, "itemVersion", station, "expertId", tier, status, stage, "accountableWindow", seq, instant_of("receivedAt"), instant_of("acceptedAt"),
      instant_of("closedAt"), instant_of("endedAt"), result, "officeInCharge", rating, paused, instant_of("legalDueAt"), instant_of("promisedDueAt"),
      instant_of("stageDueAt"), instant_of("dueAt"), colour, instant_of("nextWakeAt"), instant_of("changedAt")
    from jsonb_to_record(p_rows -> 'appeal') as t (
      "caseId" uuid, number text, item text, "itemVersion" integer, station text, "expertId" uuid, tier text, status text, stage text, "accountableWindow" text,
      seq integer, "receivedAt" bigint, "acceptedAt" bigint, "closedAt" bigint, "endedAt" bigint, result text, "officeInCharge" text, rating integer,
      paused boolean, "legalDueAt" bigint, "promisedDueAt" bigint, "stageDueAt" bigint, "dueAt" bigint, colour text, "nextWakeAt" bigint, "changedAt" bigint)
  on conflict (case_id) do update set
      status = excluded.status, stage = excluded.stage, accountable_window = excluded.accountable_window, seq = excluded.seq,
      received_at = excluded.received_at, accepted_at = excluded.accepted_at, closed_at = excluded.closed_at, ended_at = excluded.ended_at,
      result = excluded.result, office_in_charge = excluded.office_in_charge, rating = excluded.rating, paused = excluded.paused,
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

create function queue_notices(p_case uuid, p_notices jsonb) returns void
language sql as $$
  insert into notice (case_id, seq, at, kind, recipient_kind, recipient_id, params, not_before, status, error)
  select p_case, (n.value ->> 'seq')::integer, instant_of((n.value ->> 'at')::bigint), n.value ->> 'kind', who.recipient_kind, who.recipient_id,
         n.value -> 'params', instant_of((n.value ->> 'notBefore')::bigint),
         case who.recipient_kind when 'role' then 'failed' else 'queued' end,
         case who.recipient_kind when 'role' then 'nobody holds the role or any above it' end
    from jsonb_array_elements(p_notices) with ordinality as n (value, place)
    cross join lateral notice_recipients(n.value -> 'recipient', case_day((n.value ->> 'at')::bigint)) who
   order by n.place
  on conflict (case_id, seq, kind, recipient_kind, recipient_id) do nothing
$$;

-- The append is optimistic: it takes place only where the stored seq is fromSeq - 1. The stored log wins:
-- the same batch again, with nothing after it, is 'written'; anything else is 'diverged' with what stands there.
create function record_case(p jsonb) returns jsonb
language plpgsql as $$
declare
  v_case uuid := (p ->> 'caseId')::uuid;
  from_seq integer := (p ->> 'fromSeq')::integer;
  stored_seq integer;
  stored_hash bytea;
begin
  perform pg_advisory_xact_lock(20261124, hashtext(v_case::text));
  select seq, hash into stored_seq, stored_hash from case_event where case_id = v_case order by seq desc limit 1;
  stored_seq := coalesce(stored_seq, 0);
  if stored_seq >= from_seq then
    if stored_seq = (p -> 'events' -> -1 ->> 'seq')::integer and not exists (
      select 1 from jsonb_to_recordset(p -> 'events') as t (seq integer, "commandId" text, body text)
        left join case_event e on e.case_id = v_case and e.seq = t.seq
       where e.seq is null or e.command_id <> t."commandId" or e.body <> t.body)
    then
      return '{"kind": "written"}';
    end if;
    return jsonb_build_object('kind', 'diverged', 'stored',
      (select jsonb_agg(e.body order by e.seq) from case_event e where e.case_id = v_case and e.seq >= from_seq));
  end if;
  if stored_seq < from_seq - 1 then
    raise exception 'case % has % stored events, a batch from % leaves a gap', v_case, stored_seq, from_seq;
  end if;
  perform append_events(v_case, p -> 'events', coalesce(stored_hash, sha256(convert_to(v_case::text, 'UTF8'))));
  perform write_rows(p -> 'rows');
  perform queue_notices(v_case, p -> 'notices');
  return '{"kind": "written"}';
end
$$;
