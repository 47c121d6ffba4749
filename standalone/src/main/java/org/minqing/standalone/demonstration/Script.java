package org.minqing.standalone.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minqing.log.LogClock;

/** All the year's steps, by the moment at which they are recorded. */
final class Script {
    private final SortedMap<Instant, List<Step>> moments = new TreeMap<>();

    Step add(Instant recordedAt, Mark mark, String command, Object... key) {
        Step step = new Step(recordedAt, mark, command, key);
        moments.computeIfAbsent(recordedAt, moment -> new ArrayList<>()).add(step);
        return step;
    }

    /** In order of recording; the steps of one moment need nothing of each other unless they share a lane. */
    SortedMap<Instant, List<Step>> moments() {
        return moments;
    }

    /** The beginning of it. */
    Script before(Instant end) {
        var beginning = new Script();
        beginning.moments.putAll(moments.headMap(end));
        return beginning;
    }

    List<Step> steps() {
        return moments.values().stream().flatMap(List::stream).toList();
    }

    /** A time of day in China. */
    static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(LogClock.ZONE).toInstant();
    }

    static Instant at(LocalDate day, int hour) {
        return at(day, hour, 0);
    }
}
