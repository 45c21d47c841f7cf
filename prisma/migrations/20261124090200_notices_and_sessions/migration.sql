-- The outbox. not_before and at are case time, everything else real time. A row without a case carries a sign-in code.
create table notice (
  id bigint generated always as identity primary key,
  case_id uuid references intake (id),
  seq integer not null default 0,
  at timestamptz(3) not null,
  kind text not null,
  recipient_kind text not null check (recipient_kind in ('expert', 'staff', 'role')),
  recipient_id text not null,
  params jsonb not null,
  status text not null default 'queued' check (status in ('queued', 'sending', 'accepted', 'uncertain', 'failed')),
  was_uncertain boolean not null default false,
  attempts integer not null default 0,
  not_before timestamptz(3) not null,
  next_attempt_at timestamptz(3) not null default clock_timestamp(),
  first_attempt_at timestamptz(3),
  sending_since timestamptz(3),
  sent_at timestamptz(3),
  message_id text,
  error text,
  created_at timestamptz(3) not null default clock_timestamp(),
  unique (case_id, seq, kind, recipient_kind, recipient_id),
  check (case_id is not null or kind = 'sign-in-code')
);
create index notice_due on notice (next_attempt_at, id) where status in ('queued', 'uncertain') and case_id is not null;
create index notice_code_due on notice (next_attempt_at, id) where status in ('queued', 'uncertain') and case_id is null;
create index notice_unsent_of_reader on notice (case_id, recipient_id, seq, id) where status in ('queued', 'sending', 'uncertain');
create index notice_open_status on notice (status) where status <> 'accepted';
create index notice_sending on notice (sending_since) where status = 'sending';

create table session (
  token_hash text primary key,
  person_kind text not null check (person_kind in ('expert', 'staff')),
  person_id uuid not null,
  created_at timestamptz(3) not null,
  idle_until timestamptz(3) not null,
  absolute_until timestamptz(3) not null,
  revoked_at timestamptz(3)
);
create index session_person on session (person_kind, person_id) where revoked_at is null;
create index session_absolute on session (absolute_until);

create table sign_in_code (
  id uuid primary key default gen_random_uuid(),
  expert_id uuid not null references expert (id),
  code_hash text not null,
  issued_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  tries integer not null default 0,
  used_at timestamptz(3)
);
create index sign_in_code_open on sign_in_code (expert_id) where used_at is null;

-- Attempts by key (an account, a source) until the window ends; real time.
create table sign_in_attempt (
  key text primary key,
  points integer not null,
  until timestamptz(3) not null
);

-- Who read whose data; appended only.
create table read_audit (
  id bigint generated always as identity primary key,
  at timestamptz(3) not null,
  read_at timestamptz(3) not null default clock_timestamp(),
  person_kind text not null check (person_kind in ('expert', 'staff')),
  person_id uuid not null,
  subject_kind text not null,
  subject_id text not null,
  route text not null
);
create index read_audit_subject on read_audit (subject_kind, subject_id, id);
create index read_audit_person on read_audit (person_id, id);

-- Case time as a face of segments (domain/time/clock-face.ts); epoch milliseconds. No row: case time is real time.
create table clock_face (
  real_at bigint primary key,
  case_at bigint not null,
  speed double precision not null check (speed > 0)
);
