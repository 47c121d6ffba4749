package org.minqing.standalone.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.minqing.events.Ids;

/** Link point 水田: 52 cadres enrolled, 214 households linked to them, a card for each. */
final class Roster {
    private static final LocalDate DESIGNATED = LocalDate.of(2012, 1, 4);
    private static final LocalDate ENROLLED = LocalDate.of(2012, 1, 6);
    private static final LocalDate LINKING = LocalDate.of(2012, 2, 6);
    private static final LocalDate CARDS = LocalDate.of(2012, 2, 20);
    private static final int CADRES_A_DAY = 6;
    private static final int CARDS_A_DAY = 22;

    private final List<Link> links;

    /** A cadre and one of the households that come to make the quota full. */
    record Link(int no, Cadre cadre, Household household) {}

    private Roster(List<Link> links) {
        this.links = List.copyOf(links);
    }

    /** Every cadre gets as many neighbouring households as the quota says. */
    static Roster of(List<Cadre> cadres, List<Household> households) {
        var links = new ArrayList<Link>();
        var waiting = households.stream()
                .filter(h -> h.standing() == Household.Standing.LINKED)
                .iterator();
        for (Cadre cadre : cadres) {
            for (int i = 0; i < cadre.quota(); i++) {
                links.add(new Link(links.size(), cadre, waiting.next()));
            }
        }
        if (waiting.hasNext()) {
            throw new IllegalStateException("households are left when every quota is full");
        }
        return new Roster(links);
    }

    List<Link> links() {
        return links;
    }

    void tell(Script script, List<Cadre> cadres, int totalHouseholds) {
        script.add(Script.at(DESIGNATED, 9), Mark.INVENTED, "DesignateLinkPoint", Places.SHUITIAN)
                .cites("M06")
                .inLane(linkPoint().toString())
                .with("programmeId", Campaign.programme())
                .with("villageCode", Places.SHUITIAN)
                .with("organisationId", Places.office())
                .with("totalHouseholds", totalHouseholds)
                .on(DESIGNATED);
        step(script, Script.at(DESIGNATED, 10), Mark.INVENTED, "DesignateKeyVillage")
                .cites("keyvillage")
                .on(DESIGNATED);
        for (Cadre cadre : cadres) {
            step(script, Script.at(ENROLLED, 9), cadre.mark(), "EnrolCadre", cadre.no())
                    .cites(cadre.cites())
                    .with("cadreId", cadre.id())
                    .on(ENROLLED);
        }
        for (Link link : links) {
            LocalDate linked = Workdays.after(LINKING, (link.cadre().no() - 1) / CADRES_A_DAY);
            step(script, Script.at(linked, 17), Mark.INVENTED, "AssignCadreToHousehold", link.no())
                    .cites("M05")
                    .with("cadreId", link.cadre().id())
                    .with("householdId", link.household().id())
                    .on(linked);
            LocalDate issued = Workdays.after(CARDS, link.no() / CARDS_A_DAY);
            step(script, Script.at(issued, 17), Mark.INVENTED, "IssueLiaisonCard", link.no())
                    .cites("M26")
                    .with("householdId", link.household().id())
                    .on(issued);
        }
    }

    /** The card is brought along on a visit. */
    void deliver(Script script, Link link, LocalDate visited, Instant recordedAt) {
        step(script, recordedAt, Mark.INVENTED, "ConfirmCardDelivery", link.no())
                .cites("M26")
                .with("householdId", link.household().id())
                .on(visited);
    }

    private static Step step(Script script, Instant recordedAt, Mark mark, String command, Object... key) {
        return script.add(recordedAt, mark, command, key).on("linkPointId", linkPoint());
    }

    static UUID linkPoint() {
        return Ids.linkPoint(Campaign.programme(), Places.SHUITIAN);
    }
}
