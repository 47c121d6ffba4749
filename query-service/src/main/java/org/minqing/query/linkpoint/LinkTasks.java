package org.minqing.query.linkpoint;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.view.Circumstances;
import org.minqing.query.platform.view.Circumstances.Contribution;
import org.minqing.query.platform.view.Circumstances.State;
import org.minqing.query.platform.view.Retelling;
import org.minqing.query.platform.view.Subject;
import org.minqing.query.platform.view.Task;
import org.minqing.query.platform.view.TaskRule;

/**
 * What a link asks of somebody: a visit, or another cadre for the household of one who has left. A household is seen once in 90 days;
 * who is due is told 30 days before. A household is handed over within 30 days.
 */
final class LinkTasks {
    private static final int DAYS_TO_HAND_OVER = 30;
    private static final int DAYS_UNTIL_TOLD = 60;
    private static final int DAYS_UNTIL_DUE = 90;

    private static final String CONCERNED = """
            select id, position, day from changed where type = 'Link'
            union all
            select l.id, c.position, c.day from changed c
            join read.register l on l.type = 'Link' and l.cadres @> array[c.id::uuid]
            where c.type = 'Cadre'
            union all
            select l.id, c.position, c.day from changed c
            join read.register l on l.type = 'Link' and l.household = c.id::uuid
            where c.type = 'M20b'
            """;

    private static final String DAYS = """
            select c.id, c.position, d.day from concerned c
            cross join lateral (
                select unnest(array[lower(l.valid), upper(l.valid)]) from read.register l
                where l.type = 'Link' and l.id = c.id and l.known @> c.position
                union
                select unnest(array[lower(s.valid), upper(s.valid)]) from read.register l
                join read.register s on s.type = 'Cadre' and s.id = l.cadres[1]::text and s.known @> c.position
                where l.type = 'Link' and l.id = c.id and l.known @> c.position
                union
                select f.valid_on from read.register l
                join read.fact f on f.household = l.household and f.measure = 'M20b' and f.valid_on > c.day
                 and f.position <= c.position
                where l.type = 'Link' and l.id = c.id and l.known @> c.position) d (day)
            """;

    /**
     * {@code since} in force, {@code seen} last up to the day, {@code left} since its cadre no longer serves who links. Each is looked up
     * once: an inner question that may be drawn into the outer one is asked again wherever its answer stands.
     */
    private static final String TOLD = """
            select case when s."left" is null then 'visit-household' else 'hand-over-household' end as name,
                   coalesce(s."left" + 30, greatest(s.since, s.seen) + 90) as due_on,
                   case when s."left" is null then greatest(s.since, s.seen) + 60 end as told_from,
                   s.programme, s.division, s.organisation, s.cadre, s.household
            from (
                select l.programme, l.division, l.organisation, l.cadres[1] as cadre, l.household,
                       since.day as since, seen.day as seen, gone.day as "left"
                from read.register l
                cross join lateral (
                    select min(lower(b.valid)) as day from read.register b
                    where b.type = 'Link' and b.id = l.id and b.status = 'ACTIVE' and b.known @> m.position offset 0) since
                left join lateral (
                    select v.valid_on as day from read.fact v
                    cross join lateral (
                        select min(f.valid_on) as day from read.fact f
                        where f.subject = v.subject and f.measure = 'M20b' and f.household is not distinct from l.household
                          and f.position <= m.position and f.valid_on <= m.day
                        having sum(f.quantity) > 0) first
                    where v.measure = 'M20b' and v.household = l.household
                      and v.position <= m.position and v.valid_on <= m.day and first.day = v.valid_on
                    order by v.valid_on desc limit 1) seen on true
                cross join lateral (
                    select case when not bool_or(c.valid @> m.day) then max(upper(c.valid)) filter (where upper(c.valid) <= m.day)
                           end as day
                    from read.register c
                    where c.type = 'Cadre' and c.id = l.cadres[1]::text and c.known @> m.position
                      and c.status = 'IN_SERVICE' and c.organisation = l.organisation offset 0) gone
                where l.type = 'Link' and l.id = m.id and l.status = 'ACTIVE'
                  and l.valid @> m.day and l.known @> m.position offset 0) s
            """;

    private static final String STATES = """
            select a.id as about, null::jsonb as detail, l.* from asked a
            join read.register l on l.type = 'Link' and l.id = a.id
            union all
            select a.id, null, c.* from asked a
            cross join lateral (
                select distinct l.cadres[1]::text as id from read.register l where l.type = 'Link' and l.id = a.id) k
            join read.register c on c.type = 'Cadre' and c.id = k.id
            """;

    private static final String FACTS = """
            select a.id as about, f.* from asked a
            cross join lateral (
                select distinct l.household from read.register l where l.type = 'Link' and l.id = a.id) h
            join read.fact f on f.household = h.household and f.measure = 'M20b'
            """;

    static final TaskRule RULE = new TaskRule(
            "Link",
            Set.of("visit-household", "hand-over-household"),
            Set.of("Link", "Cadre"),
            Set.of("M20b"),
            CONCERNED,
            DAYS,
            TOLD,
            new Retelling(STATES, FACTS, LinkTasks::told));

    private LinkTasks() {}

    private static List<Task> told(Circumstances all, LocalDate day, long position) {
        return all.on("Link", all.subject(), day, position)
                .filter(LinkTasks::active)
                .map(link -> List.of(task(all, link, day, position)))
                .orElse(List.of());
    }

    private static Task task(Circumstances all, State link, LocalDate day, long position) {
        Subject subject = new Subject("Link", link.id());
        LocalDate left = left(all, link, day, position);
        if (left != null) {
            return new Task(
                    "hand-over-household",
                    subject,
                    left.plusDays(DAYS_TO_HAND_OVER),
                    link.of().status(null));
        }
        LocalDate since = all.known("Link", position)
                .filter(LinkTasks::active)
                .map(State::from)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate seen = seen(all, link.of().household(), day, position);
        LocalDate last = seen == null || seen.isBefore(since) ? since : seen;
        return new Task(
                "visit-household",
                subject,
                null,
                last.plusDays(DAYS_UNTIL_TOLD),
                last.plusDays(DAYS_UNTIL_DUE),
                null,
                false,
                link.of().status(null));
    }

    private static boolean active(State link) {
        return "ACTIVE".equals(link.of().status());
    }

    /** The last first day of a visit that stands. */
    private static @Nullable LocalDate seen(Circumstances all, @Nullable UUID household, LocalDate day, long position) {
        LocalDate last = null;
        for (List<Contribution> visit : all.facts()) {
            LocalDate first = null;
            BigDecimal sum = BigDecimal.ZERO;
            for (Contribution each : visit) {
                if (each.position() <= position
                        && !each.validOn().isAfter(day)
                        && Objects.equals(each.household(), household)) {
                    first = first == null || each.validOn().isBefore(first) ? each.validOn() : first;
                    sum = sum.add(each.quantity());
                }
            }
            if (first != null && sum.signum() > 0 && (last == null || first.isAfter(last))) {
                last = first;
            }
        }
        return last;
    }

    /** Since when its cadre no longer serves who links. */
    private static @Nullable LocalDate left(Circumstances all, State link, LocalDate day, long position) {
        Optional<String> cadre = link.of().cadres().stream().findFirst().map(UUID::toString);
        List<State> serving = all.known("Cadre", position)
                .filter(state -> cadre.filter(state.id()::equals).isPresent())
                .filter(state -> "IN_SERVICE".equals(state.of().status()))
                .filter(state -> link.of().organisation() != null
                        && link.of().organisation().equals(state.of().organisation()))
                .toList();
        if (serving.stream().anyMatch(state -> state.holds(day))) {
            return null;
        }
        return serving.stream()
                .flatMap(state -> Optional.ofNullable(state.to()).stream())
                .filter(end -> !end.isAfter(day))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
