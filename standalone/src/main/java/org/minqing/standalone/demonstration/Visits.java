package org.minqing.standalone.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.standalone.demonstration.Roster.Link;
import org.minqing.standalone.demonstration.Table.Row;

/**
 * The year's visits: every linked household in both collective rounds and some between, every further one once, the needy
 * at the year's end. One was entered twice and voided.
 */
final class Visits {
    private static final LocalDate DISPERSED = LocalDate.of(2012, 4, 2);
    private static final int DISPERSED_WORKDAYS = 160;
    private static final int BETWEEN = 120;
    private static final LocalDate YEAR_END = LocalDate.of(2012, 12, 10);
    private static final LocalDate ENTERED_LATE = LocalDate.of(2013, 1, 8);
    private static final LocalDate VOIDED = LocalDate.of(2012, 10, 9);
    private static final int A_DAY = 22;
    private static final int COPIED_EVERY = 20;
    private static final Map<String, String> CLAUSES =
            Map.of("COLLECTIVE", "M07", "DISPERSED", "M20", "CONDOLENCE", "condolence");

    private final Script script;
    private final List<Cadre> cadres;
    private final Roster roster;
    private final List<Row> findings = Table.read("findings");
    private final List<Row> diaries = Table.read("diaries");

    Visits(Script script, List<Cadre> cadres, Roster roster) {
        this.script = script;
        this.cadres = cadres;
        this.roster = roster;
    }

    void tell(List<Household> households) {
        collective(0);
        collective(1);
        between();
        dispersed(households.stream()
                .filter(h -> h.standing() == Household.Standing.FURTHER)
                .toList());
        condolence();
        enteredTwice();
    }

    private void collective(int round) {
        for (Link link : roster.links()) {
            LocalDate day = Workdays.after(Campaign.opened(round), link.no() / A_DAY);
            Instant recorded = Script.at(day.plusDays(link.no() % 5 == 0 ? 1 : 0), 20);
            visit(recorded, day, link.household(), link.cadre(), "COLLECTIVE", "round" + round, link.no())
                    .with("roundId", Campaign.round(round))
                    .with("diary", mayWrite(link, round) ? diary(link, round) : null)
                    .cites(mayWrite(link, round) ? "M07 M27" : "M07");
            if (round == 0) {
                roster.deliver(script, link, day, recorded);
            }
        }
    }

    /** Every cadre writes about the first household of the first round and of the second. */
    private boolean mayWrite(Link link, int round) {
        return link.no() == 0
                || !roster.links().get(link.no() - 1).cadre().equals(link.cadre())
                || round == 1 && link.no() % 9 == 0;
    }

    /** Names the household, so no two are the same; but a few cadres copied in the second round what they wrote in the first. */
    private String diary(Link link, int round) {
        int number = link.no() + (link.cadre().no() % COPIED_EVERY == 0 ? 0 : round);
        return "到%d组%s家，%s".formatted(link.household().group(), link.household().headName(), text(diaries, number));
    }

    private void between() {
        for (int i = 0; i < BETWEEN; i++) {
            Link link = roster.links().get(i * 7 % roster.links().size());
            dispersed(i, BETWEEN, link.household(), link.cadre(), "between");
        }
    }

    private void dispersed(List<Household> households) {
        for (int i = 0; i < households.size(); i++) {
            dispersed(i, households.size(), households.get(i), cadres.get(i * 11 % cadres.size()), "further");
        }
    }

    private void dispersed(int i, int of, Household household, Cadre cadre, String sort) {
        LocalDate day = Workdays.after(DISPERSED, i * DISPERSED_WORKDAYS / of);
        visit(Script.at(day.plusDays(i % 7 == 3 ? 6 : 0), 20), day, household, cadre, "DISPERSED", sort, i);
    }

    /** Entered after the year was over: a fact of 2012 that nobody knew of in 2012. */
    private void condolence() {
        List<Link> needy =
                roster.links().stream().filter(l -> l.household().condoled()).toList();
        for (int i = 0; i < needy.size(); i++) {
            Link link = needy.get(i);
            LocalDate day = Workdays.after(YEAR_END, i / 4);
            visit(Script.at(ENTERED_LATE, 10), day, link.household(), link.cadre(), "CONDOLENCE", "need", i);
        }
    }

    private void enteredTwice() {
        Link link = roster.links().getFirst();
        LocalDate day = Campaign.opened(1);
        Step twice = visit(Script.at(day, 21), day, link.household(), link.cadre(), "COLLECTIVE", "twice")
                .with("roundId", Campaign.round(1));
        script.add(Script.at(VOIDED, 9), Mark.INVENTED, "Void", "twice")
                .inLane(twice.made().toString())
                .with("eventId", twice.event())
                .with("reason", "同一次走访重复录入（示例）");
    }

    /** Of the visit that a link had in a round, 0 or 1. */
    static UUID collective(int round, int link) {
        return new Step(Year.OPENED, Mark.INVENTED, "RecordVisit", "round" + round, link).made();
    }

    private Step visit(
            Instant recordedAt, LocalDate day, Household household, Cadre cadre, String kind, Object... key) {
        int no = household.no();
        return script.add(recordedAt, Mark.INVENTED, "RecordVisit", key)
                .cites(Objects.requireNonNull(CLAUSES.get(kind)))
                .ofTheOffice()
                .with("officeId", cadre.office())
                .with("taskCode", kind.equals("CONDOLENCE") ? "T6" : "T1")
                .with("householdId", household.id())
                .with("cadreIds", no % 4 == 0 ? List.of(cadre.id(), companion(cadre)) : List.of(cadre.id()))
                .with("kind", kind)
                .with("personsMet", 1 + no % 4)
                .with("findings", no % 3 == 0 ? text(findings, no) : null)
                .on(day);
    }

    private UUID companion(Cadre cadre) {
        return cadres.get(cadre.no() % cadres.size()).id();
    }

    private static @Nullable String text(List<Row> texts, int number) {
        return texts.get(number % texts.size()).text("text");
    }
}
