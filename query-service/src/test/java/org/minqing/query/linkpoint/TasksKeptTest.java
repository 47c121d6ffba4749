package org.minqing.query.linkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.events.DomainEvent;
import org.minqing.events.cadre.CadreEvent.CadreRankChanged;
import org.minqing.events.cadre.CadreEvent.CadreTransferred;
import org.minqing.events.cadre.CadreEvent.CadreWithdrawn;
import org.minqing.events.cadre.CadreEvent.Transfer;
import org.minqing.events.programme.ProgrammeEvent.LinkQuotaDefined;
import org.minqing.events.visit.VisitEvent.Home;
import org.minqing.events.visit.VisitEvent.VisitRecorded;
import org.minqing.events.visit.VisitKind;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.QueryServer;
import org.minqing.query.Roster;
import org.minqing.query.Roster.Link;
import org.minqing.query.Village;
import org.minqing.query.platform.register.RosterOfDay;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What is kept of tasks says on every day, as known at every position, what looking at everything says. */
class TasksKeptTest {
    private final Village village = new Village(QueryServer.shared());
    private final Roster roster = Roster.of(village);
    private final List<UUID> cadres = List.of(village.cadre("张示例"), village.cadre("王示例"));
    private final List<Link> links = new ArrayList<>();
    private final List<Appended> put = new ArrayList<>();
    private final List<DomainEvent> said = new ArrayList<>();
    private final JdbcClient jdbc = JdbcClient.create(village.server().database.query());

    @AfterAll
    static void every_table_built_again_is_the_same() {
        Village.rebuild();
    }

    private void put(String stream, DomainEvent event) {
        put.add(village.put(stream, event));
        said.add(event);
    }

    private void begin() {
        quota("科级", "141", 3, "01-01");
        quota("处级", "131", 1, "01-01");
        put(roster.stream(), roster.designated(null, Village.day("01-01")));
        cadres.forEach(cadre -> put(roster.stream(), roster.enrolled(cadre, Village.day("01-01"))));
        for (String head : List.of("赵示例", "钱示例", "孙示例", "李示例")) {
            Link link = Link.of(village.household(head), cadres.get(links.size() % 2), head);
            links.add(link);
            put(roster.stream(), roster.admitted(link.household(), Village.day("01-02")));
            put(roster.stream(), roster.assigned(link, Village.day("01-0" + (2 + links.size()))));
        }
    }

    private void quota(String band, String rank, int households, String day) {
        put(
                "Programme-" + village.programme,
                new LinkQuotaDefined(
                        village.sphere(), village.id(band + day), band, List.of(rank), households, Village.day(day)));
    }

    private void happen(Random random) {
        UUID cadre = cadres.get(random.nextInt(2));
        LocalDate day = Village.day("01-10").plusDays(random.nextInt(300));
        Link link = links.get(random.nextInt(links.size()));
        switch (random.nextInt(10)) {
            case 0 ->
                put(
                        "Cadre-" + cadre,
                        new CadreRankChanged(
                                village.membership(cadre), "141", random.nextBoolean() ? "131" : "141", day));
            case 1 ->
                put(
                        "Cadre-" + cadre,
                        new CadreTransferred(
                                new Transfer(
                                        cadre,
                                        village.office,
                                        null,
                                        random.nextBoolean() ? village.office : village.id("elsewhere"),
                                        village.county),
                                null,
                                null,
                                day));
            case 2 -> put(roster.stream(), roster.released(link, null, day));
            case 3 ->
                quota(
                        random.nextBoolean() ? "科级" : "处级",
                        random.nextBoolean() ? "141" : "131",
                        1 + random.nextInt(3),
                        day.toString().substring(5));
            case 4 -> amend(random);
            case 5 -> {
                if (random.nextInt(3) == 0) {
                    put("Cadre-" + cadre, new CadreWithdrawn(village.membership(cadre), null, null, day));
                }
            }
            default -> {
                UUID visit = UUID.randomUUID();
                put(
                        "Visit-" + visit,
                        new VisitRecorded(
                                village.account(visit),
                                new Home(7, link.household()),
                                link.id(),
                                List.of(cadre),
                                VisitKind.DISPERSED,
                                null,
                                3,
                                null,
                                null,
                                null,
                                day));
            }
        }
    }

    private void amend(Random random) {
        int at = random.nextInt(put.size());
        village.voids(put.remove(at), said.remove(at));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void tells_on_every_day_what_looking_at_everything_tells(long seed) {
        Random random = new Random(seed);
        begin();
        long first = village.head();
        for (int i = 0; i < 60; i++) {
            happen(random);
        }
        village.ask("/v1/measures", "2012-12-31", village.head());
        int some = 0;
        for (int i = 0; i < 60; i++) {
            LocalDate asOf = Village.day("01-01").plusDays(random.nextInt(420));
            long knownAt = first + random.nextLong(village.head() - first + 1);
            List<String> kept = kept(asOf, knownAt);
            assertThat(kept).as("%s, %s", asOf, knownAt).isEqualTo(lookedAt(asOf, knownAt));
            some += kept.size();
        }
        assertThat(some).isPositive();
    }

    private List<String> kept(LocalDate asOf, long knownAt) {
        JsonNode items = village.ask("/v1/tasks", asOf.toString(), knownAt, "village", village.id)
                .json()
                .path("items");
        List<String> tasks = new ArrayList<>();
        items.forEach(task -> tasks.add(String.join(
                " ",
                task.path("dueOn").asString(),
                task.path("task").asString(),
                task.at("/subject/id").asString(),
                task.path("cadreId").asString(),
                task.path("householdId").asString("-"))));
        return tasks;
    }

    /** Of every link and enrolment in the village, each worked out for the day and position alone. */
    private List<String> lookedAt(LocalDate asOf, long knownAt) {
        return jdbc
                .sql("""
                select concat_ws(' ', due_on, name, id, cadre, coalesce(household::text, '-')) from (
                    select l.id, s.since, s.seen, s."left", l.cadres[1] as cadre, l.household,
                           case when s."left" is null then 'visit-household' else 'hand-over-household' end as name,
                           coalesce(s."left" + 30, greatest(s.since, s.seen) + 90) as due_on
                    from read.register l cross join lateral (
                        select (select min(lower(b.valid)) from read.register b
                                where b.type = 'Link' and b.id = l.id and b.status = 'ACTIVE'
                                  and b.known @> :knownAt::int8) as since,
                               (select max(v.day) from (
                                    select min(f.valid_on) as day from read.fact f
                                    where f.measure = 'M20b' and f.household = l.household
                                      and f.position <= :knownAt and f.valid_on <= :asOf
                                    group by f.subject having sum(f.quantity) > 0) v) as seen,
                               (select max(upper(c.valid)) from read.register c
                                where c.type = 'Cadre' and c.id = l.cadres[1]::text and c.known @> :knownAt::int8
                                  and c.status = 'IN_SERVICE' and c.organisation = l.organisation
                                  and upper(c.valid) <= :asOf
                                  and not exists (
                                      select from read.register n where n.type = 'Cadre' and n.id = c.id
                                        and n.status = 'IN_SERVICE' and n.organisation = l.organisation
                                        and n.valid @> :asOf::date and n.known @> :knownAt::int8)) as "left") s
                    where l.type = 'Link' and l.status = 'ACTIVE' and l.division = :village
                      and l.valid @> :asOf::date and l.known @> :knownAt::int8) task
                where "left" is not null or due_on <= :asOf::date + 30
                union all
                select * from (
                    with %s
                    select concat_ws(
                        ' ', greatest(r.rank_since, r.quota_since) + 30, 'review-quota', r.id, r.cadre, '-')
                    from roster r
                    where r.division = :village and r.quota < (
                        select count(*) from read.register l
                        where l.type = 'Link' and l.status = 'ACTIVE' and not l.voided and l.cadres @> array[r.cadre]
                          and l.state ->> 'linkPointId' = r.link_point
                          and l.valid @> :asOf::date and l.known @> :knownAt::int8)) quota
                """.formatted(RosterOfDay.sql("asOf")))
                .param("asOf", asOf)
                .param("knownAt", knownAt)
                .param("village", village.id)
                .query(String.class)
                .list()
                .stream()
                .sorted()
                .toList();
    }
}
