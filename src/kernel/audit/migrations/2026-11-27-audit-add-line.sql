-- A command that must stay one round trip hands its line to its own function, which adds it here, in the same transaction.
create function audit.add_line(line jsonb, more jsonb) returns void language plpgsql as $$
begin
  insert into audit.line (id, operation, outcome, code, origin, actor_kind, actor, actor_name, person_bk, person_id,
    organisation_id, subjects, subject_count, reason, input, detail, request_id)
  values ((line->>'id')::uuid, line->>'operation', line->>'outcome', line->>'code', line->>'origin', line->>'actor_kind',
    line->>'actor', line->>'actor_name', (line->>'person_bk')::smallint, (line->>'person_id')::uuid,
    (line->>'organisation_id')::uuid, '{}', 0, line->>'reason', line->'input', more, line->>'request_id');
end $$;
