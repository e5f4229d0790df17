-- A union whose roster names somebody on another union's roll asks for them: its own yes is given, the old union's is not.
alter table membership.transfer drop constraint transfer_asked_by_check;
alter table membership.transfer add constraint transfer_asked_by_check
  check (asked_by in ('member', 'application', 'union'));
