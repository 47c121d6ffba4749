-- The facts of a year in a prefecture, as the views give them, in the order of the log: 4.8 for each visit. Voids come last.
-- 1,200 villages in 9 counties, each of one of 400 organisations, with 5 cadres and 50 households.
create function uuid_of(text) returns uuid language sql immutable as 'select md5($1)::uuid';

create table household as
select h, uuid_of('h' || h) as household, uuid_of('o' || h % 400) as organisation,
       uuid_of('c' || h % 1200 || '-' || h / 1200 % 5) as cadre, uuid_of('c' || h % 1200 || '-' || (h / 1200 + 1) % 5) as second,
       '5303' || lpad((h % 9 + 1)::text, 2, '0') || lpad((h % 1200)::text, 6, '0') as division
from generate_series(0, 59999) as h;

insert into read.fact values (1, 0, 'LAUNCH', '2011-12-26', uuid_of('p'), '5303', uuid_of('o0'), null, null, null, null,
                              uuid_of('p')::text, 1, 'date', 'EXACT');

-- a cadre enrolled, a household linked, a card delivered
insert into read.fact
select 2 + h, ordinal, measure, date '2012-01-01' + h % 60, uuid_of('p'), division, organisation, cadre,
       case when measure <> 'M04' then household end, null, null, uuid_of(measure || h)::text, 1, unit, 'EXACT'
from household, (values (0, 'M05', 'households'), (1, 'M26', 'cards'), (2, 'M04', 'cadres')) as f (ordinal, measure, unit)
where measure <> 'M04' or h < 6000
order by h, ordinal;

-- a third of the visits by two cadres, two thirds with a diary entry, a fifth with an opinion, a twelfth with a gift; one in a
-- hundred is voided
insert into read.fact
select case when voided then 100000 + visits + v else 100000 + v end, ordinal, measure, date '2012-01-01' + (v * 366::bigint / visits)::int,
       uuid_of('p'), division, organisation, case ordinal when 3 then second else cadre end, household, 'T' || 1 + v % 7, kind,
       uuid_of('v' || v)::text, case measure when 'M22' then 50 + v % 1000 else 1 end * case when voided then -1 else 1 end, unit, 'EXACT'
from (select current_setting('benchmark.visits')::int as visits) as s,
     generate_series(0, visits - 1) as v
     join household on h = v * 7919::bigint % 60000,
     (values (0, 'M20', 'DISPERSED', 'households', 1, 1), (1, 'M20b', 'DISPERSED', 'household-visits', 1, 1),
             (2, 'M20C', 'DISPERSED', 'visits', 1, 1), (3, 'M20C', 'DISPERSED', 'visits', 3, 1), (4, 'M27', null, 'cadres', 3, 2),
             (5, 'M21', 'OPINION', 'items', 5, 1), (6, 'M22', 'MONEY', 'CNY', 12, 1))
         as f (ordinal, measure, kind, unit, every, hits),
     (values (false), (true)) as w (voided)
where v % every < hits and (not voided or v % 100 = 0)
order by 1, 2;
