package org.minqing.query.dataquality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.minqing.events.DomainEvent;
import org.minqing.query.QueryServer;
import org.minqing.query.Village;

/** A village in which every rule finds something. */
final class Faults {
    static final LocalDate FROM = LocalDate.of(2011, 11, 1);
    static final LocalDate TO = LocalDate.of(2013, 12, 31);

    final Village village = new Village(QueryServer.shared());
    final RosterFaults roster = new RosterFaults(village);
    final List<Planted> planted = new ArrayList<>();
    final long head;

    Faults() {
        planted.addAll(roster.links());
        planted.addAll(roster.visits());
        planted.addAll(roster.households());
        planted.addAll(roster.texts());
        MatterFaults matters = new MatterFaults(village);
        planted.addAll(matters.disputes());
        planted.addAll(matters.concerns());
        planted.addAll(matters.documents());
        planted.addAll(matters.activities());
        WorkFaults works = new WorkFaults(village);
        planted.addAll(works.funds());
        planted.addAll(works.projects());
        head = village.head();
        village.server().ask(QueryServer.office(village.county), "/v1/measures"); // once the read side stands there
    }

    /** Appends an event of an actor other than the usual one. */
    static void by(Village village, String actor, String stream, DomainEvent event) {
        village.server()
                .log
                .append(
                        java.time.Instant.parse("2012-03-05T04:00:00Z"),
                        Map.of("actor", actor),
                        stream,
                        List.of(event));
    }
}
