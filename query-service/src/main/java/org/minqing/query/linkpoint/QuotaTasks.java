package org.minqing.query.linkpoint;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.minqing.query.platform.register.Filter;
import org.minqing.query.platform.register.Item;
import org.minqing.query.platform.register.RegisterReader;
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
                select e.id, e.programme, e.division, e.organisation, e.cadres[1], greatest(lower(c.valid), lower(p.valid))
                from read.register e
                join read.register c on c.type = 'Cadre' and c.id = e.cadres[1]::text
                  and c.valid @> :asOf::date and c.known @> :knownAt::int8
                join read.register p on p.type = 'Programme' and p.id = e.programme::text
                  and p.valid @> :asOf::date and p.known @> :knownAt::int8
                cross join jsonb_array_elements(p.state -> 'quotas') as q
                where e.type = 'Enrolment' and e.id = any (:ids) and e.valid @> :asOf::date and e.known @> :knownAt::int8
                  and q -> 'rankCodes' @> (c.state -> 'rankCode')
                  and (q ->> 'households')::int < (
                      select count(*) from read.register l
                      where l.type = 'Link' and l.status = 'ACTIVE' and not l.voided and l.cadres @> e.cadres
                        and l.state ->> 'linkPointId' = e.state ->> 'linkPointId'
                        and l.valid @> :asOf::date and l.known @> :knownAt::int8)
                order by e.first_position, e.id
                """)
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
