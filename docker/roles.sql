-- Run once by the postgres image in the new database. What each role may do is granted by the migrations.
\getenv owner_password OWNER_PASSWORD
\getenv command_password COMMAND_PASSWORD
\getenv query_password QUERY_PASSWORD
\getenv identity_password IDENTITY_PASSWORD
create role minqing_owner login password :'owner_password';
create role minqing_command login password :'command_password';
create role minqing_query login password :'query_password';
create role minqing_identity login password :'identity_password';
alter database minqing owner to minqing_owner;
revoke all on database minqing from public;
grant connect on database minqing to minqing_command, minqing_query, minqing_identity;
-- The query side makes and rebuilds its own schema.
grant create on database minqing to minqing_query;
