package org.minqing.query.division;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.minqing.query.platform.source.Gazetteer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DivisionGazetteer implements Gazetteer {
    private final JdbcClient jdbc;

    DivisionGazetteer(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> find(String codeOrId, LocalDate asOf) {
        return jdbc.sql("""
                select id from (
                    select id, case when voided then 4 when not upper_inf(known) then 3
                                    when valid @> :asOf::date then 0 else 2 end as rank,
                           abs(lower(valid) - :asOf::date) as away
                    from read.register where type = 'Division' and state ->> 'code' = :code
                    union all
                    select id, case when voided or not upper_inf(known) then 3 else 1 end, 0
                    from read.register where type = 'Division' and id = :code) as candidates
                order by rank, away, id limit 1
                """)
                .param("asOf", asOf)
                .param("code", codeOrId)
                .query(String.class)
                .optional();
    }

    @Override
    public boolean above(String divisionId) {
        return jdbc.sql("""
                select exists (select from read.register where type = 'Division' and id like :id || '%')
                       or not exists (select from read.register where type = 'Division')
                """).param("id", divisionId).query(Boolean.class).single();
    }

    @Override
    public Map<String, Place> places(Collection<String> divisionIds, LocalDate asOf, long knownAt) {
        if (divisionIds.isEmpty()) {
            return Map.of();
        }
        Map<String, Place> places = new LinkedHashMap<>();
        jdbc.sql("""
                select distinct on (id) id as division_id, state ->> 'code' as code, state ->> 'name' as name from read.register
                where type = 'Division' and id = any (:ids)
                order by id, (known @> :knownAt::int8 and valid @> :asOf::date) desc, known @> :knownAt::int8 desc,
                         case when known @> :knownAt::int8 then lower(valid) end, lower(known), lower(valid)
                """)
                .param("ids", divisionIds.toArray(String[]::new))
                .param("asOf", asOf)
                .param("knownAt", knownAt)
                .query(Place.class)
                .list()
                .forEach(place -> places.put(place.divisionId(), place));
        return places;
    }
}
