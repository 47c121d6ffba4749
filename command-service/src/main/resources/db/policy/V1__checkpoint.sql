-- How far policies have answered the log. Whoever owns the row answers; a claim not renewed in time is another's to take.

create table checkpoint (
    processor  text   not null,
    segment    int    not null,
    position   bigint not null check (position >= 0),
    owner      text,
    claimed_at timestamptz,
    primary key (processor, segment)
);

-- Policies answer what happens after they came into the house.
insert into checkpoint (processor, segment, position)
    select 'policies', 0, coalesce(max(position), 0) from log.head;

grant usage on schema policy to minqing_command;
grant select, update on checkpoint to minqing_command;
