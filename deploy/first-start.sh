#!/bin/sh
# Runs once, when the database's volume is made: the server's own login, which owns nothing.
set -e
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$POSTGRES_DB" -v password="$SERVER_PASSWORD" <<'SQL'
create role zhenyi_app nologin;
create role zhenyi_server login password :'password' in role zhenyi_app;
SQL
