-- When rounds are judged, and awarded works that everybody may look at.

-- Rounds gain a member; nothing changes for a contest that said no days.
update contests.contest set rules = jsonb_set(rules, '{rounds}', (
  select jsonb_agg('{"judging": null}'::jsonb || round order by place)
  from jsonb_array_elements(rules -> 'rounds') with ordinality as listed (round, place)));
update contests.amendment set rules = jsonb_set(rules, '{rounds}', (
  select jsonb_agg('{"judging": null}'::jsonb || round order by place)
  from jsonb_array_elements(rules -> 'rounds') with ordinality as listed (round, place)));
update contests.round set rule = '{"judging": null}'::jsonb || rule;

-- Whether somebody in an entry agrees that it is shown to everybody, each time it was said: the last one holds. Nobody who is
-- not in it has agreed. Append-only.
create table contests.publication_consent (
  entry_id uuid not null,
  participant_no integer not null,
  no integer not null check (no > 0),
  agrees boolean not null,
  at timestamptz not null,
  primary key (entry_id, participant_no, no),
  foreign key (entry_id, participant_no) references contests.participant (entry_id, no)
);

grant select, insert on contests.publication_consent to zhenyi_app;
