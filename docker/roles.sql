-- Run once by the postgres image in the new database. What each role may do is granted by the migrations.
\getenv owner_password OWNER_PASSWORD
\getenv command_password COMMAND_PASSWORD
\getenv query_password QUERY_PASSWORD
\getenv identity_password IDENTITY_PASSWORD
\getenv upkeep_password UPKEEP_PASSWORD
create role minqing_owner login password :'owner_password';
create role minqing_command login password :'command_password';
create role minqing_query login password :'query_password';
create role minqing_upkeep login password :'upkeep_password';
create role minqing_identity login password :'identity_password';
alter role minqing_owner set search_path = pg_catalog, pg_temp;
alter role minqing_command set search_path = pg_catalog, pg_temp;
alter role minqing_query set search_path = pg_catalog, pg_temp;
alter role minqing_upkeep set search_path = pg_catalog, pg_temp;
alter role minqing_identity set search_path = pg_catalog, pg_temp;
alter database minqing owner to minqing_owner;
revoke all on database minqing from public;
grant connect on database minqing to minqing_command, minqing_query, minqing_upkeep, minqing_identity;
-- The read models are made, and made anew beside those that answer.
grant create on database minqing to minqing_upkeep;
