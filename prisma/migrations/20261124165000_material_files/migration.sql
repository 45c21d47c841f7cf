-- Files of materials: what they are called, what they are and who sent them. The bytes lie in a folder (prisma/files)
-- under the row's id. A row is written before its bytes and names them once they are whole (stored_at), so that a
-- crash leaves a row to clean up after and never a half file to show. Without a case it is an upload before filing.
create table material_file (
  id uuid primary key,
  case_id uuid references intake (id),
  material text,
  owner_kind text not null check (owner_kind in ('expert', 'staff')),
  owner_id uuid not null,
  idempotency_key text not null,
  name text,
  type text,
  size bigint check (size > 0),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  at timestamptz(3) not null,
  begun_at timestamptz(3) not null default clock_timestamp(),
  stored_at timestamptz(3),
  expires_at timestamptz(3),
  check ((case_id is null) = (material is null)),
  check (stored_at is null or (name is not null and type is not null and size is not null and sha256 is not null)),
  check (stored_at is null or (case_id is null) = (expires_at is not null))
);
create index material_file_of_case on material_file (case_id, material, at) where case_id is not null;
create index material_file_of_owner on material_file (owner_id) where case_id is null;
create index material_file_arriving on material_file (begun_at) where stored_at is null;
create index material_file_expiring on material_file (expires_at) where expires_at is not null;
create unique index material_file_press on material_file (owner_id, idempotency_key) where stored_at is not null;

-- Filing with files: the intake and its files in one transaction. p is that of create_intake and `files`, an array of
-- {material, id}. Beside its answers: {kind: uploads}, where one of them is not an unfiled upload of the actor (any
-- more); then nothing is written. A repeated filing finds its files where the first one put them.
create function create_intake_with_files(p jsonb) returns jsonb
language plpgsql as $$
declare
  answer jsonb;
  attached integer;
begin
  begin
    answer := create_intake(p);
    if answer ->> 'kind' <> 'created' then
      return answer;
    end if;
    update material_file f set case_id = (p ->> 'id')::uuid, material = w.material, expires_at = null
      from jsonb_to_recordset(coalesce(p -> 'files', '[]'::jsonb)) as w (material text, id uuid)
     where f.id = w.id and f.case_id is null and f.stored_at is not null and f.expires_at > clock_timestamp()
       and f.owner_kind = p ->> 'actorKind' and f.owner_id::text = p ->> 'actorId';
    get diagnostics attached = row_count;
    if attached <> jsonb_array_length(coalesce(p -> 'files', '[]'::jsonb)) then
      raise exception 'an upload is not there' using errcode = 'HY001';
    end if;
    return answer;
  exception when sqlstate 'HY001' then
    return jsonb_build_object('kind', 'uploads', 'id', p ->> 'id', 'number', '');
  end;
end
$$;
