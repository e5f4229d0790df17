-- What was said of the rides in print is a claim of the kernel (claims), held against the records with everything else that
-- was said: a table of its own was a second truth.
drop table green_travel.said_figure;
