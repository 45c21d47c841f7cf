-- What a staff member may act as on a day (domain/people/actor.ts, Grant), one row for each role and each person acted for.

-- The station and those below it.
create function stations_under(p_station text) returns table (code text)
language sql stable as $$
  with recursive under as (
    select s.code, 0 as depth from station s where s.code = p_station
    union all
    select s.code, under.depth + 1 from station s join under on s.parent = under.code where under.depth < 20
  )
  select under.code from under
$$;

-- Own memberships, and those of absent people whose substitute the person is that day; a substitute's substitute acts for nobody else,
-- and administration is not lent.
create function held_by(p_staff uuid, p_day date) returns table (role text, window_code text, station_code text, acting_for uuid)
language sql stable as $$
  select m.role, m.window_code, m.station_code, null::uuid
    from membership m join staff s on s.id = m.staff_id and s.active
   where m.staff_id = p_staff and m.valid_from <= p_day and (m.valid_to is null or m.valid_to >= p_day)
  union all
  select m.role, m.window_code, m.station_code, a.staff_id
    from absence a join membership m on m.staff_id = a.staff_id join staff s on s.id = a.substitute_id and s.active
   where a.substitute_id = p_staff and p_day between a.from_day and a.to_day
     and m.valid_from <= p_day and (m.valid_to is null or m.valid_to >= p_day)
     and m.role not in ('administrator', 'auditor')
$$;

-- clerk, window-lead: their windows, and the stations for which these receive filings: their own and those below.
-- department-head: every window of the department there and below. Supervisors and liaisons: their stations and those below; province: all.
create function grants_of(p_staff uuid, p_day date) returns table (role text, acting_for uuid, windows text[], stations text[])
language sql stable as $$
  with held as (select * from held_by(p_staff, p_day)),
  windows as (
    select h.role, h.acting_for, h.window_code as code from held h where h.role in ('clerk', 'window-lead')
    union
    select h.role, h.acting_for, below.code
      from held h join "window" own on own.code = h.window_code
      cross join lateral stations_under(own.station) s
      join "window" below on below.station = s.code and below.department = own.department
     where h.role = 'department-head'
  ),
  stations as (
    select h.role, h.acting_for, s.code
      from held h left join "window" own on own.code = h.window_code and h.role <> 'department-head'
      cross join lateral stations_under(coalesce(h.station_code, own.station)) s
    union
    select h.role, h.acting_for, s.code from held h cross join station s where h.role = 'province-supervisor'
  )
  select h.role, h.acting_for,
         coalesce((select array_agg(w.code order by w.code) from windows w where w.role = h.role and w.acting_for is not distinct from h.acting_for), '{}'),
         coalesce((select array_agg(s.code order by s.code) from stations s where s.role = h.role and s.acting_for is not distinct from h.acting_for), '{}')
    from (select distinct held.role, held.acting_for from held) h
   order by h.acting_for nulls first, h.role
$$;
