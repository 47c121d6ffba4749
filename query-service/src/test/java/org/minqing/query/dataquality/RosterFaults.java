package org.minqing.query.dataquality;

import static org.minqing.query.Village.day;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Person;
import org.minqing.events.cadre.CadreEvent.CadreRankChanged;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.cadre.CadreEvent.CadreWithdrawn;
import org.minqing.events.concern.ConcernEvent.ConcernRaised;
import org.minqing.events.concern.ConcernEvent.Topic;
import org.minqing.events.concern.ConcernKind;
import org.minqing.events.household.HouseholdEvent.HouseholdArchived;
import org.minqing.events.household.HouseholdEvent.HouseholdClassified;
import org.minqing.events.household.HouseholdEvent.HouseholdRegistered;
import org.minqing.events.household.HouseholdEvent.HouseholdRelocated;
import org.minqing.events.household.HouseholdEvent.Removal;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.CadreEnrolled;
import org.minqing.events.linkpoint.LinkPointEvent.Enrolment;
import org.minqing.events.posting.PostingEvent.Assignment;
import org.minqing.events.posting.PostingEvent.PostingBegun;
import org.minqing.events.posting.PostingKind;
import org.minqing.events.programme.ProgrammeEvent.LinkQuotaDefined;
import org.minqing.events.visit.VisitEvent.Home;
import org.minqing.events.visit.VisitEvent.VisitRecorded;
import org.minqing.events.visit.VisitKind;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.Roster;
import org.minqing.query.Roster.Link;
import org.minqing.query.Village;

/** Link points, households and visits with faults; household and cadre {@code good} have none. */
final class RosterFaults {
    private static final LocalDate ENROLLED = day("01-04");
    private static final LocalDate LINKED = day("01-05");
    private static final LocalDate VISITED = day("02-01");

    private final Village village;
    private final Roster first;
    private final Roster second;
    private final Roster third;
    private final UUID goodCadre;
    private final UUID good;
    private final Link goodLink;
    final CadreAssignedToHousehold mending;
    final Appended mended;

    RosterFaults(Village village) {
        this.village = village;
        this.first = Roster.of(village);
        this.second = roster("second point", village.other);
        this.third = roster("third point", village.id);
        village.put(first.stream(), first.designated(null, Village.LAUNCH));
        village.put(second.stream(), second.designated(1, Village.LAUNCH));
        village.put(third.stream(), third.designated(1, Village.LAUNCH));
        quota("处级以上", List.of("131", "132"), 5);
        quota("科级以下", List.of("141", "150"), 3);
        this.goodCadre = enrolled("good");
        this.good = admitted("good", 0);
        village.put(
                "Household-" + good, new HouseholdClassified(village.residence(good), List.of("LOW_INCOME"), VISITED));
        this.goodLink = Link.of(good, goodCadre, "good");
        this.mending = first.assigned(goodLink, LINKED);
        this.mended = village.put(first.stream(), mending);
        village.put(first.stream(), first.issued(goodLink, LINKED));
        village.put(first.stream(), first.delivered(goodLink, LINKED));
    }

    private void quota(String band, List<String> ranks, int households) {
        village.put(
                "Programme-" + village.programme,
                new LinkQuotaDefined(village.sphere(), village.id(band), band, ranks, households, Village.LAUNCH));
    }

    /** Of another rank from a day after the links on. */
    private UUID risen(String name, String from, String to, int households) {
        UUID cadre = village.id("cadre " + name);
        village.put(
                "Cadre-" + cadre,
                new CadreRegistered(
                        village.membership(cadre),
                        null,
                        village.sealed("person:" + cadre, name),
                        "1",
                        from,
                        null,
                        null,
                        null,
                        Village.LAUNCH));
        village.put(first.stream(), first.enrolled(cadre, ENROLLED));
        village.put("Cadre-" + cadre, new CadreRankChanged(village.membership(cadre), from, to, day("02-01")));
        for (int i = 1; i <= households; i++) {
            linked(cadre, name + i);
        }
        return cadre;
    }

    private Roster roster(String name, String at) {
        return new Roster(village.id(name), village.programme, village.office, at, village.reason());
    }

    UUID good() {
        return good;
    }

    UUID unposted() {
        return first.linkPoint();
    }

    String postedVillage() {
        return village.other;
    }

    UUID posted() {
        return second.linkPoint();
    }

    private UUID enrolled(String name) {
        UUID cadre = village.cadre(name);
        village.put(first.stream(), first.enrolled(cadre, ENROLLED));
        return cadre;
    }

    private UUID registered(String name, String number, int members) {
        UUID household = village.id("household " + name);
        List<Person> others = new ArrayList<>();
        for (int i = 0; i < members; i++) {
            others.add(village.person(name + i));
        }
        village.put(
                "Household-" + household,
                new HouseholdRegistered(
                        village.residence(household), number, village.person(name), others, null, Village.LAUNCH));
        return household;
    }

    private UUID admitted(String name, int members) {
        return admitted(registered(name, name, members));
    }

    private UUID admitted(UUID household) {
        village.put(first.stream(), first.admitted(household, ENROLLED));
        return household;
    }

    private Link linked(UUID cadre, String name) {
        Link link = Link.of(admitted(name, 0), cadre, name);
        village.put(first.stream(), first.assigned(link, LINKED));
        return link;
    }

    private UUID visited(UUID household, UUID cadre, String name, LocalDate on) {
        return visited(household, cadre, name, on, 3, false, true);
    }

    private UUID visited(
            UUID household,
            UUID cadre,
            String name,
            LocalDate on,
            @Nullable Integer met,
            boolean words,
            boolean diary) {
        return visited(household, cadre, name, on, met, words, diary, "今天走访（示例）");
    }

    private UUID visited(
            UUID household,
            UUID cadre,
            String name,
            LocalDate on,
            @Nullable Integer met,
            boolean words,
            boolean diary,
            String written) {
        UUID visit = village.id("visit " + name);
        var text = village.sealed("household:" + household, written);
        village.put(
                "Visit-" + visit,
                new VisitRecorded(
                        village.account(visit),
                        new Home(7, household),
                        null,
                        List.of(cadre),
                        VisitKind.DISPERSED,
                        null,
                        met,
                        words ? text : null,
                        diary ? text : null,
                        diary ? cadre : null,
                        on));
        return visit;
    }

    List<Planted> links() {
        UUID idle = enrolled("idle");
        UUID unlinked = admitted("unlinked", 0);
        Link gone = linked(enrolled("of gone"), "gone");
        village.put(
                "Household-" + gone.household(),
                new HouseholdArchived(village.residence(gone.household()), null, null, day("01-20")));
        Link undelivered = linked(enrolled("undelivering"), "undelivered");
        village.put(first.stream(), first.issued(undelivered, day("01-10")));
        UUID greedy = enrolled("greedy");
        List.of("g1", "g2", "g3", "g4").forEach(name -> linked(greedy, name));
        UUID busy = enrolled("busy");
        List.of("b1", "b2", "b3").forEach(name -> linked(busy, name));
        UUID promoted = risen("promoted", "150", "131", 5);
        UUID above = risen("above", "150", "131", 6);
        UUID demoted = risen("demoted", "131", "150", 4);
        UUID within = risen("within", "131", "150", 3);
        UUID twice = enrolled("twice");
        village.put(
                second.stream(),
                new CadreEnrolled(
                        second.site(),
                        new Enrolment(village.id("second enrolment"), twice, "141", null, null),
                        ENROLLED));
        for (String name : List.of("s1", "s2")) {
            village.put(second.stream(), second.admitted(registered(name, name, 0), ENROLLED));
        }
        village.put(third.stream(), third.admitted(registered("t1", "t1", 0), ENROLLED));
        UUID left = enrolled("left");
        village.put("Cadre-" + left, new CadreWithdrawn(village.membership(left), null, null, day("02-01")));
        UUID posting = posted("left posting", left);
        UUID other = posted("good posting", goodCadre);
        return List.of(
                Planted.of("DQ01", unlinked, good),
                Planted.of("DQ02", first.enrolment(idle), first.enrolment(goodCadre)),
                Planted.of("DQ03", gone.id(), goodLink.id()),
                Planted.of("DQ04", gone.household(), good),
                Planted.after(day("01-10"), 30, "DQ05", undelivered.card(), goodLink.card()),
                Planted.after(LINKED, 30, "DQ06", gone.id(), goodLink.id()),
                Planted.after(LINKED, 30, "DQ07", undelivered.id(), goodLink.id()),
                Planted.of("DQ09", twice, goodCadre),
                Planted.of("DQ10", first.enrolment(greedy), first.enrolment(busy)),
                Planted.of("DQ10", first.enrolment(above), first.enrolment(promoted)),
                Planted.after(day("01-31"), 0, "DQ10", first.enrolment(demoted), first.enrolment(within)),
                Planted.of("DQ11", first.linkPoint(), second.linkPoint()),
                Planted.of("DQ12", second.linkPoint(), third.linkPoint()),
                Planted.after(ENROLLED, 30, "DQ15", first.enrolment(idle), first.enrolment(goodCadre)),
                Planted.after(day("01-31"), 0, "DQ55", first.enrolment(left), first.enrolment(goodCadre)),
                Planted.after(day("01-31"), 0, "DQ55", posting, other));
    }

    private UUID posted(String name, UUID cadre) {
        UUID posting = village.id(name);
        village.put(
                "Posting-" + posting,
                new PostingBegun(
                        new Assignment(posting, village.programme, village.office, village.id),
                        PostingKind.INSTRUCTOR,
                        cadre,
                        List.of(),
                        null,
                        null,
                        null,
                        ENROLLED));
        return posting;
    }

    List<Planted> visits() {
        UUID seen = visited(good, goodCadre, "good", VISITED, 50, false, true);
        UUID stranger = visited(good, village.cadre("stranger"), "stranger", VISITED);
        UUID early = visited(good, goodCadre, "too early", day("01-03"));
        UUID mute = visited(good, goodCadre, "mute", day("02-02"), null, false, false);
        UUID found = visited(good, goodCadre, "found", day("02-03"), 51, true, false);
        UUID once = visited(good, goodCadre, "once", day("02-04"));
        visited(good, goodCadre, "once more", day("02-04"));
        UUID copying = enrolled("copying");
        UUID diligent = enrolled("diligent");
        for (int i = 0; i < 7; i++) {
            UUID household = village.id("household of many " + i);
            visited(household, copying, "copied " + i, day("02-05"));
            visited(household, diligent, "written " + i, day(i < 6 ? "02-05" : "02-06"));
        }
        return List.of(
                Planted.of("DQ08", stranger, seen),
                Planted.of("DQ08", early, seen),
                Planted.of("DQ16", mute, seen),
                Planted.of("DQ16", mute, found),
                Planted.of("DQ17", found, seen),
                Planted.of("DQ18", once, seen),
                Planted.of("DQ19", copying, diligent));
    }

    List<Planted> households() {
        UUID same = admitted(registered("same", "88", 0));
        admitted(registered("the same again", "８8 ", 0));
        UUID crowd = admitted("crowd", 15);
        UUID large = admitted("large", 14);
        UUID moved = admitted("moved", 0);
        UUID before = visited(moved, goodCadre, "before the move", day("01-19"));
        UUID after = visited(moved, goodCadre, "after the move", day("01-21"));
        UUID asked = asked(moved, "01-21");
        UUID askedBefore = asked(moved, "01-19");
        village.put(
                "Household-" + moved,
                new HouseholdRelocated(new Removal(moved, village.id, 7, village.other, 1), null, null, day("01-20")));
        return List.of(
                Planted.of("DQ20", same, good),
                Planted.of("DQ21", crowd, large),
                Planted.of("DQ22", crowd, good),
                Planted.of("DQ23", moved, good),
                Planted.of("DQ52", after, before),
                Planted.of("DQ52", asked, askedBefore));
    }

    /** A concern of a household is raised, of the village of the roster. */
    private UUID asked(UUID household, String day) {
        UUID id = village.id("asked on " + day);
        village.put(
                "Concern-" + id,
                new ConcernRaised(
                        new Topic(id, village.programme, village.office, village.id, null, "T6", ConcernKind.REQUEST),
                        List.of(7),
                        household,
                        null,
                        null,
                        village.reason(),
                        day(day).plusDays(60),
                        day(day)));
        return id;
    }

    List<Planted> texts() {
        String written = "和户主一起看了旱地，改种烤烟的打算很实在";
        UUID copy = visited(good, goodCadre, "copy", day("02-07"), 3, false, true, written);
        visited(good, village.cadre("copier"), "copied", day("02-08"), 3, false, true, written);
        UUID own = visited(good, goodCadre, "own", day("02-09"), 3, false, true, written + "（另记）");
        UUID here = admitted(numbered("here", "11010519491231002X"));
        admitted(numbered("there", "11010519491231002x"));
        // both of them entered as men
        UUID otherwise = admitted(numbered("otherwise", "110105201201050025"));
        UUID twice = admitted(numbered("twice", "440524188001010014", "440524188001010014"));
        UUID doubled = enrolled("doubled");
        UUID again = village.id("cadre doubled again");
        village.put(
                "Cadre-" + again,
                new CadreRegistered(
                        village.membership(again),
                        null,
                        village.sealed("person:" + again, "doubled"),
                        "1",
                        "141",
                        null,
                        null,
                        null,
                        Village.LAUNCH));
        return List.of(
                Planted.of("DQ54", doubled, goodCadre),
                Planted.of("DQ47", copy, own),
                Planted.of("DQ48", here, twice),
                Planted.of("DQ49", twice, here),
                Planted.of("DQ51", otherwise, twice));
    }

    private UUID numbered(String name, String... numbers) {
        List<Person> people = new ArrayList<>();
        for (String number : numbers) {
            UUID person = village.id("person " + name + people.size());
            String subject = "person:" + person;
            people.add(new Person(
                    person, village.sealed(subject, name), village.sealed(subject, number), "1", null, null, null));
        }
        UUID household = village.id("household " + name);
        village.put(
                "Household-" + household,
                new HouseholdRegistered(
                        village.residence(household),
                        name,
                        people.getFirst(),
                        people.subList(1, people.size()),
                        null,
                        Village.LAUNCH));
        return household;
    }
}
