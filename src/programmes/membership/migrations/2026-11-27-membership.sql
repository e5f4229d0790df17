-- How people come to a union, move between unions and carry their card; how unions are founded and end; the roster.
-- Who belongs to which union stands in kernel `memberships`, once; cases and deadlines stand in kernel `review`.
-- Each area adds its tables in dated files of its own.
create schema membership;
grant usage on schema membership to zhenyi_app;
