-- What somebody has begun to file and not sent yet: one draft a person and item. Real time.
create table draft (
  person_id uuid not null,
  item text not null,
  body jsonb not null,
  saved_at timestamptz(3) not null,
  primary key (person_id, item)
);
create index draft_saved on draft (saved_at);
