-- What was attached, each under the key of its subject: ciphertext alone, so that it lies in the database's backups and is
-- closed there too once the key is destroyed. The event names id and digest; a row no event names was never handed in.

create table attachment.content (
    id        uuid        not null,
    sha256    bytea       not null check (length(sha256) = 32),
    sealed    bytea       not null,
    stored_at timestamptz not null default now(),
    primary key (id, sha256)
);

-- ciphertext does not compress
alter table attachment.content alter column sealed set storage external;

-- What was stored on a day, and by whom: a program, or a person through one.
create table attachment.usage (
    client text   collate "C" not null,
    day    date   not null,
    files  int    not null check (files >= 0),
    bytes  bigint not null check (bytes >= 0),
    primary key (client, day)
);

grant usage on schema attachment to minqing_command, minqing_query;
grant select, insert on attachment.content to minqing_command;
grant select, insert, update on attachment.usage to minqing_command;
grant select on attachment.content to minqing_query;

-- What was dropped, when and by which role; that it was asked for stands in the log.
create table attachment.dropped (
    id         bigint generated always as identity primary key,
    dropped_at timestamptz not null default clock_timestamp(),
    role       text        not null default session_user,
    attachment uuid        not null,
    sha256     bytea       not null
);

create function attachment.refuse_change() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    raise exception 'what stands in attachment.% stays: % refused', tg_table_name, tg_op using errcode = '42501';
end
$$;
create trigger append_only before update or delete or truncate on attachment.dropped
    for each statement execute function attachment.refuse_change();
alter table attachment.dropped enable always trigger append_only;
create trigger never_another before update or truncate on attachment.content
    for each statement execute function attachment.refuse_change();
alter table attachment.content enable always trigger never_another;

-- Drops all there is of an attachment, or what has one digest alone.
create function attachment.drop(wanted uuid, digest bytea) returns void
    language sql security definer set search_path = pg_catalog, pg_temp as $$
    with gone as (
        delete from attachment.content c where c.id = wanted and (digest is null or c.sha256 = digest) returning c.id, c.sha256)
    insert into attachment.dropped (attachment, sha256) select id, sha256 from gone
$$;

revoke execute on all functions in schema attachment from public;
grant execute on function attachment.drop(uuid, bytea) to minqing_command;
