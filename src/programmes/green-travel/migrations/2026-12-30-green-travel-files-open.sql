-- A company's files that are still to be read, paused ones included: the page of a month asks for them, and reads no ended file.
create index scan_file_under_way on green_travel.scan_file (company)
  where state in ('waiting', 'reading', 'posting', 'paused');
