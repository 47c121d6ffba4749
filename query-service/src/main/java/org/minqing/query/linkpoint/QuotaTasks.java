package org.minqing.query.linkpoint;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.register.RosterOfDay;
import org.minqing.query.platform.view.Circumstances;
import org.minqing.query.platform.view.Circumstances.State;
import org.minqing.query.platform.view.Retelling;
import org.minqing.query.platform.view.Subject;
import org.minqing.query.platform.view.Task;
import org.minqing.query.platform.view.TaskRule;
import tools.jackson.databind.JsonNode;

/**
 * Who links more households than the quota allows since a rank or the quota changed: the roster is to be looked over within 30 days.
 */
final class QuotaTasks {
    private static final int DAYS_TO_REVIEW = 30;

    private static final String CONCERNED = """
            select id, position, day from changed where type = 'Enrolment'
            union all
            select e.id, c.position, c.day from changed c
            join read.register e on e.type = 'Enrolment' and e.cadres @> array[c.id::uuid] and e.known @> c.position
            where c.type = 'Cadre'
            union all
            select e.id, c.position, c.day from changed c
            join read.register l on l.type = 'Link' and l.id = c.id
            join read.register e on e.type = 'Enrolment' and e.cadres @> l.cadres and e.known @> c.position
            where c.type = 'Link'
            union all
            select e.id, c.position, c.day from changed c
            join read.register e on e.type = 'Enrolment' and e.programme = c.id::uuid and e.known @> c.position
            where c.type = 'Programme'
            """;

    private static final String DAYS = """
            select c.id, c.position, d.day from concerned c
            cross join lateral (
                select e.cadres, e.programme, e.valid from read.register e
                where e.type = 'Enrolment' and e.id = c.id and e.known @> c.position) e
            cross join lateral (
                select unnest(array[lower(e.valid), upper(e.valid)])
                union
                select unnest(array[lower(s.valid), upper(s.valid)]) from read.register s
                where s.type = 'Cadre' and s.id = e.cadres[1]::text and s.known @> c.position
                union
                select unnest(array[lower(p.valid), upper(p.valid)]) from read.register p
                where p.type = 'Programme' and p.id = e.programme::text and p.known @> c.position
                union
                select unnest(array[lower(l.valid), upper(l.valid)]) from read.register l
                where l.type = 'Link' and l.cadres @> e.cadres and l.known @> c.position) d (day)
            """;

    private static final String TOLD = """
            select 'review-quota' as name, greatest(r.rank_since, r.quota_since) + 30 as due_on, null::date as told_from,
                   r.programme, r.division, r.organisation, r.cadre, null::uuid as household
            from (%s) r
            where r.quota < (
                select count(*) from read.register l
                where l.type = 'Link' and l.status = 'ACTIVE' and not l.voided and l.cadres @> array[r.cadre]
                  and l.state ->> 'linkPointId' = r.link_point and l.valid @> m.day and l.known @> m.position)
            """.formatted(RosterOfDay.of("m.id", "m.day", "m.position"));

    private static final String STATES = """
            select a.id as about, e.state -> 'linkPointId' as detail, e.* from asked a
            join read.register e on e.type = 'Enrolment' and e.id = a.id
            union all
            select a.id, c.state -> 'rankCode', c.* from asked a
            cross join lateral (
                select distinct e.cadres[1]::text as id from read.register e where e.type = 'Enrolment' and e.id = a.id) k
            join read.register c on c.type = 'Cadre' and c.id = k.id
            union all
            select a.id, p.state -> 'quotas', p.* from asked a
            cross join lateral (
                select distinct e.programme::text as id from read.register e where e.type = 'Enrolment' and e.id = a.id) k
            join read.register p on p.type = 'Programme' and p.id = k.id
            union all
            select a.id, l.state -> 'linkPointId', l.* from asked a
            cross join lateral (
                select distinct e.cadres from read.register e where e.type = 'Enrolment' and e.id = a.id) k
            join read.register l on l.type = 'Link' and l.cadres @> k.cadres
            """;

    static final TaskRule RULE = new TaskRule(
            "Enrolment",
            Set.of("review-quota"),
            Set.of("Enrolment", "Cadre", "Link", "Programme"),
            Set.of(),
            CONCERNED,
            DAYS,
            TOLD,
            new Retelling(STATES, "", QuotaTasks::told));

    private QuotaTasks() {}

    private static List<Task> told(Circumstances all, LocalDate day, long position) {
        return all.on("Enrolment", all.subject(), day, position)
                .filter(enrolment -> "ENROLLED".equals(enrolment.of().status()))
                .flatMap(enrolment -> task(all, enrolment, day, position))
                .map(List::of)
                .orElse(List.of());
    }

    private static Optional<Task> task(Circumstances all, State enrolment, LocalDate day, long position) {
        String cadre =
                String.valueOf(enrolment.of().cadres().stream().findFirst().orElse(null));
        String programme = String.valueOf(enrolment.of().programme());
        JsonNode rank = all.on("Cadre", cadre, day, position)
                .filter(state -> !state.voided())
                .map(State::detail)
                .orElse(null);
        Integer quota = all.on("Programme", programme, day, position)
                .filter(state -> !state.voided())
                .map(state -> quota(state, rank))
                .orElse(null);
        if (quota == null || quota >= linked(all, enrolment, day, position)) {
            return Optional.empty();
        }
        LocalDate rankSince = since(
                all.known("Cadre", position).filter(state -> state.id().equals(cadre)),
                day,
                state -> state.detail() != null && !state.detail().equals(rank));
        LocalDate quotaSince = since(
                all.known("Programme", position).filter(state -> state.id().equals(programme)),
                day,
                state -> !Objects.equals(quota(state, rank), quota));
        return Optional.of(new Task(
                "review-quota",
                new Subject("Enrolment", enrolment.id()),
                (rankSince.isBefore(quotaSince) ? quotaSince : rankSince).plusDays(DAYS_TO_REVIEW),
                enrolment.of().status(null).household(null)));
    }

    /** Households that a cadre of a rank may link; the quota named last counts, null where none names the rank. */
    private static @Nullable Integer quota(State programme, @Nullable JsonNode rank) {
        Integer households = null;
        if (programme.detail() != null && rank != null) {
            for (JsonNode quota : programme.detail()) {
                if (quota.path("rankCodes").valueStream().anyMatch(rank::equals)) {
                    households = quota.path("households").asInt();
                }
            }
        }
        return households;
    }

    private static long linked(Circumstances all, State enrolment, LocalDate day, long position) {
        return all.known("Link", position)
                .filter(link -> link.holds(day) && !link.voided())
                .filter(link -> "ACTIVE".equals(link.of().status()))
                .filter(link -> Objects.equals(link.detail(), enrolment.detail()))
                .filter(link -> link.of().cadres().containsAll(enrolment.of().cadres()))
                .count();
    }

    /** Since when without a break an entity has been what it is on a day. */
    private static LocalDate since(Stream<State> known, LocalDate day, Predicate<State> other) {
        List<State> states = known.toList();
        return states.stream()
                .filter(state -> state.to() != null && !state.to().isAfter(day))
                .filter(state -> state.voided() || other.test(state))
                .<LocalDate>map(State::to)
                .max(Comparator.naturalOrder())
                .orElseGet(() -> states.stream()
                        .map(State::from)
                        .min(Comparator.naturalOrder())
                        .orElseThrow());
    }
}
