-- Who hears a notice: roles become persons on the day of the event (case time, UTC+8).

create function instant_of(p_ms bigint) returns timestamptz
language sql immutable parallel safe
return timestamptz 'epoch' + p_ms * interval '1 millisecond';

create function case_day(p_ms bigint) returns date
language sql immutable parallel safe
return ((timestamptz 'epoch' + p_ms * interval '1 millisecond') at time zone 'UTC' + interval '8 hours')::date;

-- The station and those above it, nearest first.
create function station_chain(p_station text) returns table (code text, depth integer)
language sql stable as $$
  with recursive chain as (
    select s.code, s.parent, 0 as depth from station s where s.code = p_station
    union all
    select s.code, s.parent, chain.depth + 1 from station s join chain on s.code = chain.parent where chain.depth < 20
  )
  select chain.code, chain.depth from chain order by chain.depth
$$;

-- Active holders of a role at exactly this window or station (both null: province-wide roles).
create function staff_holding(p_role text, p_window text, p_station text, p_day date) returns uuid[]
language sql stable as $$
  select coalesce(array_agg(distinct m.staff_id), '{}')
    from membership m join staff s on s.id = m.staff_id
   where s.active and m.role = p_role
     and m.window_code is not distinct from p_window and m.station_code is not distinct from p_station
     and m.valid_from <= p_day and (m.valid_to is null or m.valid_to >= p_day)
$$;

-- Heads of a window's department: those whose own window is of that department, at the station nearest above.
create function heads_of_department(p_window text, p_day date) returns uuid[]
language sql stable as $$
  with heads as (
    select m.staff_id, chain.depth
      from "window" target
      cross join lateral station_chain(target.station) chain
      join "window" own on own.station = chain.code and own.department = target.department
      join membership m on m.window_code = own.code and m.role = 'department-head'
      join staff s on s.id = m.staff_id and s.active
     where target.code = p_window and m.valid_from <= p_day and (m.valid_to is null or m.valid_to >= p_day)
  )
  select coalesce(array_agg(distinct staff_id), '{}') from heads where depth = (select min(depth) from heads)
$$;

-- Holders of the role, else of the next role above, up to the administrators: a notice is never for nobody while any of them exists.
create function staff_for_role(p_role text, p_window text, p_station text, p_day date) returns uuid[]
language plpgsql stable as $$
declare
  found_staff uuid[] := '{}';
  above text;
begin
  if p_role = 'clerk' then
    found_staff := staff_holding('clerk', p_window, null, p_day);
  end if;
  if cardinality(found_staff) = 0 and p_role in ('clerk', 'window-lead') then
    found_staff := staff_holding('window-lead', p_window, null, p_day);
  end if;
  if p_role = 'department-head' then
    found_staff := heads_of_department(p_window, p_day);
  end if;
  if cardinality(found_staff) = 0 and p_role <> 'province-supervisor' then
    for above in select code from station_chain(coalesce(p_station, (select w.station from "window" w where w.code = p_window))) loop
      found_staff := staff_holding('station-supervisor', null, above, p_day);
      exit when cardinality(found_staff) > 0;
    end loop;
  end if;
  if cardinality(found_staff) = 0 then
    found_staff := staff_holding('province-supervisor', null, null, p_day);
  end if;
  if cardinality(found_staff) = 0 then
    found_staff := staff_holding('administrator', null, null, p_day);
  end if;
  return found_staff;
end
$$;

-- One row a person; substitutes of those who are away that day hear it too. A role that nobody holds stays a row of its own.
create function notice_recipients(p_recipient jsonb, p_day date) returns table (recipient_kind text, recipient_id text)
language plpgsql stable as $$
declare
  persons uuid[];
begin
  if p_recipient ->> 'kind' = 'expert' then
    return query select 'expert', p_recipient ->> 'id';
    return;
  end if;
  if p_recipient ->> 'kind' = 'staff' then
    persons := array[(p_recipient ->> 'id')::uuid];
  else
    persons := staff_for_role(p_recipient ->> 'role', p_recipient ->> 'window', p_recipient ->> 'station', p_day);
  end if;
  if cardinality(persons) = 0 then
    return query select 'role', p_recipient ->> 'role';
    return;
  end if;
  return query
    select 'staff', one::text from unnest(persons) one
    union
    select 'staff', a.substitute_id::text from absence a join staff s on s.id = a.substitute_id
     where s.active and a.staff_id = any (persons) and p_day between a.from_day and a.to_day;
end
$$;
