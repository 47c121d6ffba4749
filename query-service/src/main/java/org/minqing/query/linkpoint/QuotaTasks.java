package org.minqing.query.linkpoint;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.minqing.query.platform.register.Filter;
import org.minqing.query.platform.register.Item;
import org.minqing.query.platform.register.RegisterReader;
import org.minqing.query.platform.register.RosterOfDay;
import org.minqing.query.platform.register.TaskSource;
import org.minqing.query.platform.view.Dimensions;
import org.minqing.query.platform.view.Subject;
import org.minqing.query.platform.view.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who links more households than the quota allows since a rank or the quota changed: the roster is to be looked over. */
@Component
class QuotaTasks implements TaskSource {
    private static final int DAYS_TO_REVIEW = 30;

    private final RegisterReader register;
    private final JdbcClient jdbc;

    QuotaTasks(RegisterReader register, JdbcClient jdbc) {
        this.register = register;
        this.jdbc = jdbc;
    }

    @Override
    public Stream<Task> tasks(Sight sight) {
        Filter enrolled = sight.of("Enrolment", "ENROLLED");
        return register.pages(enrolled).flatMap(page -> above(enrolled, page).stream());
    }

    private List<Task> above(Filter enrolled, List<Item> page) {
        return jdbc.sql("""
                with %s
                select r.id, r.programme, r.division, r.organisation, r.cadre, greatest(r.rank_since, r.quota_since)
                from roster r
                where r.id = any (:ids) and r.quota < (
                    select count(*) from read.register l
                    where l.type = 'Link' and l.status = 'ACTIVE' and not l.voided and l.cadres @> array[r.cadre]
                      and l.state ->> 'linkPointId' = r.link_point
                      and l.valid @> :asOf::date and l.known @> :knownAt::int8)
                order by r.first_position, r.id
                """.formatted(RosterOfDay.sql("asOf")))
                .param("knownAt", enrolled.knownAt())
                .param("asOf", enrolled.asOf())
                .param("ids", page.stream().map(Item::id).toArray(String[]::new))
                .query((row, n) -> new Task(
                        "review-quota",
                        new Subject("Enrolment", row.getString(1)),
                        row.getObject(6, LocalDate.class).plusDays(DAYS_TO_REVIEW),
                        new Dimensions(
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getObject(4, UUID.class),
                                List.of(row.getObject(5, UUID.class)),
                                null,
                                null,
                                List.of())))
                .list();
    }
}
