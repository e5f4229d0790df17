-- A report is dated by when it was made (`at`); one that waited for a network says when it arrived.
alter table stations.report add column arrived_at timestamptz,
  add constraint report_arrives_after check (arrived_at > at);
