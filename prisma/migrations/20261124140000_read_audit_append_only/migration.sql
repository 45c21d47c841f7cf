-- Who read whose data is appended only, like the log: no row is changed or taken away, by the owner neither.

create function refuse_change_of_reads() returns trigger
language plpgsql as $$
begin
  raise exception 'read_audit is append-only: % refused', tg_op using errcode = 'insufficient_privilege';
end
$$;

create trigger read_audit_is_append_only before update or delete on read_audit
  for each row execute function refuse_change_of_reads();
create trigger read_audit_is_never_emptied before truncate on read_audit
  for each statement execute function refuse_change_of_reads();
