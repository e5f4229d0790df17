-- Certificates that are taken back, and those given in their place.

-- Proposed by one, decided by another (procedure contests.revocation). Append-only.
create table contests.revocation (
  code char(16) not null references contests.certificate,
  no integer not null check (no > 0),
  -- What the public is told, in neutral words; the reason is for those who decide.
  ground text not null check (ground in ('wrong-details', 'given-in-error', 'award-withdrawn')),
  reason text not null check (length(reason) between 2 and 500),
  proposed_by text not null,
  proposed_by_bk platform.bucket,
  proposed_by_id uuid,
  proposed_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (code, no)
);

create table contests.revoked_certificate (
  code char(16) primary key references contests.certificate,
  no integer not null,
  revoked_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  foreign key (code, no) references contests.revocation (code, no)
);

-- A new one stands in the place of one that was revoked, with the names as they should have been. That it was revoked is what
-- reissueCertificate looks at, and no revocation is taken back: a key to it would close a circle, which no backup can order.
alter table contests.certificate
  add column replaces char(16) unique references contests.certificate check (replaces <> code),
  add column names text[] check (cardinality(names) between 1 and 100);
drop index contests.certificate_entry;
create unique index certificate_entry on contests.certificate (entry_id) where entry_id is not null and replaces is null;

-- What is held now by whoever was awarded.
create view contests.current_certificate as
select certificate.* from contests.certificate certificate
where not exists (select from contests.revoked_certificate revoked where revoked.code = certificate.code);

-- The audit log's head as the result came to stand: whoever changes either is seen by the other.
alter table contests.standing_result
  add column seal_no integer,
  add column seal_digest text,
  add constraint standing_result_seal check ((seal_no is null) = (seal_digest is null));

grant select, insert on contests.revocation, contests.revoked_certificate to zhenyi_app;
grant select on contests.current_certificate to zhenyi_app;
