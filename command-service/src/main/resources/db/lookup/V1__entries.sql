-- By what streams are found without reading them all. All of it follows from the log: whoever looks something up first takes in what
-- came since the checkpoint. More may stand here than holds, since nothing is taken away; less never does up to the checkpoint.

create table entry (
    index text   collate "C" not null,
    -- the first eight bytes of the SHA-256 of what is looked up, which is not kept
    key   bigint not null,
    id    text   collate "C" not null,
    primary key (index, key, id)
);

create table checkpoint (
    index    text   collate "C" primary key,
    position bigint not null check (position >= 0)
);

grant usage on schema lookup to minqing_command;
grant select, insert on entry to minqing_command;
grant select, insert, update on checkpoint to minqing_command;
