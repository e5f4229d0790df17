-- Whoever acts on a change of standing, such as the vouchers of a programme, asks for what was recorded since it last did.
create index membership_history_recorded on memberships.membership_history using brin (recorded_at);
