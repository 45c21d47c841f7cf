-- What a supervisor counts beside the cards: extensions that were asked for too late, and pauses that covered a close but less
-- than an opening day. Both are rare events of the log, so the log itself is counted; the body is canonical text.
create index case_event_marks on case_event (case_id, type)
  where type = 'ExtensionAskedLate' or (type = 'TaskResumed' and body like '%"suspicious":true%');
