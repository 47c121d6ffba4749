-- The facts of ten years in a prefecture of 120 villages, as the views give them, in the order in which they were recorded: 85 of 100
-- visits within 7 days, 10 within 90, 4 up to two years late; 3 of 100 are voided or corrected later. 48,000 households, 1,200 cadres.
create function uuid_of(text) returns uuid language sql immutable as 'select md5($1)::uuid';

create table village as
select v, '5303' || lpad((v / 20 + 1)::text, 2, '0') || lpad((v / 5 % 4 + 1)::text, 3, '0') || lpad((v % 5 + 1)::text, 3, '0') as division
from generate_series(0, 119) v;

do 'begin perform setseed(0.42); end';

create unlogged table visit as
select e, valid_on, valid_on + delay as recorded_on, h, vil, (h % 120) * 10 + (h / 120) % 10 as c,
       (h % 120) * 10 + (h / 120 + 1 + (b * 3)::int) % 10 as c2, r1, r2, r3, r4, amended
from (select e, b, date '2012-01-01' + (e * 3652::bigint / current_setting('benchmark.visits')::int)::int as valid_on,
             case when a < 0.85 then (b * 7)::int when a < 0.95 then 7 + (b * 83)::int when a < 0.99 then 90 + (b * 640)::int else 0 end as delay,
             h, case when m < 0.02 then (h + 1 + (b * 5)::int) % 120 else h % 120 end as vil, r1, r2, r3, r4,
             case when x < 0.03 then 1 + (y * 200)::int end as amended
      from (select e, random() a, random() b, (random() * 47999)::int h, random() m, random() r1, random() r2, random() r3, random() r4,
                   random() x, random() y
            from generate_series(0, current_setting('benchmark.visits')::int - 1) e) q) q2;

-- way 0 the visit, 1 a void, 2 a correction
create unlogged table entry as
select row_number() over (order by day, way, e) + 1000 as position, e, way
from (select e, recorded_on as day, 0 as way from visit
      union all select e, recorded_on + amended, 1 + e % 2 from visit where amended is not null) q;

insert into read.fact values (1, 0, 'LAUNCH', '2012-01-01', uuid_of('p'), '5303', null, null, null, null, null, uuid_of('p')::text, 1, 'date', 'EXACT');

insert into read.fact
select 2 + h % 900, h * 3 + o, measure, date '2012-01-01' + h % 20, uuid_of('p'), division, uuid_of('o' || h % 40),
       uuid_of('c' || (h % 120) * 10 + (h / 120) % 10), case when measure <> 'M04' then uuid_of('h' || h) end, null, null,
       uuid_of(measure || h)::text, 1, unit, 'EXACT',
       case measure when 'M05' then uuid_of('h' || h)::text when 'M04' then uuid_of('c' || (h % 120) * 10 + (h / 120) % 10)::text end
from generate_series(0, 47999) h
     join village on v = h % 120, (values (0, 'M05', 'households'), (1, 'M26', 'cards'), (2, 'M04', 'cadres')) f (o, measure, unit)
where measure <> 'M04' or h < 1200;

-- a third of the visits by two cadres, two thirds with a diary entry, a fifth with an opinion, a twelfth with a gift, one in seven with
-- something of one of thirty other measures
insert into read.fact
select *, case when measure = 'M20' then household::text when measure in ('M27', 'M14', 'M16', 'M16C') then cadre::text
               when measure in ('M08', 'M30') then kind when measure in ('M06', 'M15', 'M35') then division
               when measure in ('M12', 'M12P', 'M13', 'M28', 'M28a', 'M28b', 'M28c', 'M28d') then subject end
from (select position, (row_number() over (partition by position order by sign, o))::int - 1, measure,
             valid_on + case when way = 2 and sign = 1 and r1 < 0.5 then 1 else 0 end, uuid_of('p'), division, uuid_of('o' || h % 40),
             case when o = 3 then uuid_of('c' || c2) else uuid_of('c' || c) end as cadre, uuid_of('h' || h) as household, null, kind,
             uuid_of('s' || e)::text as subject,
             case when money then (50 + (r2 * 1000)::int) * case when way = 2 and sign = 1 then 1.1 else 1 end else 1 end * sign, unit,
             case when r3 < 0.02 and o not in (1, 2, 3) then 'APPROX' when r3 < 0.03 and o = 0 then 'AT_LEAST' else 'EXACT' end
      from (select position, way, sign, visit.*, division, 1 + floor(r2 * 10)::int * 3 + e % 3 as other
            from entry join visit using (e) join village on v = vil cross join (values (1), (-1)) s (sign)
            where (way = 0 and sign = 1) or (way = 1 and sign = -1) or way = 2) q
      cross join lateral (
            select 0 o, 'M20' measure, 'DISPERSED' kind, 'households' unit, false money
            union all select 1, 'M20b', 'DISPERSED', 'household-visits', false
            union all select 2, 'M20C', 'DISPERSED', 'visits', false
            union all select 3, 'M20C', 'DISPERSED', 'visits', false where r4 < 0.333
            union all select 4, 'M27', null, 'cadres', false where r2 < 0.667
            union all select 5, 'M21', 'OPINION', 'items', false where r1 < 0.2
            union all select 6, 'M22', case when r3 < 0.7 then 'MONEY' else 'KIND' end, case when r3 < 0.95 then 'CNY' else 'kg' end, true
                      where r1 > 0.917
            union all select 21, (array['M08','M09','M10','M11','M12','M12P','M13','M18','M19','M23','M24','M25','M28','M28a','M28b',
                                        'M28c','M28d','M29','M30','M31','M32','M33','M34','M06','M14','M15','M16','M16C','M17','M35'])[other],
                          case when other between 13 and 17 then case when r4 < 0.5 then 'OWED' else 'DONE' end
                               when other = 1 then vil || '-' || (r4 * 40)::int when other = 19 then (2012 + e % 10)::text else 'x' end,
                          (array['m','CNY','items','persons'])[1 + other % 4], e % 2 = 1 where r3 > 0.85) f) facts;

drop table visit, entry;
grant select on village to public;
