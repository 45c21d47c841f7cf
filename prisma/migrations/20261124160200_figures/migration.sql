-- What supervisors' figures read (docs/figures.md): open appeals in one pass over an index, closed ones by the instant of their
-- close, and the rare marks of appeals each by an index of its own.

create index appeal_open_figures on appeal (station, accountable_window, item)
  include (colour, paused, due_at, received_at, case_id) where status = 'open';
-- The list behind a figure of open appeals: the nearest limit first, those without one last.
create index appeal_open_nearest on appeal ((coalesce(due_at, 'infinity'::timestamptz)), case_id) where status = 'open';
create index appeal_closed on appeal (closed_at desc, case_id desc)
  include (station, item, accountable_window, result, rating) where closed_at is not null;

create index clock_sign_running on clock (due_at, case_id) where kind = 'sign' and stopped_at is null;
create index clock_sign_late on clock (case_id) where kind = 'sign' and stopped_at > due_at;
create index clock_date_missed on clock (case_id) where kind in ('legal', 'promised') and stopped_at > due_at;
create index clock_extended on clock (case_id) where (facts -> 'extensions') <> '[]'::jsonb;
create index task_returned on task (case_id) where status = 'returned';
create index task_never_signed on task (case_id) where signed_at is null;
create index task_held on task (assignee, case_id) include (due_at) where ended_at is null and assignee is not null;
create index case_order_issued on case_order (issued_at desc, case_id, order_id);

-- Lists that are written into files in the background. query: the figure and its narrowing, as the list takes it; scope: the
-- stations that the person supervised then. claimed_until: a process that died leaves the job to the next that looks, which
-- begins a file of its own (attempt). asked_at is case time, the other instants are real time. Rows stay, for the audit.
create table export_job (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references staff (id),
  key text not null,
  format text not null check (format in ('csv', 'xlsx')),
  language text not null check (language in ('zh', 'en')),
  query jsonb not null,
  scope jsonb not null,
  asked_at timestamptz(3) not null,
  status text not null default 'running' check (status in ('running', 'ready', 'failed', 'expired')),
  total integer not null,
  done integer not null default 0,
  attempt integer not null default 0,
  created_at timestamptz(3) not null,
  claimed_until timestamptz(3),
  finished_at timestamptz(3),
  expires_at timestamptz(3) not null,
  unique (person_id, key)
);
create index export_job_expiring on export_job (expires_at) where status <> 'expired';
