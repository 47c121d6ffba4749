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
grant select, insert, delete on attachment.content to minqing_command;
grant select, insert, update on attachment.usage to minqing_command;
grant select on attachment.content to minqing_query;
