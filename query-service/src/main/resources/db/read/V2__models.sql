-- The read models: everything here is computed from the log, and a rebuild makes it anew in a schema beside this one and then
-- switches. That is why no name is qualified. A migration of theirs is called ..__models...sql, and a rebuild runs them all.

-- The head of each event; the payload stays in the log.
create table event (
    position     bigint      primary key,
    event_id     uuid        not null unique,
    stream       text collate "C" not null,
    type         text        not null,
    programme    uuid,
    division     text collate "C",
    organisation uuid,
    occurred_on  date        not null,
    recorded_at  timestamptz not null,
    actor        text,
    role         text,
    actor_organisation text,
    client       text,
    authority    text,
    command_id   uuid,
    -- the event it voids or corrects
    voids        uuid,
    corrects     uuid
);
create index event_actor on event (actor, position);
create index event_command on event (command_id);
create index event_division on event (division, position);
create index event_type on event (type, position);
create index event_voids on event (voids) where voids is not null;
create index event_corrects on event (corrects) where corrects is not null;
create index event_recorded on event (recorded_at, position);

-- Every entity's state on every day as known at every position: rectangles valid x known.
create table register (
    type           text      not null,
    id             text      not null,
    valid          daterange not null,
    known          int8range not null,
    -- position of the entity's first event: the order of lists
    first_position bigint    not null,
    voided         boolean   not null,
    state          jsonb     not null,
    label          jsonb,
    programme      uuid,
    division       text collate "C",
    organisation   uuid,
    cadres         uuid[]    not null,
    household      uuid,
    status         text,
    kinds          text[]    not null,
    -- whether it is the entity's last state as it is known now: of each entity one is, however long its story
    last         boolean   generated always as (upper_inf(valid) and upper_inf(known)) stored
);
-- No two rectangles of an entity overlap; a constraint that says so would cost more than all the rest of writing one.
-- Here and below, where all columns are asked for by one value, that one comes first which has most of them: a sort that finds
-- the first column equal takes three times as long, and making these again is half of a rebuild.
create unique index register_open on register (id, type, lower(valid)) where upper_inf(known);
-- All that an entity ever was: some dozens of rectangles (but a fund).
create index register_entity on register (id, last);
create index register_order on register (type, last, first_position, id);
create index register_division on register (type, last, division, first_position);
-- What stood until a day, and what was known until a position: a question about now finds nothing here.
create index register_until on register (type, upper(valid)) where not last and upper_inf(known);
create index register_known on register (type, upper(known)) where not upper_inf(known);
-- A fund is another with each donation, and with one that is told late so on each day after: its story is too long to be read.
create index register_fund on register using gist (valid, known) where type = 'Fund' and not last;
create index register_organisation on register (organisation, type) where organisation is not null;
create index register_household on register (household, type) where household is not null;
create index register_cadres on register using gin (cadres);
create index register_code on register ((state ->> 'code')) where type = 'Division';

-- Signed contributions to the measures; nothing here is ever changed.
create table fact (
    position     bigint   not null,
    ordinal      int      not null,
    measure      text collate "C" not null,
    valid_on     date     not null,
    programme    uuid,
    division     text collate "C",
    organisation uuid,
    cadre        uuid,
    household    uuid,
    task         text,
    kind         text,
    subject      text     not null,
    quantity     numeric  not null,
    unit         text collate "C" not null,
    qualifier    text collate "C" not null check (qualifier in ('EXACT', 'AT_LEAST', 'APPROX')),
    -- what is counted, where the measure counts by key
    key          text collate "C",
    primary key (position, ordinal)
);
create index fact_measure on fact (measure, division, valid_on);
-- A page of the evidence of a measure, in the order of the log. Each measure grows at its end alone.
create index fact_order on fact (measure, position);
-- Where a programme works: without the day its many equal keys are kept once each.
create index fact_programme on fact (programme, division);
create index fact_subject on fact (subject, measure);
create index fact_place on fact (division, position);
create index fact_key on fact (key, measure, valid_on) where key is not null;
create index fact_organisation on fact (organisation, measure, valid_on);

-- Signed changes of what is counted by key, each at the position that made it: quantity more from valid_on on. See ADR 41.
create table stock (
    position     bigint   not null,
    measure      text collate "C" not null,
    key          text collate "C" not null,
    -- divisionId, there and at the places above it whose divisionId has top digits or more
    place        text collate "C" not null,
    top          smallint not null,
    -- all zeros: of no programme, so of every one; all ones: only where all programmes are asked together
    programme    uuid     not null,
    -- first day of the year or second half that is counted; -infinity: no days of its own
    anchor       date     not null,
    -- OWED or DONE of a ratio, REPORTS, else empty
    part         text collate "C" not null,
    qualifier    text collate "C" not null,
    valid_on     date     not null,
    quantity     numeric  not null
);
-- what a block rolls up
create index stock_position on stock (position);
create index stock_place on stock (place, position);
create index stock_key on stock (key, measure, anchor);

-- What a closed block of positions comes to: block b of shift s holds positions b << s to (b + 1) << s - 1. Never changed.
create table roll (
    shift        smallint not null,
    block        int      not null,
    place        text collate "C" not null,
    anchor       date     not null,
    measure      text collate "C" not null,
    part         text collate "C" not null,
    unit         text collate "C" not null,
    qualifier    text collate "C" not null,
    programme    uuid     not null,
    -- in order, and what stands on each, all days before it included
    days         date[]   not null,
    sums         numeric[] not null,
    primary key (shift, block, place, anchor, measure, part, unit, qualifier, programme)
);

-- One row per event and subject touched.
create table audit_entry (
    subject_id   text    not null,
    subject_type text    not null,
    position     bigint  not null,
    occurred_on  date    not null,
    primary key (subject_id, subject_type, position)
);
create index audit_entry_position on audit_entry (position);
create index audit_entry_order on audit_entry (subject_id, subject_type, occurred_on, position);
