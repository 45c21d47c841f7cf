-- The offices of the catalogue as rows. Shape of p: OfficeRows of prisma/stores/catalog-store.ts.
create function sync_offices(p jsonb) returns void
language plpgsql as $$
begin
  perform pg_advisory_xact_lock(20261127, 0);

  insert into department (code, name_zh, name_en)
  select d.code, d.name ->> 'zh', d.name ->> 'en' from jsonb_to_recordset(p -> 'departments') as d (code text, name jsonb)
  on conflict (code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en;

  insert into station (code, level, parent, calendar, fallback_window, name_zh, name_en)
  select s.code, s.level, s.parent, s.calendar, s."fallbackWindow", s.name ->> 'zh', s.name ->> 'en'
    from jsonb_to_recordset(p -> 'stations') as s (code text, level text, parent text, calendar text, "fallbackWindow" text, name jsonb)
  on conflict (code) do update set level = excluded.level, parent = excluded.parent, calendar = excluded.calendar,
      fallback_window = excluded.fallback_window, name_zh = excluded.name_zh, name_en = excluded.name_en;

  insert into "window" (code, department, function, station, calendar, name_zh, name_en)
  select w.code, w.department, w.function, w.station, w.calendar, w.name ->> 'zh', w.name ->> 'en'
    from jsonb_to_recordset(p -> 'windows') as w (code text, department text, function text, station text, calendar text, name jsonb)
  on conflict (code) do update set department = excluded.department, function = excluded.function, station = excluded.station,
      calendar = excluded.calendar, name_zh = excluded.name_zh, name_en = excluded.name_en, active = true
   where "window".source = 'catalog';

  update "window" set active = false
   where source = 'catalog' and active and code not in (select w ->> 'code' from jsonb_array_elements(p -> 'windows') w);
end
$$;
