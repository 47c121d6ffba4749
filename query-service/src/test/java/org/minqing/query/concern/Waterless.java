package org.minqing.query.concern;

import static org.minqing.query.QueryServer.id;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Sealed;
import org.minqing.events.Source;
import org.minqing.events.Voided;
import org.minqing.events.concern.ConcernEvent;
import org.minqing.events.concern.ConcernEvent.ConcernAccepted;
import org.minqing.events.concern.ConcernEvent.ConcernAssigned;
import org.minqing.events.concern.ConcernEvent.ConcernEscalated;
import org.minqing.events.concern.ConcernEvent.ConcernProgressed;
import org.minqing.events.concern.ConcernEvent.ConcernRaised;
import org.minqing.events.concern.ConcernEvent.ConcernRejected;
import org.minqing.events.concern.ConcernEvent.ConcernReopened;
import org.minqing.events.concern.ConcernEvent.ConcernResolved;
import org.minqing.events.concern.ConcernEvent.ResolutionConfirmed;
import org.minqing.events.concern.ConcernEvent.Topic;
import org.minqing.events.concern.ConcernKind;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.DivisionEvent.Place;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.MemoryServer;
import org.minqing.query.QueryServer;
import org.minqing.query.QueryServer.Answer;

/** A county of a test's own, in memory, with a village in which people lack this and that. */
final class Waterless {
    private static int count = 30;

    final MemoryServer server = new MemoryServer();
    final String county;
    final String village;
    final UUID programme;
    final UUID organisation;
    final UUID cadre;

    Waterless() {
        synchronized (Waterless.class) {
            county = "5304" + ++count;
        }
        village = county + "202207";
        programme = id("programme of " + county);
        organisation = id("office of " + county);
        cadre = id("cadre of " + county);
        division(county, null, "示例县");
        division(county + "202", county, "示例乡");
        division(village, county + "202", "水田村");
    }

    private void division(String id, @Nullable String parent, String name) {
        server.on(
                "2012-03-01",
                "Division-" + id,
                new DivisionRegistered(new Place(id), parent, id, name, LocalDate.of(2011, 1, 1)));
    }

    Appended put(DomainEvent event) {
        return server.on("2012-03-05", "Concern-" + ((Topic) event.of()).concernId(), event);
    }

    ConcernRaised raised(String name, ConcernKind kind, String day, Integer... groups) {
        return raised(name, kind, day, null, null, groups);
    }

    ConcernRaised raised(
            String name,
            ConcernKind kind,
            String day,
            @Nullable UUID household,
            @Nullable Source source,
            Integer... groups) {
        UUID concern = id(county + name);
        LocalDate on = LocalDate.parse(day);
        String subject = household == null ? "concern:" + concern : "household:" + household;
        return new ConcernRaised(
                new Topic(concern, programme, organisation, village, null, "T6", kind),
                List.of(groups),
                household,
                null,
                source,
                server.seal(subject, "吃水困难（示例）"),
                on.plusDays(15),
                on);
    }

    ConcernAccepted accepted(ConcernRaised r, String day, @Nullable String dueOn) {
        return new ConcernAccepted(
                r.of(), r.householdId(), dueOn == null ? null : LocalDate.parse(dueOn), LocalDate.parse(day));
    }

    ConcernAssigned assigned(ConcernRaised r, String day, @Nullable UUID to, UUID toOrganisation) {
        return new ConcernAssigned(r.of(), r.householdId(), to, toOrganisation, null, LocalDate.parse(day));
    }

    ConcernProgressed progressed(ConcernRaised r, String day) {
        return new ConcernProgressed(r.of(), r.householdId(), words(r, "已勘察（示例）"), LocalDate.parse(day));
    }

    ConcernEscalated escalated(ConcernRaised r, String day, UUID to) {
        return new ConcernEscalated(r.of(), r.householdId(), to, null, null, null, LocalDate.parse(day));
    }

    ConcernResolved resolved(ConcernRaised r, String day) {
        return new ConcernResolved(r.of(), r.householdId(), words(r, "已通水（示例）"), LocalDate.parse(day));
    }

    ConcernRejected rejected(ConcernRaised r, String day) {
        return new ConcernRejected(r.of(), r.householdId(), null, "OUT_OF_SCOPE", LocalDate.parse(day));
    }

    ResolutionConfirmed confirmed(ConcernRaised r, String day) {
        return new ResolutionConfirmed(r.of(), r.householdId(), null, LocalDate.parse(day));
    }

    ConcernReopened reopened(ConcernRaised r, String day, String dueOn) {
        return new ConcernReopened(r.of(), r.householdId(), LocalDate.parse(dueOn), null, null, LocalDate.parse(day));
    }

    <E extends DomainEvent> Voided<E> voided(ConcernRaised r, E event, UUID target) {
        return new Voided<>(target, event, words(r, "误录"), null);
    }

    Corrected<ConcernEvent> corrected(ConcernRaised r, UUID target, ConcernKind kind, Integer... groups) {
        ConcernRaised after = new ConcernRaised(
                new Topic(r.of().concernId(), programme, organisation, village, null, "T6", kind),
                List.of(groups),
                r.householdId(),
                r.cadreId(),
                r.source(),
                r.text(),
                r.occurredOn().plusDays(60),
                r.occurredOn());
        return new Corrected<>(target, r, after, words(r, "误录"), null);
    }

    private Sealed words(ConcernRaised r, String clear) {
        return server.seal(
                r.householdId() == null ? "concern:" + r.of().concernId() : "household:" + r.householdId(), clear);
    }

    Answer ask(String path, String... parameters) {
        return server.ask(QueryServer.office(county), path, parameters);
    }

    Answer askAs(UUID who, String path, String... parameters) {
        return server.ask(QueryServer.token("cadre", county, Map.of("cadre_id", who.toString())), path, parameters);
    }

    String figure(String measure, String asOf) {
        return ask("/v1/figures", "measure", measure, "division", county, "asOf", asOf)
                .json()
                .path("value")
                .asString();
    }
}
