-- A list by status goes over a whole province's entities otherwise. (Names are not qualified: see V2.)
create index register_status on register (type, last, status, first_position) where status is not null;
