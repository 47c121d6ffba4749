-- One key per subject of personal data, wrapped by a master key that is not in this database. Destroying a row's key makes
-- everything sealed under it unreadable, wherever it stands.

create table keys.master (
    number      smallint    primary key,
    -- tells a wrong key file from the right one without telling the key
    check_value bytea       not null,
    first_used  timestamptz not null default now()
);

create table keys.subject_key (
    subject    text collate "C" primary key check (subject ~ '^[a-z]+:.'),
    master     smallint    references keys.master,
    wrapped    bytea,
    created_at timestamptz not null default now(),
    erased_at  timestamptz,
    constraint a_key_or_erased check (
        (erased_at is null and wrapped is not null and master is not null)
        or (erased_at is not null and wrapped is null and master is null))
);

-- Finds a subject by the whole of a text, without the text: it lives beside the key and dies with it.
create table keys.exact_match (
    kind    text collate "C" not null,
    master  smallint not null references keys.master,
    hmac    bytea    not null,
    subject text collate "C" not null references keys.subject_key,
    primary key (kind, hmac, subject)
);

create index exact_match_subject on keys.exact_match (subject);

-- Erased stays erased.
create function keys.erased_stays_erased() returns trigger language plpgsql as $$
begin
    if old.erased_at is not null then
        raise exception 'the key of % was destroyed: refused', old.subject using errcode = '42501';
    end if;
    return new;
end
$$;

create trigger erased_stays_erased before update or delete on keys.subject_key
    for each row execute function keys.erased_stays_erased();

grant usage on schema keys to minqing_command, minqing_query;
grant select on keys.master, keys.subject_key, keys.exact_match to minqing_command, minqing_query;
grant insert on keys.master, keys.subject_key, keys.exact_match to minqing_command;
grant update (master, wrapped, erased_at) on keys.subject_key to minqing_command;
grant delete on keys.exact_match to minqing_command;
