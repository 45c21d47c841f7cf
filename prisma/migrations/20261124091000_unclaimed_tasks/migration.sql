-- The index holds exactly the view `unclaimed`, so that a page is read from it in order without looking at the rows.
-- That such a task has not ended follows from its status and is not said again: the planner would take it for a second,
-- independent restriction and expect too few rows.
drop index task_unclaimed;
create index task_unclaimed on task (window_code, due_at, task_id) where status in ('dispatched', 'signed') and assignee is null;
