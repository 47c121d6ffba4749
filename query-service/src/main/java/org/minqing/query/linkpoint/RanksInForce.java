package org.minqing.query.linkpoint;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.register.RosterOfDay;
import org.minqing.query.platform.source.FieldsInForce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of an enrolment and of a link the rank, band and quota of the day asked for, and of a link the group its household lives in. */
@Component
class RanksInForce implements FieldsInForce {
    private static final Set<String> PLACES = Set.of("Enrolment", "Link");

    private final JdbcClient jdbc;

    RanksInForce(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Map<String, @Nullable Object>> of(String type, List<String> ids, LocalDate asOf, long knownAt) {
        if (!PLACES.contains(type)) {
            return Map.of();
        }
        Map<String, Map<String, @Nullable Object>> found = new HashMap<>();
        jdbc.sql("""
                with %s
                select r.id, r.rank, r.band, r.quota, (h.state ->> 'group')::int
                from roster r
                left join read.register h on h.type = 'Household' and h.id = r.household::text and not h.voided
                    and h.valid @> :asOf::date and h.known @> :knownAt::int8
                where r.type = :type and r.id = any (:ids)
                """.formatted(RosterOfDay.everPlaced("asOf")))
                .param("asOf", asOf)
                .param("knownAt", knownAt)
                .param("type", type)
                .param("ids", ids.toArray(String[]::new))
                .query(row -> {
                    Map<String, @Nullable Object> fields = new HashMap<>();
                    fields.put("rankCode", row.getString(2));
                    fields.put("band", row.getString(3));
                    fields.put("quota", row.getObject(4, Integer.class));
                    Integer group = row.getObject(5, Integer.class);
                    if (group != null) {
                        fields.put("group", group);
                    }
                    found.put(row.getString(1), fields);
                });
        return found;
    }
}
