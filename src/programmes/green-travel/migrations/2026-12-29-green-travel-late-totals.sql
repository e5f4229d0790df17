-- What came late is found by when it was recorded, so that a statement does not read the years before it.
create index ride_total_recorded on green_travel.ride_total (company, recorded_at) where result = 0 and file is not null;
