-- What a rebuild never touches. (Names are not qualified: see V2.)

-- All of the schema, and what a rebuild makes beside it, belongs to the role of the upkeep; those who ask may read.
alter default privileges grant select on tables to minqing_query;
alter default privileges revoke execute on functions from public;
grant usage on schema read to minqing_query;

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

insert into checkpoint (processor, segment, position) values ('read', 0, 0);
