package org.minqing.query.platform.endpoint;

import static org.minqing.query.QueryServer.id;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.events.LinkMode;
import org.minqing.events.Person;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.cadre.CadreEvent.Membership;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.DivisionEvent.Place;
import org.minqing.events.household.HouseholdEvent.HouseholdRegistered;
import org.minqing.events.household.HouseholdEvent.Residence;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.Link;
import org.minqing.events.linkpoint.LinkPointEvent.Site;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.organisation.OrganisationKind;
import org.minqing.events.visit.VisitEvent.Account;
import org.minqing.events.visit.VisitEvent.Home;
import org.minqing.events.visit.VisitEvent.VisitRecorded;
import org.minqing.events.visit.VisitKind;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.QueryServer;

/** A county of a test's own on the shared server, with a township, two villages, an office, a cadre, and households. */
final class County {
    private static final AtomicInteger COUNT = new AtomicInteger(10);
    private static final String DAY = "2012-03-05";

    final QueryServer server = QueryServer.shared();
    final String county = "5303" + COUNT.incrementAndGet();
    final String village = county + "202207";
    final String other = county + "202208";
    final UUID programme = id("programme of " + county);
    final UUID organisation = id("office of " + county);
    final UUID cadre = id("cadre of " + county);
    final UUID linkPoint = id("link point of " + county);
    final List<UUID> households = new ArrayList<>();

    County() {
        division(county, null, "沾益县");
        division(county + "202", county, "播乐乡");
        division(village, county + "202", "水田村");
        division(other, county + "202", "偏山村");
        put(
                "Organisation-" + organisation,
                new OrganisationRegistered(
                        new Seat(organisation, county),
                        "市人大办（示例）",
                        OrganisationKind.OFFICE,
                        null,
                        LocalDate.parse(DAY)));
        put(
                "Cadre-" + cadre,
                new CadreRegistered(
                        new Membership(cadre, organisation, county),
                        null,
                        server.seal("person:" + cadre, "张示例"),
                        "1",
                        "141",
                        server.seal("person:" + cadre, "13800000000"),
                        null,
                        null,
                        LocalDate.parse(DAY)));
        // until the read side knows the county, a token for it opens nothing
        ask("/v1/divisions", "limit", "1");
    }

    Appended put(String stream, DomainEvent event) {
        return server.on(DAY, stream, event);
    }

    private void division(String id, @Nullable String parent, String name) {
        put("Division-" + id, new DivisionRegistered(new Place(id), parent, id, name, LocalDate.of(2011, 1, 1)));
    }

    UUID household(String at, String headName) {
        UUID household = id(county + " household " + households.size());
        UUID head = id("head of " + household);
        Person person = new Person(
                head,
                server.seal("person:" + head, headName),
                server.seal("person:" + head, "11010519491231002X"),
                "1",
                null,
                null,
                null);
        put(
                "Household-" + household,
                new HouseholdRegistered(
                        new Residence(household, at, 7),
                        "户" + households.size(),
                        person,
                        List.of(),
                        null,
                        LocalDate.parse(DAY)));
        households.add(household);
        return household;
    }

    Site site() {
        return new Site(linkPoint, programme, organisation, village);
    }

    void link(UUID household) {
        UUID link = id("link of " + household);
        put(
                "LinkPoint-" + linkPoint,
                new CadreAssignedToHousehold(
                        site(),
                        new Link(
                                link,
                                id("admission of " + household),
                                7,
                                household,
                                id("enrolment"),
                                cadre,
                                "141",
                                "section",
                                3),
                        LinkMode.EXACTLY_ONE,
                        LocalDate.parse(DAY)));
    }

    VisitRecorded visit(UUID household, String day) {
        UUID visit = id("visit of " + household + " on " + day);
        return new VisitRecorded(
                new Account(visit, programme, organisation, village, null, "T1"),
                new Home(7, household),
                null,
                List.of(cadre),
                VisitKind.DISPERSED,
                null,
                3,
                server.seal("household:" + household, "屋顶漏雨（示例）"),
                null,
                null,
                LocalDate.parse(day));
    }

    Appended visited(UUID household, String day) {
        VisitRecorded visit = visit(household, day);
        return put("Visit-" + visit.of().visitId(), visit);
    }

    String office() {
        return QueryServer.office(county);
    }

    String token(String role, String division) {
        return QueryServer.token(role, division, Map.of());
    }

    QueryServer.Answer ask(String path, String... parameters) {
        return server.ask(office(), path, parameters);
    }
}
