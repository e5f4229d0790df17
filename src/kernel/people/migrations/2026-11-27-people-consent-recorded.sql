-- Whoever acts on a consent that was withdrawn asks for what was recorded since it last did.
create index consent_recorded on people.consent using brin (recorded_at);
