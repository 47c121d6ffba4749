-- What is to be done, kept as it changes: rectangles valid x known, as the register's. (Names are not qualified: see V2.)
create table task (
    -- what it is about
    type         text      not null,
    id           text      not null,
    name         text      not null,
    -- of which month, else empty
    month        text      not null,
    valid        daterange not null,
    known        int8range not null,
    -- due_on, name and id: the order of lists
    place        text collate "C" not null,
    told_from    date,
    due_on       date      not null,
    until        date,
    -- the same of every month after, each a month later
    monthly      boolean   not null,
    -- the organisation whose entity it follows from
    kept_by      uuid,
    programme    uuid,
    division     text collate "C",
    organisation uuid,
    cadres       uuid[]    not null,
    household    uuid,
    kinds        text[]    not null,
    last         boolean   generated always as (upper_inf(valid) and upper_inf(known)) stored
);
create unique index task_open on task (id, type, name, month, lower(valid)) where upper_inf(known);
-- What is to be done now: by due day; by place; what will be too late some day; what comes every month.
create index task_place on task (place) include (division, programme, kept_by, valid) where last and until is null and not monthly;
create index task_division on task (division, place) where last and until is null and not monthly;
create index task_until on task (until) where last and until is not null and not monthly;
create index task_monthly on task (division) where last and monthly;
-- What was to be done once, or was known to be.
create index task_stood on task using gist (valid) where not last and upper_inf(known);
create index task_known on task using gist (valid, known) where not upper_inf(known);
create index task_cadres on task using gin (cadres) where last;
-- Of whole rosters: who links more households than allowed.
create index task_enrolment on task (division) where type = 'Enrolment';
create index task_household on task (household) where household is not null;

-- When a household was seen last, and whether in a time.
create index fact_household on fact (household, measure, valid_on) where household is not null;
