-- The response rate looks at the first task of an appeal alone, so its indexes hold that task's clock alone and are read without
-- the table.

drop index clock_sign_late;
create index clock_first_sign_late on clock (case_id) where kind = 'sign' and stopped_at > due_at and scope_id like '%-t1';
create index clock_first_sign_running on clock (due_at, case_id) where kind = 'sign' and stopped_at is null and scope_id like '%-t1';
drop index task_never_signed;
create index task_first_never_signed on task (case_id) where signed_at is null and task_id like '%-t1';
