-- The log is appended only: the writer's role holds no right to change it, and a trigger refuses everybody else.

create function refuse_change_of_log() returns trigger
language plpgsql as $$
begin
  raise exception 'case_event is append-only: % refused', tg_op using errcode = 'insufficient_privilege';
end
$$;

create trigger case_event_is_append_only before update or delete on case_event
  for each row execute function refuse_change_of_log();
create trigger case_event_is_never_emptied before truncate on case_event
  for each statement execute function refuse_change_of_log();

-- The role belongs to the whole server, so another database's migration may have made it.
do $$
begin
  create role hongyan_writer nologin;
exception when duplicate_object or unique_violation then null;
end
$$;

-- The owner's connections take the role on (`set role hongyan_writer`); a login of its own may be granted it by hand.
do $$
begin
  execute format('grant hongyan_writer to %I', current_user);
end
$$;

grant usage on schema public to hongyan_writer;
grant select, insert on case_event to hongyan_writer;
grant select, insert, update on appeal, task, clock, case_order to hongyan_writer;
grant select, insert on notice to hongyan_writer;
grant select on intake, staff, membership, absence, station, "window" to hongyan_writer;
