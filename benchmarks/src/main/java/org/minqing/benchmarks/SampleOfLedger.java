package org.minqing.benchmarks;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What may be asked for in a ledger that is there: places, entities, days and positions, one of them at random at a time. */
final class SampleOfLedger {
    private static final int ENTITIES = 500;
    /** Nothing much is known before. */
    private static final int FIRST_DAYS = 60;

    private static final List<String> TYPES =
            List.of("Household", "Cadre", "LinkPoint", "Fund", "Concern", "Visit", "Project", "ReportingPeriod");

    private final Map<String, List<String>> ids = new HashMap<>();
    private final List<String> villages;
    private final List<String> actors;
    private final List<LocalDate> days;
    final long head;
    private final long first;
    private final LocalDate last;

    /** @param jdbc may read the read side */
    SampleOfLedger(JdbcClient jdbc) {
        for (String type : TYPES) {
            ids.put(
                    type,
                    jdbc.sql(
                                    "select id from read.register where type = ? and last and not voided order by md5(id) limit ?")
                            .params(type, ENTITIES)
                            .query(String.class)
                            .list());
        }
        this.villages = jdbc.sql(
                        "select distinct division from read.register where type = 'LinkPoint' and last order by 1")
                .query(String.class)
                .list();
        this.actors = jdbc
                .sql("select actor from read.event where actor is not null order by position desc limit 1000")
                .query(String.class)
                .set()
                .stream()
                .sorted()
                .toList();
        this.head = jdbc.sql("select max(position) from read.event")
                .query(Long.class)
                .single();
        this.first = jdbc.sql("select min(position) from read.event where recorded_at >= ?::timestamptz")
                .param(GeneratedPrefecture.LAUNCH.plusDays(FIRST_DAYS).toString())
                .query(Long.class)
                .single();
        this.last = jdbc.sql(
                        "select (recorded_at at time zone 'Asia/Shanghai')::date from read.event where position = ?")
                .param(head)
                .query(LocalDate.class)
                .single();
        this.days =
                GeneratedPrefecture.LAUNCH.plusDays(FIRST_DAYS).datesUntil(last).toList();
    }

    /** Of the middle: whose questions a secretary and a cadre ask. */
    String village() {
        return villages.get(villages.size() / 2);
    }

    String cadre() {
        return of("Cadre").getFirst();
    }

    private List<String> of(String type) {
        return ids.getOrDefault(type, List.of());
    }

    /** What is asked for once. */
    Moment moment(Random random, boolean now) {
        return new Moment(random, now);
    }

    /** One asking: its place, its entities, its day and position. */
    final class Moment {
        private final Random random;
        private final boolean now;

        /** @param now today, with all that is known */
        private Moment(Random random, boolean now) {
            this.random = random;
            this.now = now;
        }

        private <T> T any(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }

        String village() {
            return any(villages);
        }

        String township() {
            return village().substring(0, 9);
        }

        String county() {
            return village().substring(0, 6);
        }

        String entity(String type) {
            return any(of(type));
        }

        String actor() {
            return any(actors);
        }

        long position() {
            return now ? head - 200 : first + random.nextLong(Math.max(1, head - first));
        }

        LocalDate day() {
            return now ? last : any(days);
        }

        /** {@code &asOf=2012-06-30&knownAt=700}, or nothing of now. */
        String when() {
            return now ? "" : "&asOf=" + day() + "&knownAt=" + position();
        }
    }
}
