package org.minqing.query.inspection;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The households admitted at the link points of a place: on a day, as known at a position. */
@Component
class Frame {
    private final JdbcClient jdbc;

    Frame(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Their ids in order, of link points of one organisation or of all, none twice, no more than so many. */
    List<UUID> households(
            String division,
            @Nullable UUID programme,
            @Nullable UUID organisation,
            LocalDate asOf,
            long knownAt,
            int most) {
        return jdbc.sql("""
                select distinct household from read.register
                where type = 'Admission' and status = 'ADMITTED' and not voided
                  and division between :division and :division || '~'
                  and (:programme::uuid is null or programme = :programme::uuid)
                  and (:organisation::uuid is null or organisation = :organisation::uuid)
                  and valid @> :asOf::date and known @> :knownAt::int8
                order by household limit :most
                """)
                .param("division", division)
                .param("programme", programme)
                .param("organisation", organisation)
                .param("asOf", asOf)
                .param("knownAt", knownAt)
                .param("most", most)
                .query(UUID.class)
                .list();
    }
}
