create schema claims;
grant usage on schema claims to zhenyi_app;
