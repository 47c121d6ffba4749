-- What a rebuild never touches. (Names are not qualified: see V2.)

-- Where the read side stands, who moves it, and the token of its processor in one: positions are dense, so a token is one number.
create table checkpoint (
    processor   text        not null,
    segment     int         not null,
    position    bigint      not null check (position >= 0),
    owner       text,
    claimed_at  timestamptz,
    -- goes up with each rebuild, so that the tail forgets what it remembers of the tables before
    generation  int         not null default 0,
    primary key (processor, segment)
);

-- Personal data shown in full, and to whom: written before it is shown.
create table reading (
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
create index reading_at on reading (read_at, id);
create index reading_subject on reading (subject_id);
create index reading_actor on reading (actor);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'readings are append-only: % refused', tg_op using errcode = '42501';
end
$$;
create trigger append_only before update or delete or truncate on reading
    for each statement execute function refuse_change();

insert into checkpoint (processor, segment, position) values ('read', 0, 0);
