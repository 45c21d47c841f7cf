-- What the workbench keeps beside the cases: saved views, who has a task open, and commands that go to many tasks at once.
create table saved_view (
  id         uuid primary key,
  owner_id   uuid not null references staff (id),
  page       text not null check (page in ('desk', 'board')),
  name       text not null check (length(name) between 1 and 60),
  query      text not null check (length(query) <= 1000),
  -- Null: the owner's alone. Else the windows whose people see it too.
  shared_windows jsonb,
  created_at timestamptz(3) not null default clock_timestamp()
);
create index saved_view_of_owner on saved_view (owner_id, page);
create index saved_view_shared on saved_view (page) where shared_windows is not null;

-- Real time; a row is worth nothing a minute later, so a crash may lose all of them.
create unlogged table task_presence (
  task_id  text not null,
  staff_id uuid not null,
  seen_at  timestamptz(3) not null,
  primary key (task_id, staff_id)
);

-- One press on many tasks. The targets are written down before the first of them is touched, so that the same key means the same tasks;
-- `body` may hold words about people and is erased when the last row is done.
create table bulk_press (
  id         uuid primary key,
  staff_id   uuid not null,
  key        text not null,
  digest     text not null,
  command    text not null,
  body       jsonb,
  beyond     boolean not null,
  created_at timestamptz(3) not null default clock_timestamp(),
  unique (staff_id, key)
);
create table bulk_row (
  press_id uuid not null references bulk_press (id) on delete cascade,
  ordinal  integer not null,
  target   text not null,
  number   text not null,
  version  integer,
  state    text not null default 'waiting' check (state in ('waiting', 'done', 'refused')),
  problem  jsonb,
  primary key (press_id, ordinal)
);
create index bulk_row_waiting on bulk_row (press_id, ordinal) where state = 'waiting';
