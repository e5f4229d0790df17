-- voided: it was written by mistake and never was. It covers no day: its last day lies before its first, and its history
-- says so from its first day on, by what is recorded from now on; whoever counts by an earlier moment finds it as it stood.
alter table memberships.membership
  drop constraint membership_status_check,
  add constraint membership_status_check check (status in ('active', 'retained', 'moved', 'left', 'expelled', 'voided')),
  drop constraint membership_days,
  add constraint membership_days check (
    to_day is null or to_day >= from_day or (status = 'voided' and to_day = from_day - 1));
