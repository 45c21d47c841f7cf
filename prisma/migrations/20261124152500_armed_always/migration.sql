-- What the watchdog did and found. Nothing of it belongs to an appeal's record; all of it may be emptied.

-- A case whose next wake was more than a minute past and that was woken; gone when it moved on. woken_at is real time.
create table late_wake (
  case_id uuid primary key references intake (id),
  due_at timestamptz(3) not null,
  woken_at timestamptz(3) not null,
  times integer not null
);

-- Appeals that stand still; a row is gone when what it tells no longer holds. since, seen_at: real time.
create table stuck_case (
  case_id uuid not null references intake (id),
  kind text not null check (kind in ('not-started', 'no-owner', 'no-clock', 'no-workflow', 'engine-failing', 'no-answer', 'not-written', 'rules-stuck', 'differs')),
  since timestamptz(3) not null,
  seen_at timestamptz(3) not null,
  detail jsonb not null,
  primary key (case_id, kind)
);

-- Counts by real day of the offices (UTC+8).
create table watch_count (
  name text not null,
  day date not null,
  count bigint not null,
  primary key (name, day)
);

-- When each kind of round last ran, and what it saw.
create table last_round (
  name text primary key,
  at timestamptz(3) not null,
  facts jsonb not null
);

-- Appeals that nothing will wake: few, and those that are rightly so are late in every way already.
create index appeal_unarmed on appeal (case_id) where status in ('open', 'aftercare') and next_wake_at is null;
