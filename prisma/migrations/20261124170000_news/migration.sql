-- What changed, for whoever has a page open: written with the change itself, read by the streams of the API, kept for an hour.
-- It says where something changed and for whom, never what it is about. said_at is real time.
create table news (
  id bigint generated always as identity primary key,
  said_at timestamptz(3) not null default clock_timestamp(),
  kind text not null check (kind in ('appeal', 'person', 'presence', 'offices', 'rules')),
  case_id uuid,
  number text,
  seq integer,
  station text,
  expert_id uuid,
  -- Windows that had or have a task of the appeal, so that one which loses a task hears of it.
  windows text[] not null default '{}',
  tasks text[] not null default '{}',
  -- Whether the expert may read any event of the batch.
  for_expert boolean not null default false,
  -- Whose rights or session changed.
  person_id uuid
);

-- NOTIFY makes commits wait for one another. So it only wakes those who sleep: at most once in 100 ms, by the beat of a sequence,
-- which no transaction holds. Listeners read again after that time, and each second in any case.
create sequence news_beat minvalue 0 start 0;
create function ring_news() returns void language plpgsql as $$
declare
  now_ms bigint := (extract(epoch from clock_timestamp()) * 1000)::bigint;
begin
  if now_ms - (select last_value from news_beat) between 0 and 99 then return; end if;
  perform setval('news_beat', now_ms);
  perform pg_notify('hongyan_news', '');
end
$$;

grant insert on news to hongyan_writer;
grant select, update on sequence news_beat to hongyan_writer;

-- One row for a batch of record_case; called before the rows are written, so that the windows of before are still known.
create function tell_of_batch(p jsonb) returns void
language plpgsql as $$
begin
  insert into news (kind, case_id, number, seq, station, expert_id, windows, tasks, for_expert)
  select 'appeal', a."caseId", a.number, a.seq, a.station, a."expertId",
         array(select t.window_code from task t where t.case_id = a."caseId"
               union select each.task ->> 'window' from jsonb_array_elements(p -> 'rows' -> 'tasks') as each (task)
               union select a."accountableWindow" where a."accountableWindow" is not null),
         array(select each.task ->> 'taskId' from jsonb_array_elements(p -> 'rows' -> 'tasks') as each (task)),
         exists (select 1 from jsonb_array_elements(p -> 'events') as each (event) where each.event ->> 'audience' = 'expert')
    from jsonb_to_record(p -> 'rows' -> 'appeal') as a (
      "caseId" uuid, number text, seq integer, station text, "expertId" uuid, "accountableWindow" text);
  perform ring_news();
end
$$;

create or replace function record_case(p jsonb) returns jsonb
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
  perform tell_of_batch(p);
  perform write_rows(p -> 'rows');
  perform queue_notices(v_case, p -> 'notices');
  return '{"kind": "written"}';
end
$$;

-- Rights and sessions: the streams of these people are looked at at once.
create function tell_of_person() returns trigger language plpgsql as $$
declare
  was jsonb := to_jsonb(old);
  is_now jsonb := to_jsonb(new);
  kept text;
begin
  foreach kept in array tg_argv loop
    insert into news (kind, person_id)
    select distinct 'person', person::uuid from unnest(array[was ->> kept, is_now ->> kept]) as given (person) where person is not null;
  end loop;
  perform ring_news();
  return null;
end
$$;
create trigger membership_news after insert or update or delete on membership for each row execute function tell_of_person('staff_id');
create trigger absence_news after insert or update or delete on absence for each row execute function tell_of_person('staff_id', 'substitute_id');
create trigger session_news after update of revoked_at on session for each row
  when (old.revoked_at is distinct from new.revoked_at) execute function tell_of_person('person_id');
create trigger staff_news after update of active, language, name on staff for each row
  when ((old.active, old.language, old.name) is distinct from (new.active, new.language, new.name)) execute function tell_of_person('id');
create trigger expert_news after update of active, language, name on expert for each row
  when ((old.active, old.language, old.name) is distinct from (new.active, new.language, new.name)) execute function tell_of_person('id');

-- Who has a task open: told when somebody comes or goes, not while they stay.
create function tell_of_presence() returns trigger language plpgsql as $$
begin
  insert into news (kind, case_id, station, windows, tasks)
  select 'presence', a.case_id, a.station, array[t.window_code], array[t.task_id]
    from task t join appeal a using (case_id) where t.task_id = case tg_op when 'DELETE' then old.task_id else new.task_id end;
  perform ring_news();
  return null;
end
$$;
create trigger presence_news after insert or delete on task_presence for each row execute function tell_of_presence();

-- Windows, calendars and items that came into force: everybody's.
create function tell_everybody() returns trigger language plpgsql as $$
begin
  insert into news (kind) values (tg_argv[0]);
  perform ring_news();
  return null;
end
$$;
create trigger window_news after insert or update or delete on "window" for each statement execute function tell_everybody('offices');
create trigger calendar_news after insert on calendar_in_force for each statement execute function tell_everybody('rules');
create trigger item_news after insert on item_in_force for each statement execute function tell_everybody('rules');
