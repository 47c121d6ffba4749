package org.minqing.query.linkpoint;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.register.Filter;
import org.minqing.query.platform.register.Item;
import org.minqing.query.platform.register.RegisterReader;
import org.minqing.query.platform.register.TaskSource;
import org.minqing.query.platform.view.Dimensions;
import org.minqing.query.platform.view.Subject;
import org.minqing.query.platform.view.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a link asks of somebody: a visit, or another cadre for the household of one who has left. */
@Component
class LinkTasks implements TaskSource {
    /** A household is seen once a quarter; who is due is told a month before. */
    private static final int DAYS_UNSEEN = 90;

    private static final int DAYS_BEFORE = 30;
    private static final int DAYS_TO_HAND_OVER = 30;

    private final RegisterReader register;
    private final JdbcClient jdbc;

    LinkTasks(RegisterReader register, JdbcClient jdbc) {
        this.register = register;
        this.jdbc = jdbc;
    }

    /**
     * A link in force.
     *
     * @param seen the last visit up to the day
     * @param left since when its cadre no longer serves the organisation that links
     */
    private record Kept(
            String id,
            @Nullable UUID programme,
            @Nullable String division,
            @Nullable UUID organisation,
            UUID cadre,
            UUID household,
            LocalDate since,
            @Nullable LocalDate seen,
            @Nullable LocalDate left) {
        Stream<Task> tasks(LocalDate asOf) {
            Dimensions of =
                    new Dimensions(programme, division, organisation, List.of(cadre), household, null, List.of());
            Subject link = new Subject("Link", id);
            if (left != null) {
                return Stream.of(new Task("hand-over-household", link, left.plusDays(DAYS_TO_HAND_OVER), of));
            }
            LocalDate due = (seen == null || seen.isBefore(since) ? since : seen).plusDays(DAYS_UNSEEN);
            return due.isAfter(asOf.plusDays(DAYS_BEFORE))
                    ? Stream.empty()
                    : Stream.of(new Task("visit-household", link, due, of));
        }
    }

    @Override
    public Stream<Task> tasks(Sight sight) {
        Filter links = sight.of("Link", "ACTIVE");
        return register.pages(links)
                .flatMap(page -> kept(links, page).stream())
                .flatMap(link -> link.tasks(links.asOf()));
    }

    private List<Kept> kept(Filter links, List<Item> page) {
        return jdbc.sql("""
                select l.id, l.programme, l.division, l.organisation, l.cadres[1] as cadre, l.household,
                       (select min(lower(b.valid)) from read.register b
                        where b.type = 'Link' and b.id = l.id and b.status = 'ACTIVE' and b.known @> :knownAt::int8)
                           as since,
                       (select max(v.day) from (
                            select min(f.valid_on) as day from read.fact f
                            where f.measure = 'M20b' and f.household = l.household
                              and f.position <= :knownAt and f.valid_on <= :asOf
                            group by f.subject having sum(f.quantity) > 0) v) as seen,
                       (select max(upper(c.valid)) from read.register c
                        where c.type = 'Cadre' and c.id = l.cadres[1]::text and c.known @> :knownAt::int8
                          and c.status = 'IN_SERVICE' and c.organisation = l.organisation and upper(c.valid) <= :asOf
                          and not exists (
                              select from read.register n where n.type = 'Cadre' and n.id = c.id
                                and n.status = 'IN_SERVICE' and n.organisation = l.organisation
                                and n.valid @> :asOf::date and n.known @> :knownAt::int8)) as "left"
                from read.register l
                where l.type = 'Link' and l.id = any (:ids) and l.valid @> :asOf::date and l.known @> :knownAt::int8
                order by l.first_position, l.id
                """)
                .param("knownAt", links.knownAt())
                .param("asOf", links.asOf())
                .param("ids", page.stream().map(Item::id).toArray(String[]::new))
                .query(Kept.class)
                .list();
    }
}
