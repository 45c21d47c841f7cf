-- Extension requests and arbitrations that await their decision, each with a running clock; what supervisors' lists read.
create index clock_awaited_decision on clock (due_at, case_id, clock_id) where stopped_at is null and scope_kind in ('extension-request', 'arbitration');
