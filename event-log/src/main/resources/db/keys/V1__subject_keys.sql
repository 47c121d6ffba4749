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
create function keys.erased_stays_erased() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if old.erased_at is not null then
        raise exception 'the key of % was destroyed: refused', old.subject using errcode = '42501';
    end if;
    return new;
end
$$;

create trigger erased_stays_erased before update or delete on keys.subject_key
    for each row execute function keys.erased_stays_erased();
alter table keys.subject_key enable always trigger erased_stays_erased;

-- What was done to keys once they stood, when and by which role. Subjects are ids.
create table keys.trace (
    id      bigint generated always as identity primary key,
    at      timestamptz not null default clock_timestamp(),
    role    text        not null default session_user,
    action  text        not null check (action = 'erased'),
    subject text collate "C" not null
);

create function keys.refuse_change() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    raise exception 'what stands in keys.% stays: % refused', tg_table_name, tg_op using errcode = '42501';
end
$$;
create trigger append_only before update or delete or truncate on keys.trace
    for each statement execute function keys.refuse_change();
alter table keys.trace enable always trigger append_only;
create trigger append_only before update or delete or truncate on keys.master
    for each statement execute function keys.refuse_change();
alter table keys.master enable always trigger append_only;

-- Keys that events need, made with them: in the transaction that appends them, before the head is locked. Answers the requests of
-- which a subject has another key by now, or was erased: what they sealed cannot stand.
create function keys.add(
    k_request int[], k_subject text[], k_master smallint[], k_wrapped bytea[],
    m_kind text[], m_master smallint[], m_hmac bytea[], m_subject text[]) returns int[]
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    insert into keys.subject_key (subject, master, wrapped)
    select distinct on (g.subject) g.subject, g.master, g.wrapped
    from unnest(k_request, k_subject, k_master, k_wrapped) as g (request, subject, master, wrapped)
    order by g.subject, g.request
    on conflict do nothing;

    insert into keys.exact_match (kind, master, hmac, subject)
    select distinct g.kind, g.master, g.hmac, g.subject
    from unnest(m_kind, m_master, m_hmac, m_subject) as g (kind, master, hmac, subject)
         join keys.subject_key k on k.subject = g.subject and k.erased_at is null
    order by g.kind, g.hmac, g.subject
    on conflict do nothing;

    return array(select distinct g.request
                 from unnest(k_request, k_subject, k_wrapped) as g (request, subject, wrapped)
                      left join keys.subject_key k on k.subject = g.subject
                 where k.wrapped is distinct from g.wrapped);
end
$$;

-- Destroys keys, and every way to find their subjects.
create function keys.erase(subjects text[]) returns void
    language sql security definer set search_path = pg_catalog, pg_temp as $$
    delete from keys.exact_match where subject = any (subjects);
    with gone as (
        insert into keys.subject_key (subject, erased_at)
        select distinct s.subject, now() from unnest(subjects) as s (subject)
        on conflict (subject) do update set master = null, wrapped = null, erased_at = now()
        where keys.subject_key.erased_at is null
        returning subject)
    insert into keys.trace (action, subject) select 'erased', subject from gone
$$;

grant usage on schema keys to minqing_command, minqing_query;
grant select on keys.master, keys.subject_key, keys.exact_match to minqing_command, minqing_query;
grant insert on keys.master, keys.subject_key, keys.exact_match to minqing_command;
revoke execute on all functions in schema keys from public;
grant execute on function keys.erase(text[]) to minqing_command;
grant execute on function keys.add(int[], text[], smallint[], bytea[], text[], smallint[], bytea[], text[]) to minqing_command;
