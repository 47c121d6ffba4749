-- What data quality asks for: of each rule that one state or event decides alone, the few rows it means; of the others, where they
-- look beside. The conditions are those of the rules. (Names are not qualified: see V2.)
create index fact_cadre on fact (cadre, measure, valid_on) where cadre is not null;
create index event_late on event (occurred_on)
    where (recorded_at at time zone 'Asia/Shanghai')::date > occurred_on + 90;
create index register_bare_visit on register (division, first_position)
    where type = 'Visit' and state ->> 'findings' is null and jsonb_array_length(state -> 'diary') = 0;
create index register_crowded_visit on register (division)
    where type = 'Visit' and (state ->> 'personsMet')::int > 50;
create index register_crowded_household on register (id)
    where type = 'Household' and jsonb_array_length(state -> 'members') >= 15;
create index register_large_donation on register (division)
    where type = 'FundEntry' and kinds @> array['DONATION'] and (state -> 'money' ->> 'amount')::numeric > 100000;
create index register_donor on register ((state -> 'donor' ->> 'id'))
    where type = 'FundEntry' and kinds @> array['DONATION'];
create index register_in_kind on register (division) where type = 'FundEntry' and kinds @> array['IN_KIND'];
create index register_siteless on register (division)
    where type = 'Project' and trim(coalesce(state ->> 'site', '')) = '';
-- Who and what belongs to a link point.
-- (A fund's state is long, and would have to be opened to see that it has none.)
create index register_link_point on register ((state ->> 'linkPointId'), type)
    where type <> 'Fund' and state ->> 'linkPointId' is not null;
-- Where else a cadre is enrolled; only the rosters stand in it.
create index register_enrolled on register ((cadres[1])) where type = 'Enrolment';
