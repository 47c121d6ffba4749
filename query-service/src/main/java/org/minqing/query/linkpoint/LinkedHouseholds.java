package org.minqing.query.linkpoint;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.minqing.query.platform.source.OwnHouseholds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A cadre's own households: those of its links in force on the day. */
@Component
class LinkedHouseholds implements OwnHouseholds {
    private final JdbcClient jdbc;

    LinkedHouseholds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<UUID> of(UUID cadre, LocalDate asOf, long knownAt) {
        return jdbc.sql("""
                select distinct household from read.register
                where type = 'Link' and status = 'ACTIVE' and not voided and cadres @> array[?]::uuid[]
                  and valid @> ?::date and known @> ?::int8
                """).params(cadre, asOf, knownAt).query(UUID.class).list();
    }
}
