-- The append-only log. Run by the owner of the schema; minqing_command appends through functions, minqing_query reads for those who ask,
-- minqing_upkeep for the read models.

do $$
declare
    role text;
begin
    foreach role in array array['minqing_command', 'minqing_query', 'minqing_upkeep'] loop
        if not exists (select from pg_roles where rolname = role) then
            begin
                execute format('create role %I nologin', role);
            exception when duplicate_object or unique_violation then
                null; -- another database of this cluster made it at the same time
            end;
        end if;
    end loop;
end
$$;

-- Dictionaries: what repeats in every event is stored once. Ids are 1, 2, 3, ... without a gap, so that an id is known if
-- it is not above the count the head keeps.

create table log.event_type (
    id       smallint primary key,
    name     text collate "C" not null,
    revision smallint not null,
    unique (name, revision)
);

create table log.client (
    id   smallint primary key,
    name text collate "C" not null unique
);

-- What stands before the first hyphen of a stream's name.
create table log.stream_type (
    id   smallint primary key,
    name text collate "C" not null unique
);

-- To whom and where an event belongs: as many as there are places in programmes.
create table log.scope (
    id        integer primary key,
    programme uuid,
    division  text collate "C",
    unique nulls not distinct (programme, division)
);

-- Metadata without what differs from command to command. Bytes that JSON never contains mark the holes:
-- 01 = event.command_id, 02 = the next 16 bytes of event.parts as a UUID, 03 = the next 26 as a W3C traceparent,
-- 04 = all that is left of event.parts as it stands.
create table log.frame (
    id    integer primary key,
    bytes bytea not null unique
);

-- One row: where the log stands. Its lock is what puts appenders in a row.
create table log.head (
    one         boolean     primary key default true,
    position    bigint      not null,
    recorded_at timestamptz not null,
    clock       text,
    types       smallint    not null default 0,
    streams     smallint    not null default 0,
    clients     smallint    not null default 0,
    scopes      integer     not null default 0,
    frames      integer     not null default 0
) with (fillfactor = 10);

insert into log.head (position, recorded_at) values (0, '-infinity');

-- One row: which log this is, among all that there are. Made when the log is opened and never changed.
create table log.installation (
    one boolean primary key default true check (one),
    id  uuid not null default gen_random_uuid()
);

-- Nobody but log.append and log.append_own can insert, so they hold what check constraints would say: PostgreSQL parses
-- those anew for every statement, which costs a single append a fifth of its time.
--
-- stream_key is what stands behind the hyphen of a stream's name: 16 bytes are a UUID, others are text in UTF-8; a text of 16
-- bytes is followed by one more, 00, which text never holds. In payload, 01 and 16 bytes stand for a UUID in quotation marks.
-- log.readable shows both as they are meant.
--
-- Columns ordered by alignment. A command's idempotency row is its first event: command_id is the key, body_hmac is set
-- there and nowhere else; its other events come right after.
create table log.event (
    position    bigint      primary key,
    recorded_at timestamptz not null,
    occurred_on date        not null,
    sequence    integer     not null,
    frame       integer     not null,
    scope       integer     not null,
    type        smallint    not null,
    client      smallint,
    event_id    uuid        not null,
    command_id  uuid,
    stream_type smallint    not null,
    stream_key  bytea       not null,
    body_hmac   bytea,
    parts       bytea       not null,
    payload     bytea       not null,
    constraint event_stream_sequence unique (stream_type, stream_key, sequence)
);

-- an event is looked for by its id when it is voided or corrected, and by nothing but the whole of it
create index event_id on log.event using hash (event_id);

create unique index event_command on log.event (command_id, client) where body_hmac is not null;

-- What events name, by blocks of 256 positions: block 0 holds 1 to 256. A block is a pure function of the log, written once, after
-- its last event, by whoever comes first; what is behind the last block is looked at event by event. A name is 32 bits of the hash of
-- what a payload holds in quotation marks, if that is not long.
create table log.names (
    block integer   primary key,
    names integer[] not null
);
alter table log.names alter column names set storage external;

create index names_of_blocks on log.names using gin (names) with (gin_pending_list_limit = 256);

-- Where something was entered last that only one may enter, such as a household's number: claims fall into slots by their hash.
-- Two that fall into one by chance cost one decision more.
create table log.claim (
    slot     smallint primary key,
    position bigint   not null
) with (fillfactor = 50);

create view log.command as
select c.name as client, e.command_id as key, e.body_hmac, e.position as first,
       coalesce((select n.position from log.event n
                 where n.position > e.position
                   and (n.command_id is distinct from e.command_id or n.client is distinct from e.client)
                 order by n.position limit 1),
                (select position + 1 from log.head)) - 1 as last
from log.event e join log.client c on c.id = e.client
where e.body_hmac is not null;

-- From which position on the log's time was set right after it had run ahead, and to when: what stands before counts as recorded by
-- then at the latest.
create table log.settlement (
    position    bigint      primary key,
    recorded_at timestamptz not null
);

-- What time it was when somebody looked last, and how long the machine had been running by then, in nanoseconds since its life began.
create table log.clock_witness (
    one   boolean primary key default true check (one),
    life  text,
    count bigint      not null,
    at    timestamptz not null
);

-- Nobody edits the past, not even the owner.

create function log.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the log is append-only: % on log.% refused', tg_op, tg_table_name using errcode = '42501';
end
$$;

create trigger append_only before update or delete or truncate on log.event
    for each statement execute function log.refuse_change();
create trigger append_only before update or delete or truncate on log.event_type
    for each statement execute function log.refuse_change();
create trigger append_only before update or delete or truncate on log.client
    for each statement execute function log.refuse_change();
create trigger append_only before update or delete or truncate on log.frame
    for each statement execute function log.refuse_change();
create trigger append_only before update or delete or truncate on log.stream_type
    for each statement execute function log.refuse_change();
create trigger append_only before update or delete or truncate on log.scope
    for each statement execute function log.refuse_change();
create trigger append_only before update or delete or truncate on log.names
    for each statement execute function log.refuse_change();
create trigger append_only before update or delete or truncate on log.settlement
    for each statement execute function log.refuse_change();
create trigger append_only before update or delete or truncate on log.installation
    for each statement execute function log.refuse_change();
create trigger append_only before insert or delete or truncate on log.head
    for each statement execute function log.refuse_change();
alter table log.event enable always trigger append_only;
alter table log.event_type enable always trigger append_only;
alter table log.client enable always trigger append_only;
alter table log.frame enable always trigger append_only;
alter table log.stream_type enable always trigger append_only;
alter table log.scope enable always trigger append_only;
alter table log.names enable always trigger append_only;
alter table log.settlement enable always trigger append_only;
alter table log.installation enable always trigger append_only;
alter table log.head enable always trigger append_only;

create function log.refuse_going_back() returns trigger language plpgsql as $$
begin
    if new.recorded_at < old.recorded_at and new.position > old.position
        and exists (select from log.settlement s where s.position = new.position and s.recorded_at = new.recorded_at)
    then
        return new;
    end if;
    raise exception 'the head of the log only moves forward: refused' using errcode = '42501';
end
$$;

-- The condition stands in the trigger, so that nothing is called where all is well.
create trigger head_moves_on before update on log.head for each row
    when (new.position < old.position or new.recorded_at < old.recorded_at or new.types < old.types
          or new.streams < old.streams or new.clients < old.clients or new.scopes < old.scopes or new.frames < old.frames
          or new.clock is distinct from old.clock
             and (coalesce(new.clock, '') not in ('SYSTEM', 'SIMULATED') or old.clock = 'SYSTEM'))
    execute function log.refuse_going_back();
alter table log.head enable always trigger head_moves_on;

-- Dictionary entries, made when first asked for.

create function log.type_id(wanted text, wanted_revision smallint) returns smallint
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    known smallint;
begin
    select id into known from log.event_type where name = wanted and revision = wanted_revision;
    if known is null then
        perform from log.head for update;
        select id into known from log.event_type where name = wanted and revision = wanted_revision;
    end if;
    if known is null then
        update log.head set types = types + 1 returning types into known;
        insert into log.event_type (id, name, revision) values (known, wanted, wanted_revision);
    end if;
    return known;
end
$$;

create function log.stream_type_id(wanted text) returns smallint
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    known smallint;
begin
    if wanted !~ '^[A-Za-z]+$' then
        raise exception 'a stream is named <Type>-<id>' using errcode = '22023';
    end if;
    select id into known from log.stream_type where name = wanted;
    if known is null then
        perform from log.head for update;
        select id into known from log.stream_type where name = wanted;
    end if;
    if known is null then
        update log.head set streams = streams + 1 returning streams into known;
        insert into log.stream_type (id, name) values (known, wanted);
    end if;
    return known;
end
$$;

create function log.scope_id(wanted_programme uuid, wanted_division text) returns integer
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    known integer;
begin
    select id into known from log.scope
    where programme is not distinct from wanted_programme and division is not distinct from wanted_division;
    if known is null then
        perform from log.head for update;
        select id into known from log.scope
        where programme is not distinct from wanted_programme and division is not distinct from wanted_division;
    end if;
    if known is null then
        update log.head set scopes = scopes + 1 returning scopes into known;
        insert into log.scope (id, programme, division) values (known, wanted_programme, wanted_division);
    end if;
    return known;
end
$$;

create function log.client_id(wanted text) returns smallint
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    known smallint;
begin
    select id into known from log.client where name = wanted;
    if known is null then
        perform from log.head for update;
        select id into known from log.client where name = wanted;
    end if;
    if known is null then
        update log.head set clients = clients + 1 returning clients into known;
        insert into log.client (id, name) values (known, wanted);
    end if;
    return known;
end
$$;

create function log.frame_id(wanted bytea) returns integer
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    known integer;
begin
    select id into known from log.frame where bytes = wanted;
    if known is null then
        perform from log.head for update;
        select id into known from log.frame where bytes = wanted;
    end if;
    if known is null then
        update log.head set frames = frames + 1 returning frames into known;
        insert into log.frame (id, bytes) values (known, wanted);
    end if;
    return known;
end
$$;

-- One batch of requests in one call. The arrays have one element per event, in the order they are to stand in;
-- e_request numbers the requests 1, 2, 3, ... and never goes back. No two requests of a batch may touch one stream or
-- use one key. Answers the first position given, and per request null or why it alone was refused:
-- CONFLICT (a stream is not where the request expects it), STALE (what its decision looked at has grown), DUPLICATE (the client has used the key),
-- TIME (a recording time was given that this clock does not take).
--
-- What a request's decision looked at: a stream and how many of its events; a type alone and the position up to which all its
-- streams were seen; a key alone, which is an id as it stands in payloads, and the position up to which all that names it was seen.
-- What it claims: a slot and the position up to which nobody else was seen to have entered it.
-- e_now is what the caller knows to be the time: the log's is what both say, and never more than either.
-- e_clashing are requests whose keys keys.add did not take: they are as STALE.
-- The caller answers for growth of streams and types up to e_known; what others appended since is looked at here.
--
-- The settings and the look-ups written as scalar subqueries, which no planner turns into a hash of the whole index, keep
-- each look-up one descent of an index, even when the plan was made while the tables were small.
create function log.append(
    e_request int[], e_stream_type smallint[], e_stream_key bytea[], e_sequence int[], e_event_id uuid[], e_type smallint[],
    e_scope int[], e_day int[], e_client smallint[], e_command_id uuid[],
    e_body_hmac bytea[], e_frame int[], e_parts bytea[], e_payload bytea[],
    e_simulated timestamptz[], e_known bigint,
    r_request int[], r_type smallint[], r_key bytea[], r_far bigint[],
    c_request int[], c_slot smallint[], c_far bigint[],
    e_now timestamptz, e_clashing int[],
    out first_position bigint, out refusals text[],
    out head_position bigint, out head_recorded_at timestamptz, out head_clock text)
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
    set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
    set plan_cache_mode = force_generic_plan
as $$
declare
    events int := cardinality(e_request);
    written int;
    accepted int[];
    times timestamptz[];
    bad record;
    clock_now timestamptz;
    types_known smallint;
    streams_known smallint;
    clients_known smallint;
    scopes_known int;
    frames_known int;
begin
    select position, recorded_at, clock, types, streams, clients, scopes, frames
    into head_position, head_recorded_at, head_clock, types_known, streams_known, clients_known, scopes_known, frames_known
    from log.head for update;
    if head_clock is null then
        raise exception 'the log is not open yet' using errcode = '55000';
    end if;
    clock_now := least(clock_timestamp(), e_now);

    for bad in
        select j.request, j.why
        from (select e_request[e.i] as request,
                     -- a used key says more than the conflict that goes with it
                     case when e_body_hmac[e.i] is not null
                               and (select l.position from log.event l
                                    where l.command_id = e_command_id[e.i] and l.client = e_client[e.i]
                                      and l.body_hmac is not null) is not null then 'DUPLICATE'
                          when e.request_before <> e_request[e.i] then 'SHARED'
                          when octet_length(e_stream_key[e.i]) = 0 then 'NO STREAM'
                          when e_sequence[e.i] <> 1 + coalesce(
                                   e.sequence_before,
                                   (select l.sequence from log.event l
                                    where l.stream_type = e_stream_type[e.i] and l.stream_key = e_stream_key[e.i]
                                    order by l.sequence desc limit 1),
                                   -1) then 'CONFLICT'
                          when e_simulated[e.i] > clock_now
                               or (e_simulated[e.i] is not null and head_clock = 'SYSTEM') then 'TIME'
                     end as why
              from (select i, lag(e_sequence[i]) over same_stream as sequence_before,
                           lag(e_request[i]) over same_stream as request_before
                    from generate_series(1, events) as i
                    window same_stream as (partition by e_stream_type[i], e_stream_key[i] order by i)) e) j
        where j.why is not null
    loop
        if bad.why = 'SHARED' then
            raise exception 'two requests of one batch touch one stream' using errcode = '22023';
        elsif bad.why = 'NO STREAM' then
            raise exception 'a stream is named <Type>-<id>' using errcode = '22023';
        end if;
        if refusals is null then
            refusals := array_fill(null::text, array[e_request[events]]);
        end if;
        if refusals[bad.request] is distinct from 'DUPLICATE' then
            refusals[bad.request] := bad.why;
        end if;
    end loop;

    if head_position > e_known or array_position(r_type, null::smallint) is not null or cardinality(c_request) > 0
        or e_clashing is not null then
        for bad in
            select distinct r_request[r] as request
            from generate_series(1, cardinality(r_request)) as r
            where case when r_type[r] is null then head_position > r_far[r] else head_position > e_known end
              and exists (select from log.event l
                          where l.position > case when r_type[r] is null then r_far[r] else e_known end
                            and case when r_type[r] is null then position(r_key[r] in l.payload) > 0
                                     when r_key[r] is null then l.position > r_far[r] and l.stream_type = r_type[r]
                                     else l.stream_type = r_type[r] and l.stream_key = r_key[r] and l.sequence >= r_far[r] end)
            union
            select c_request[c]
            from generate_series(1, cardinality(c_request)) as c
            where (select k.position from log.claim k where k.slot = c_slot[c]) > c_far[c]
            union
            select unnest(e_clashing)
        loop
            if refusals is null then
                refusals := array_fill(null::text, array[e_request[events]]);
            end if;
            refusals[bad.request] := coalesce(refusals[bad.request], 'STALE');
        end loop;
    end if;

    if refusals is not null then
        accepted := array(select i from generate_series(1, events) as i where refusals[e_request[i]] is null order by i);
        events := cardinality(accepted);
        if events = 0 then
            return;
        end if;
    end if;

    if head_clock = 'SYSTEM' then
        head_recorded_at := greatest(head_recorded_at, clock_now);
    elsif e_simulated is not null then
        for n in 1 .. events loop
            head_recorded_at := greatest(head_recorded_at, e_simulated[coalesce(accepted[n], n)]);
            times[n] := head_recorded_at;
        end loop;
    end if;

    insert into log.event (position, recorded_at, occurred_on, sequence, frame, scope, type, client, event_id, command_id,
                           stream_type, stream_key, body_hmac, parts, payload)
    select head_position + a.n, coalesce(times[a.n], head_recorded_at), date '1970-01-01' + e_day[a.i], e_sequence[a.i],
           e_frame[a.i], e_scope[a.i], e_type[a.i], e_client[a.i], e_event_id[a.i], e_command_id[a.i],
           e_stream_type[a.i], e_stream_key[a.i], e_body_hmac[a.i], e_parts[a.i], e_payload[a.i]
    from (select n, coalesce(accepted[n], n) as i from generate_series(1, events) as n) a
    where e_type[a.i] between 1 and types_known and e_stream_type[a.i] between 1 and streams_known
      and e_client[a.i] between 1 and clients_known and e_scope[a.i] between 1 and scopes_known
      and e_frame[a.i] between 1 and frames_known;
    get diagnostics written = row_count;
    if written <> events then
        raise exception 'unknown type, stream, client, scope or frame in the batch' using errcode = '22023';
    end if;

    first_position := head_position + 1;
    head_position := head_position + events;
    update log.head set position = head_position, recorded_at = head_recorded_at;

    if cardinality(c_request) > 0 then
        -- where the batch ends: no decision has seen less than all of it
        insert into log.claim as k (slot, position)
        select distinct c_slot[c], head_position
        from generate_series(1, cardinality(c_request)) as c
        where refusals is null or refusals[c_request[c]] is null
        order by 1
        on conflict (slot) do update set position = excluded.position;
    end if;
end
$$;

-- After a lost answer: which of these first events of requests are in the log? It waits for the head's lock, so that a
-- transaction still on its way has ended, one way or the other. Null where the event is not there.
create function log.find(e_stream_type smallint[], e_stream_key bytea[], e_sequence int[], e_event_id uuid[], e_body_hmac bytea[]) returns bigint[]
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
    set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
begin
    perform from log.head for update;
    return (select array_agg(l.position order by e.n)
            from unnest(e_stream_type, e_stream_key, e_sequence, e_event_id, e_body_hmac) with ordinality
                     as e (stream_type, stream_key, sequence, event_id, body_hmac, n)
                 left join log.event l on l.stream_type = e.stream_type and l.stream_key = e.stream_key and l.sequence = e.sequence
                     and l.event_id = e.event_id and l.body_hmac = e.body_hmac);
end
$$;

-- The log's own events stand in the stream "log-log" and belong to no command.
create function log.append_own(own_type text, own_event_id uuid, own_payload text, own_time timestamptz, own_clock text)
    returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    stands log.head;
begin
    select * into stands from log.head for update;
    insert into log.event (position, recorded_at, occurred_on, sequence, frame, scope, type, event_id,
                           stream_type, stream_key, parts, payload)
    values (stands.position + 1, own_time, (own_time at time zone 'Asia/Shanghai')::date,
            (select count(*) from log.event
             where stream_type = log.stream_type_id('log') and stream_key = convert_to('log', 'UTF8')),
            log.frame_id(convert_to('{"actor":"system","role":"system","client":"system"}', 'UTF8')), log.scope_id(null, null),
            log.type_id(own_type, 1::smallint), own_event_id,
            log.stream_type_id('log'), convert_to('log', 'UTF8'), '', convert_to(own_payload, 'UTF8'));
    update log.head set position = position + 1, recorded_at = own_time, clock = own_clock;
end
$$;

-- Position 1, once for ever. Answers the clock in force, which is another than asked for where the log stood already.
create function log.open(wanted text, starts_at timestamptz) returns text
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    stands log.head;
begin
    select * into stands from log.head for update;
    if stands.clock is not null then
        return stands.clock;
    end if;
    if wanted = 'SIMULATED' and (starts_at is null or starts_at > clock_timestamp()) then
        raise exception 'a simulated clock starts in the past' using errcode = '22023';
    end if;
    perform log.append_own('log.Opened', 'ed0c8a7c-4d31-5c0b-9f5a-6b1f6b5f0001', format('{"clock":"%s"}', wanted),
                           case wanted when 'SIMULATED' then starts_at else clock_timestamp() end, wanted);
    insert into log.installation default values;
    return wanted;
end
$$;

-- From here on the log's clock is the system's, for ever. False if it was already.
create function log.end_simulation() returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    stands log.head;
begin
    select * into stands from log.head for update;
    if stands.clock is null then
        raise exception 'the log is not open yet' using errcode = '55000';
    end if;
    if stands.clock = 'SYSTEM' then
        return false;
    end if;
    perform log.append_own('log.SimulationEnded', 'ed0c8a7c-4d31-5c0b-9f5a-6b1f6b5f0002', '{}',
                           greatest(stands.recorded_at, clock_timestamp()), 'SYSTEM');
    return true;
end
$$;

-- The log's time had run ahead by a wrong clock: from here on it is the system's again. False if it does not lie ahead.
create function log.settle_clock() returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    stands log.head;
    right_time timestamptz;
begin
    select * into stands from log.head for update;
    right_time := clock_timestamp();
    if stands.clock is distinct from 'SYSTEM' or stands.recorded_at <= right_time then
        return false;
    end if;
    insert into log.settlement (position, recorded_at) values (stands.position + 1, right_time);
    perform log.append_own('log.ClockSettled', gen_random_uuid(), '{}', right_time, 'SYSTEM');
    return true;
end
$$;

create function log.witness_clock(now_life text, now_count bigint, now_at timestamptz) returns void
    language sql security definer set search_path = pg_catalog, pg_temp as $$
    insert into log.clock_witness as w (life, count, at) values (now_life, now_count, now_at)
    on conflict (one) do update set life = excluded.life, count = excluded.count, at = excluded.at
$$;

-- The largest position recorded not after the instant, 0 if there is none. Positions are dense and recording times never
-- fall but where they were settled, so a binary search over the primary key needs no index of its own.
create function log.position_at(instant timestamptz) returns bigint
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
    low bigint := 0;
    high bigint;
    middle bigint;
begin
    select position into high from log.head;
    while low < high loop
        middle := (low + high + 1) / 2;
        if (select least(e.recorded_at, (select min(s.recorded_at) from log.settlement s where s.position >= middle))
            from log.event e where e.position = middle) <= instant then
            low := middle;
        else
            high := middle - 1;
        end if;
    end loop;
    return low;
end
$$;

-- Names of the next block, by whoever comes first: false where another has written it, or where it is not this one's turn.
create function log.name_block(wanted int, holds int[]) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if (select position from log.head) < (wanted + 1) * 256::bigint then
        raise exception 'block % is not full yet', wanted using errcode = '22023';
    end if;
    if wanted <> coalesce((select max(block) + 1 from log.names), 0) then
        return false;
    end if;
    insert into log.names (block, names) values (wanted, holds) on conflict do nothing;
    return found;
end
$$;

-- Positions, in order, after one position, of events of other streams than this one whose payload holds one of the names. `forms` are
-- the names as they stand in payloads, `hashes` as log.names holds them.
create function log.naming(forms bytea[], hashes int[], after bigint, own_type smallint, own_key bytea, wanted int)
    returns setof bigint language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
    named bigint := (select coalesce(max(block) + 1, 0) * 256::bigint from log.names);
    part record;
    told int := 0;
    more int;
begin
    for part in
        select b.block * 256::bigint as first, (b.block + 1) * 256::bigint as last
        from log.names b
        where b.names && hashes and b.block >= after / 256
        order by b.block
    loop
        return query
            select l.position from log.event l
            where l.position > greatest(after, part.first) and l.position <= part.last
              and (l.stream_type, l.stream_key) is distinct from (own_type, own_key)
              and exists (select from unnest(forms) as f (form) where position(f.form in l.payload) > 0)
            order by l.position;
        get diagnostics more = row_count;
        told := told + more;
        if told >= wanted then
            return;
        end if;
    end loop;
    return query
        select l.position from log.event l
        where l.position > greatest(after, named)
          and (l.stream_type, l.stream_key) is distinct from (own_type, own_key)
          and exists (select from unnest(forms) as f (form) where position(f.form in l.payload) > 0)
        order by l.position limit wanted;
end
$$;

-- For whoever reads the log by hand.

create function log.stream_id(key bytea) returns text language sql immutable set search_path = pg_catalog, pg_temp as $$
    select case when length(key) = 16 then encode(key, 'hex')::uuid::text
                when length(key) = 17 and get_byte(key, 16) = 0 then convert_from(substr(key, 1, 16), 'UTF8')
                else convert_from(key, 'UTF8') end
$$;

create function log.json_of(payload bytea) returns text
    language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
declare
    json text := '';
    rest bytea := payload;
    hole int;
begin
    loop
        hole := position('\x01'::bytea in rest);
        if hole = 0 then
            return json || convert_from(rest, 'UTF8');
        end if;
        json := json || convert_from(substr(rest, 1, hole - 1), 'UTF8')
                || '"' || encode(substr(rest, hole + 1, 16), 'hex')::uuid || '"';
        rest := substr(rest, hole + 17);
    end loop;
end
$$;

create view log.readable as
select e.position, e.recorded_at, e.occurred_on, s.name || '-' || log.stream_id(e.stream_key) as stream, e.sequence, e.event_id,
       t.name as type, t.revision, o.programme, o.division, c.name as client, e.command_id, log.json_of(e.payload) as payload
from log.event e
     join log.stream_type s on s.id = e.stream_type
     join log.event_type t on t.id = e.type
     join log.scope o on o.id = e.scope
     left join log.client c on c.id = e.client;

-- Who may what.

grant usage on schema log to minqing_command, minqing_query, minqing_upkeep;
grant select on log.event, log.event_type, log.stream_type, log.client, log.scope, log.frame, log.head, log.installation, log.names,
    log.settlement, log.clock_witness, log.command, log.readable to minqing_command, minqing_query, minqing_upkeep;
revoke execute on all functions in schema log from public;
grant execute on function log.position_at(timestamptz), log.naming(bytea[], int[], bigint, smallint, bytea, int),
    log.stream_id(bytea), log.json_of(bytea) to minqing_command, minqing_query, minqing_upkeep;
grant execute on function log.open(text, timestamptz), log.end_simulation(), log.type_id(text, smallint), log.stream_type_id(text),
    log.client_id(text), log.scope_id(uuid, text), log.frame_id(bytea), log.name_block(int, int[]),
    log.find(smallint[], bytea[], int[], uuid[], bytea[]),
    log.append(int[], smallint[], bytea[], int[], uuid[], smallint[], int[], int[], smallint[], uuid[], bytea[],
               int[], bytea[], bytea[], timestamptz[], bigint, int[], smallint[], bytea[], bigint[], int[], smallint[], bigint[],
               timestamptz, int[]),
    log.witness_clock(text, bigint, timestamptz)
    to minqing_command;
