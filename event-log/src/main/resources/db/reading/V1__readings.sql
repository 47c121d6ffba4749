-- Personal data shown in full, and to whom: written before it is shown, by the role that asks, which can add and read and nothing else.

create table reading.reading (
    id           bigint generated always as identity primary key,
    read_at      timestamptz not null,
    position     bigint      not null,
    actor        text        not null,
    role         text        not null,
    organisation text,
    client       text        not null,
    subject_type text        not null,
    subject_id   text        not null,
    division     text collate "C",
    -- a code; words of the reader's own are sealed under the key of one whose data was read
    purpose      text        not null,
    reason       jsonb
);
create index reading_at on reading.reading (read_at, id);
create index reading_subject on reading.reading (subject_id);
create index reading_actor on reading.reading (actor);

create function reading.refuse_change() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    raise exception 'readings are append-only: % refused', tg_op using errcode = '42501';
end
$$;
create trigger append_only before update or delete or truncate on reading.reading
    for each statement execute function reading.refuse_change();
alter table reading.reading enable always trigger append_only;
revoke execute on function reading.refuse_change() from public;

grant usage on schema reading to minqing_query;
grant select, insert on reading.reading to minqing_query;
