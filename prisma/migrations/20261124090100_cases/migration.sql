-- What an appeal starts from, the log of its events, and the read model that is folded from both.

create table catalog_version (
  digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
  code text not null,
  version integer not null,
  body jsonb not null,
  created_at timestamptz(3) not null default now()
);
create index catalog_version_code on catalog_version (code, version);

create table calendar_version (
  digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
  id text not null,
  version text not null,
  body jsonb not null,
  created_at timestamptz(3) not null default now()
);

create table number_sequence (
  year integer primary key,
  last integer not null
);

-- start: CaseStart without number, item and calendars; these follow from number, item_digest and calendar_digests.
-- started_at: seen with a first event by housekeeping; refused: the refusal of a filing that the rules did not take.
create table intake (
  id uuid primary key,
  number text not null unique,
  item text not null,
  item_version integer not null,
  item_digest text not null references catalog_version (digest),
  calendar_digests jsonb not null,
  expert_id uuid not null references expert (id),
  actor_kind text not null check (actor_kind in ('expert', 'staff', 'timer', 'system')),
  actor_id text not null,
  idempotency_key text not null,
  body_hash text not null,
  channel text not null,
  form jsonb not null,
  materials jsonb not null,
  start jsonb not null,
  file jsonb not null,
  filed_at timestamptz(3) not null,
  created_at timestamptz(3) not null default clock_timestamp(),
  started_at timestamptz(3),
  refused jsonb,
  unique (actor_id, idempotency_key)
);
create index intake_expert_item on intake (expert_id, item);
create index intake_not_started on intake (created_at) where started_at is null and refused is null;

-- body is the canonical text of the event; hash = sha256(prev_hash || body), the first prev_hash is sha256(case id).
create table case_event (
  case_id uuid not null references intake (id),
  seq integer not null check (seq >= 1),
  at timestamptz(3) not null,
  type text not null,
  audience text not null check (audience in ('expert', 'staff', 'supervisor')),
  actor_kind text not null check (actor_kind in ('expert', 'staff', 'timer', 'system')),
  actor_id text,
  acting_for text,
  command_id text not null,
  body text not null,
  prev_hash bytea not null,
  hash bytea not null,
  written_at timestamptz(3) not null default clock_timestamp(),
  primary key (case_id, seq)
);

create table appeal (
  case_id uuid primary key references intake (id),
  number text not null unique,
  item text not null,
  item_version integer not null,
  station text not null,
  expert_id uuid not null,
  tier text not null,
  status text not null check (status in ('new', 'open', 'aftercare', 'ended')),
  stage text,
  accountable_window text,
  seq integer not null,
  received_at timestamptz(3) not null,
  accepted_at timestamptz(3),
  closed_at timestamptz(3),
  ended_at timestamptz(3),
  result text check (result in ('settled', 'partly-settled', 'explained', 'withdrawn', 'lapsed', 'not-accepted')),
  office_in_charge text,
  rating integer check (rating between 1 and 5),
  paused boolean not null,
  legal_due_at timestamptz(3),
  promised_due_at timestamptz(3),
  stage_due_at timestamptz(3),
  due_at timestamptz(3),
  colour text not null check (colour in ('green', 'yellow', 'red')),
  next_wake_at timestamptz(3),
  changed_at timestamptz(3) not null
);
create index appeal_newest on appeal (received_at desc, case_id desc);
create index appeal_of_station on appeal (station, received_at desc, case_id desc);
create index appeal_of_expert on appeal (expert_id, received_at desc, case_id desc);
create index appeal_open_of_window on appeal (accountable_window, received_at desc, case_id desc) include (colour, station) where status = 'open';
create index appeal_open_due on appeal (due_at, case_id) where status = 'open';
create index appeal_number_prefix on appeal (number text_pattern_ops);
create index appeal_wake on appeal (next_wake_at) where next_wake_at is not null;

-- received_at repeats the appeal's, so that the appeals a window has seen can be paged by one index.
create table task (
  task_id text primary key,
  case_id uuid not null references intake (id),
  role text not null check (role in ('lead', 'co-handler')),
  stage text not null,
  visit integer not null,
  window_code text not null,
  status text not null check (status in ('dispatched', 'signed', 'claimed', 'waiting', 'done', 'returned', 'cancelled')),
  version integer not null,
  assignee text,
  delegate text,
  dispatched_at timestamptz(3) not null,
  signed_at timestamptz(3),
  ended_at timestamptz(3),
  outcome text,
  due_at timestamptz(3),
  colour text not null check (colour in ('green', 'yellow', 'red')),
  received_at timestamptz(3) not null
);
create index task_of_case on task (case_id);
create index task_seen_by_window on task (window_code, received_at desc, case_id desc);
create index task_open on task (window_code, due_at, task_id) where ended_at is null;
create index task_unclaimed on task (window_code, due_at, task_id) where ended_at is null and assignee is null;
create index task_waiting on task (window_code, due_at, task_id) where status = 'waiting';
create index task_assigned on task (assignee, due_at, task_id) where ended_at is null and assignee is not null;
create index task_delegated on task (delegate, due_at, task_id) where ended_at is null and delegate is not null;
create index task_done on task (window_code, ended_at desc, task_id desc) where ended_at is not null;

create table clock (
  case_id uuid not null references intake (id),
  clock_id text not null,
  kind text not null,
  scope_kind text not null,
  scope_id text not null,
  window_code text,
  calendar text not null,
  started_at timestamptz(3) not null,
  due_at timestamptz(3),
  provisional boolean not null,
  paused boolean not null,
  stopped_at timestamptz(3),
  stopped_because text,
  expired_at timestamptz(3),
  card text check (card in ('yellow', 'red')),
  primary key (case_id, clock_id)
);
create index clock_provisional on clock (calendar) where provisional and stopped_at is null;

create table case_order (
  case_id uuid not null references intake (id),
  order_id text not null,
  kind text not null check (kind in ('urge', 'supervise')),
  window_code text not null,
  issued_at timestamptz(3) not null,
  issued_by_kind text not null,
  issued_by_id text,
  rung text,
  answered_at timestamptz(3),
  primary key (case_id, order_id)
);
create index case_order_unanswered on case_order (window_code, issued_at) where answered_at is null;

-- Free texts never leave PostgreSQL; events name them by id and sha256 (hexadecimal).
create table case_text (
  id uuid primary key,
  case_id uuid not null references intake (id),
  kind text not null check (kind in ('note', 'reply', 'reason', 'question', 'answer', 'evidence')),
  body text not null,
  author_kind text not null check (author_kind in ('expert', 'staff', 'system')),
  author_id text,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  written_at timestamptz(3) not null default now()
);
create index case_text_of_case on case_text (case_id);

create table material (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references intake (id),
  code text not null,
  state text not null check (state in ('provided', 'promised', 'missing')),
  given_by_kind text not null check (given_by_kind in ('expert', 'staff', 'system')),
  given_by_id text,
  changed_at timestamptz(3) not null default now(),
  unique (case_id, code)
);
