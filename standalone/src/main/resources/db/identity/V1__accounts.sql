-- Who may sign in and which programs may ask for tokens. Run by the owner; minqing_identity alone reads and changes it.

do $$
begin
    if not exists (select from pg_roles where rolname = 'minqing_identity') then
        create role minqing_identity nologin;
    end if;
exception when duplicate_object or unique_violation then
    null; -- another database of this cluster made it at the same time
end;
$$;

-- One row once it is known where this installation is.
create table identity.installation (
    one       boolean primary key default true check (one),
    -- code of the province: programs of the house itself read everything below
    province  text    not null check (province ~ '^[0-9]{2}$'),
    -- what made the first accounts
    made_by   text    not null check (made_by in ('demonstration', 'init')),
    -- whether init has come to its end
    finished  boolean not null
);

create table identity.account (
    kind         text collate "C" not null check (kind in ('USER', 'CLIENT')),
    name         text collate "C" not null check (name ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
    roles        text[]           not null check (cardinality(roles) > 0),
    -- code of the division whose subtree is the scope
    division     text collate "C" not null check (division ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$'),
    organisation uuid,
    -- who a cadre is in the ledger
    cadre        uuid,
    -- of the password or secret: clear text is kept nowhere
    hash         text             not null,
    -- a program's secret before the last rotation is good until then
    former_hash  text,
    former_until timestamptz,
    made_at      timestamptz      not null default now(),
    disabled_at  timestamptz,
    -- sign-ins, sessions and tokens from before are over: disabled, reset, other rights, another password
    ended_at     timestamptz,
    -- a key for one-time codes (RFC 6238); required at sign-in once confirmed
    code_key     bytea,
    code_since   timestamptz,
    -- the last step of thirty seconds whose code was taken: none is taken twice
    code_step    bigint           not null default 0,
    primary key (kind, name),
    check (kind = 'USER' or (cadre is null and code_key is null)),
    check (kind = 'CLIENT' or former_hash is null)
);

-- Names differ by more than capitals.
create unique index account_name on identity.account (kind, lower(name));

-- What services ask for again and again: whose access ended lately.
create index account_ended on identity.account (ended_at) where ended_at is not null;

-- Each is good once, in place of a code.
create table identity.recovery_code (
    name text collate "C" not null,
    hash bytea            not null,
    primary key (name, hash)
);

grant usage on schema identity to minqing_identity;
grant select, insert, update on identity.installation, identity.account to minqing_identity;
grant select, insert, delete on identity.recovery_code to minqing_identity;
