-- Administration: the log searched by when and by whom, and failed mails sent again with a reason.

create index case_event_at on case_event (at desc, case_id, seq);
create index case_event_actor on case_event (actor_id, at desc, case_id, seq) where actor_id is not null;

-- Who had a failed mail sent again and why, with what stood in its row before; appended only.
create table notice_resend (
  id bigint generated always as identity primary key,
  notice_id bigint not null references notice (id),
  staff_id uuid not null references staff (id),
  key text not null,
  reason text not null,
  attempts integer not null,
  error text,
  at timestamptz(3) not null,
  made_at timestamptz(3) not null default clock_timestamp(),
  unique (staff_id, key)
);
create index notice_resend_notice on notice_resend (notice_id, id);

create function refuse_change_of_resends() returns trigger
language plpgsql as $$
begin
  raise exception 'notice_resend is append-only: % refused', tg_op using errcode = 'insufficient_privilege';
end
$$;
create trigger notice_resend_is_append_only before update or delete on notice_resend
  for each row execute function refuse_change_of_resends();
create trigger notice_resend_is_never_emptied before truncate on notice_resend
  for each statement execute function refuse_change_of_resends();
