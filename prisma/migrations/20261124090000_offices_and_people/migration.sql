-- Offices: rows come from catalog/departments.yaml; a row that an administrator changed has source 'office'
-- and is left alone by the next load of the catalogue.

create table station (
  code text primary key,
  level text not null check (level in ('district', 'city', 'province')),
  parent text references station (code) deferrable initially deferred,
  calendar text not null,
  fallback_window text not null,
  name_zh text not null,
  name_en text not null,
  check (parent is distinct from code),
  check ((level = 'province') = (parent is null))
);

create table department (
  code text primary key,
  name_zh text not null,
  name_en text not null
);

create table "window" (
  code text primary key,
  department text not null references department (code),
  function text not null,
  station text not null references station (code),
  calendar text not null,
  name_zh text not null,
  name_en text not null,
  active boolean not null default true,
  source text not null default 'catalog' check (source in ('catalog', 'office'))
);
create index window_station on "window" (station);

create table staff (
  id uuid primary key default gen_random_uuid(),
  username text not null,
  name text not null,
  email text not null,
  language text not null check (language in ('zh', 'en')),
  password_hash text not null,
  active boolean not null default true,
  created_at timestamptz(3) not null default now()
);
create unique index staff_username on staff (lower(username));

create table expert (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  email text not null,
  language text not null check (language in ('zh', 'en')),
  tier text not null check (tier in ('A', 'B', 'C')),
  station text not null references station (code),
  employer text,
  leader_contact uuid references staff (id),
  liaison uuid references staff (id),
  active boolean not null default true,
  created_at timestamptz(3) not null default now()
);
create unique index expert_email on expert (lower(email));
create index expert_station on expert (station);

-- valid_from and valid_to are days of case time, both included; no valid_to means until further notice.
create table membership (
  id uuid primary key default gen_random_uuid(),
  staff_id uuid not null references staff (id),
  role text not null check (role in ('liaison', 'clerk', 'window-lead', 'department-head', 'station-supervisor', 'province-supervisor', 'administrator', 'auditor')),
  window_code text references "window" (code),
  station_code text references station (code),
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to >= valid_from),
  check ((role in ('clerk', 'window-lead', 'department-head')) = (window_code is not null)),
  check ((role in ('liaison', 'station-supervisor')) = (station_code is not null))
);
create unique index membership_once on membership (staff_id, role, coalesce(window_code, ''), coalesce(station_code, ''), valid_from);
create index membership_window on membership (window_code, role) where window_code is not null;
create index membership_station on membership (station_code, role) where station_code is not null;
create index membership_role on membership (role) where window_code is null and station_code is null;

-- While somebody is away, the substitute (A/B岗) acts for them and hears what they would hear.
create table absence (
  id uuid primary key default gen_random_uuid(),
  staff_id uuid not null references staff (id),
  substitute_id uuid not null references staff (id),
  from_day date not null,
  to_day date not null,
  check (staff_id <> substitute_id),
  check (to_day >= from_day)
);
create index absence_staff on absence (staff_id, from_day);
create index absence_substitute on absence (substitute_id, from_day);
