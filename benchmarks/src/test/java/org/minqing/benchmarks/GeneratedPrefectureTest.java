package org.minqing.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minqing.events.AmendingEvent;
import org.minqing.events.DomainEvent;
import org.minqing.keys.KeysSchema;
import org.minqing.keys.SubjectKeys;
import org.minqing.log.EventCodec;
import org.minqing.log.LogSchema;
import org.minqing.log.TestDatabase;

class GeneratedPrefectureTest {
    private static final int EVENTS = 20_000;

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void drop() {
        database.close();
    }

    private record Put(Instant at, String stream, int sequence, UUID id, DomainEvent event) {
        /** Days from when it happened to when it was recorded. */
        long late() {
            return ChronoUnit.DAYS.between(
                    event.occurredOn(), at.atZone(GeneratedPrefecture.ZONE).toLocalDate());
        }
    }

    private List<Put> generated() throws IOException {
        LogSchema.openSimulated(database.command(), Instant.parse("2011-01-01T00:00:00Z"));
        KeysSchema.migrate(database.owner());
        List<Put> all = new ArrayList<>();
        new GeneratedPrefecture(
                        EVENTS,
                        40,
                        SubjectKeys.open(database.command(), folder.resolve("master.key")),
                        (at, stream, sequence, id, event) -> all.add(new Put(at, stream, sequence, id, event)))
                .run();
        return all;
    }

    private static double ofHundred(List<Put> all, Predicate<Put> which) {
        return 100.0 * all.stream().filter(which).count() / all.size();
    }

    @Test
    void most_is_recorded_soon_and_some_very_late_and_some_was_wrong() throws IOException {
        List<Put> all = generated();
        assertThat(all).hasSizeBetween(EVENTS, EVENTS + 100);
        List<Put> work = all.stream()
                .filter(put -> put.at().isAfter(Instant.parse("2012-04-01T00:00:00Z")))
                .toList();
        List<Put> first = work.stream()
                .filter(put -> !(put.event() instanceof AmendingEvent<?>))
                .toList();
        assertThat(ofHundred(first, put -> put.late() <= 7)).isCloseTo(85, within(3.0));
        assertThat(ofHundred(first, put -> put.late() > 7 && put.late() <= 90)).isCloseTo(11, within(4.0));
        assertThat(ofHundred(work, put -> put.event() instanceof AmendingEvent<?>))
                .isCloseTo(3, within(1.0));
        assertThat(all).noneMatch(put -> put.late() < 0);
    }

    @Test
    void every_stream_goes_on_by_one_and_nothing_is_recorded_before_what_came_first() throws IOException {
        Map<String, Integer> lengths = new HashMap<>();
        Set<UUID> ids = new HashSet<>();
        Instant before = Instant.EPOCH;
        for (Put put : generated()) {
            assertThat(put.sequence()).isEqualTo(lengths.merge(put.stream(), 1, Integer::sum) - 1);
            assertThat(ids.add(put.id())).isTrue();
            assertThat(put.at()).isAfterOrEqualTo(before);
            before = put.at();
        }
        assertThat(lengths.keySet().stream()
                        .map(stream -> stream.replaceAll("-.*", ""))
                        .distinct())
                .contains(
                        "Household",
                        "Cadre",
                        "LinkPoint",
                        "Visit",
                        "Concern",
                        "Dispute",
                        "Fund",
                        "Project",
                        "Posting",
                        "Document",
                        "Activity",
                        "Rectification",
                        "Inspection",
                        "ReportingPeriod");
    }

    /** All of it but what is sealed. */
    private static String told(Put put) {
        return put.at()
                + put.stream()
                + put.sequence()
                + put.id()
                + put.event().getClass()
                + put.event().of();
    }

    @Test
    void the_same_events_come_each_time_and_no_name_in_clear() throws IOException {
        var codec = new EventCodec();
        List<Put> once = generated();
        List<Put> again = generated();
        assertThat(again.stream().map(GeneratedPrefectureTest::told).toList())
                .isEqualTo(once.stream().map(GeneratedPrefectureTest::told).toList());
        assertThat(once)
                .allSatisfy(put -> assertThat(new String(codec.encode(put.event()), StandardCharsets.UTF_8))
                        .doesNotContain("李示例", "张示例", "走访，谈了"));
    }
}
