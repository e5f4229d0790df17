-- An entry that was taken out may be taken back in, as long as no round ran without it: every decision stays, and they
-- alternate. An odd number takes it out, an even one takes it back. Append-only.
alter table contests.disqualification rename to entry_decision;
alter table contests.entry_decision add column no integer not null default 1 check (no > 0);
alter table contests.entry_decision alter column no drop default;
alter table contests.entry_decision drop constraint disqualification_pkey;
alter table contests.entry_decision add constraint entry_decision_pkey primary key (entry_id, no);

-- Entries that are out now, with the decision that took them out.
create view contests.disqualification as
select decision.entry_id, decision.reason, decision.decided_by, decision.decided_at, decision.recorded_at
from contests.entry_decision decision
where decision.no % 2 = 1
  and not exists (select from contests.entry_decision later
    where later.entry_id = decision.entry_id and later.no > decision.no);

grant select on contests.disqualification to zhenyi_app;
