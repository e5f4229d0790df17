-- Who comes from a union of another city brings its letter; the original is compared by the union that admits them. It goes
-- with the rest of what was typed.
alter table membership.application
  add column letter_from text check (length(letter_from) between 4 and 80),
  add column letter_number text check (length(letter_number) between 2 and 40),
  add column letter_on date,
  add constraint application_letter_whole check (
    (letter_from is null) = (letter_number is null) and (letter_from is null) = (letter_on is null));

grant update (letter_from, letter_number, letter_on) on membership.application to zhenyi_app;
