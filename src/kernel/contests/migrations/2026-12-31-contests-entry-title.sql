-- A work's name may be one character: 《春》.
alter table contests.entry drop constraint entry_title_check;
alter table contests.entry add constraint entry_title_check check (length(title) between 1 and 80);
