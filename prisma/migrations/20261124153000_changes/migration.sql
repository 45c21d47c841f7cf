-- Which calendars and items are in force, and the runs that carry a change to the appeals that are open.

-- The row with the greatest seq of an id is in force for all processes; a calendar without one is that of its file.
-- text: the YAML, from which it is read again when the calendar that it extends changes. since: case time.
create table calendar_in_force (
  seq bigint generated always as identity primary key,
  id text not null,
  version text not null,
  digest text not null references calendar_version (digest),
  text text not null,
  since timestamptz(3) not null,
  reason text,
  confirmed_by uuid references staff (id)
);
create index calendar_in_force_latest on calendar_in_force (id, seq desc);

-- An item's file counts where its version is the greater one.
create table item_in_force (
  seq bigint generated always as identity primary key,
  code text not null,
  version integer not null,
  digest text not null references catalog_version (digest),
  text text not null,
  since timestamptz(3) not null,
  reason text not null,
  confirmed_by uuid not null references staff (id)
);
create index item_in_force_latest on item_in_force (code, seq desc);

-- One change of open appeals. digest: of the preview that was confirmed. confirmed_by is null where a newer file was found at
-- a start. asked_at is case time; created_at, swept_at, ended_at are real time. swept_at: the last look for appeals on an older version.
create table change_run (
  id uuid primary key,
  kind text not null check (kind in ('calendar', 'item')),
  target text not null,
  version text not null,
  reason text not null,
  confirmed_by uuid references staff (id),
  digest text not null unique,
  asked_at timestamptz(3) not null,
  created_at timestamptz(3) not null default clock_timestamp(),
  swept_at timestamptz(3),
  ended_at timestamptz(3)
);
create index change_run_newest on change_run (created_at desc, id);
-- One at a time, so that no appeal is moved back by an older one.
create unique index change_run_open on change_run ((true)) where ended_at is null;

-- The versions that a run brings: calendar ids or the code of an item, with their digests.
create table change_target (
  run_id uuid not null references change_run (id),
  id text not null,
  digest text not null,
  primary key (run_id, id)
);

create table change_case (
  run_id uuid not null references change_run (id),
  case_id uuid not null references intake (id),
  state text not null check (state in ('pending', 'moved', 'unmoved', 'ended', 'refused', 'failed')),
  detail text,
  changed_at timestamptz(3) not null default clock_timestamp(),
  primary key (run_id, case_id)
);
create index change_case_pending on change_case (run_id, case_id) where state = 'pending';

-- Clocks that run, in the order of their cases: what a preview reads.
create index clock_running on clock (case_id, clock_id) where stopped_at is null;
