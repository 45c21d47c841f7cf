-- Filing: one transaction writes the intake (design 8). Shape of p: IntakeInput of prisma/stores/intake-store.ts.

-- Check digit of ISO 7064 MOD 11,10 over decimal digits.
create function check_digit(p_digits text) returns text
language plpgsql immutable as $$
declare
  product integer := 10;
  total integer;
  digit text;
begin
  foreach digit in array string_to_array(p_digits, null) loop
    total := (product + digit::integer) % 10;
    if total = 0 then
      total := 10;
    end if;
    product := (total * 2) % 11;
  end loop;
  return ((11 - product) % 10)::text;
end
$$;

-- HY-<year>-<sequence of at least six digits>-<check digit over year and sequence>.
create function appeal_number(p_year integer, p_sequence integer) returns text
language sql immutable
return 'HY-' || p_year || '-' || lpad(p_sequence::text, greatest(6, length(p_sequence::text)), '0') || '-'
    || check_digit(p_year::text || lpad(p_sequence::text, greatest(6, length(p_sequence::text)), '0'));

-- Answer: {kind: created | same | conflict | duplicate, id, number}. `conflict`: another body came under the same key;
-- `duplicate`: the expert has an open appeal for the item (named) and the filing does not confirm a second.
create function create_intake(p jsonb) returns jsonb
language plpgsql as $$
declare
  earlier record;
  v_year integer;
  v_sequence integer;
  v_number text;
begin
  perform pg_advisory_xact_lock(20261125, hashtext((p ->> 'actorId') || ' ' || (p ->> 'idempotencyKey')));
  select id, number, body_hash into earlier from intake where actor_id = p ->> 'actorId' and idempotency_key = p ->> 'idempotencyKey';
  if found then
    return jsonb_build_object('kind', case when earlier.body_hash = p ->> 'bodyHash' then 'same' else 'conflict' end, 'id', earlier.id, 'number', earlier.number);
  end if;

  perform pg_advisory_xact_lock(20261126, hashtext((p ->> 'expertId') || ' ' || (p ->> 'item')));
  if not (p ->> 'confirmDuplicate')::boolean then
    select i.id, i.number into earlier from intake i left join appeal a on a.case_id = i.id
     where i.expert_id = (p ->> 'expertId')::uuid and i.item = p ->> 'item' and i.refused is null and a.closed_at is null
     order by i.filed_at, i.number limit 1;
    if found then
      return jsonb_build_object('kind', 'duplicate', 'id', earlier.id, 'number', earlier.number);
    end if;
  end if;

  v_year := extract(year from case_day((p ->> 'filedAt')::bigint));
  insert into number_sequence (year, last) values (v_year, 1)
    on conflict (year) do update set last = number_sequence.last + 1 returning last into v_sequence;
  v_number := appeal_number(v_year, v_sequence);
  insert into intake (id, number, item, item_version, item_digest, calendar_digests, expert_id, actor_kind, actor_id, idempotency_key, body_hash,
      channel, form, materials, start, file, filed_at)
  values ((p ->> 'id')::uuid, v_number, p ->> 'item', (p ->> 'itemVersion')::integer, p ->> 'itemDigest', p -> 'calendarDigests', (p ->> 'expertId')::uuid,
      p ->> 'actorKind', p ->> 'actorId', p ->> 'idempotencyKey', p ->> 'bodyHash', p ->> 'channel', p -> 'form', p -> 'materials', p -> 'start', p -> 'file',
      instant_of((p ->> 'filedAt')::bigint));
  insert into material (case_id, code, state, given_by_kind, given_by_id)
  select (p ->> 'id')::uuid, key, value, p ->> 'actorKind', p ->> 'actorId' from jsonb_each_text(p -> 'materials');
  return jsonb_build_object('kind', 'created', 'id', p ->> 'id', 'number', v_number);
end
$$;
