package org.minqing.query.dataquality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.query.Village.day;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.events.cadre.CadreEvent.CadreRankChanged;
import org.minqing.events.household.HouseholdEvent.HouseholdRelocated;
import org.minqing.events.household.HouseholdEvent.Removal;
import org.minqing.events.programme.ProgrammeEvent.LinkQuotaDefined;
import org.minqing.events.visit.VisitEvent.Account;
import org.minqing.events.visit.VisitEvent.Home;
import org.minqing.events.visit.VisitEvent.VisitRecorded;
import org.minqing.events.visit.VisitKind;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.QueryServer;
import org.minqing.query.Roster;
import org.minqing.query.Roster.Link;
import org.minqing.query.Village;
import org.minqing.query.platform.source.DataQuality.Finding;
import org.minqing.query.platform.source.DataQuality.Records;

/**
 * Rules about a link, an enrolment and a visit count what was done for whatever organisation and wherever the household lived that
 * day, in the same programme; and what is in force on the last day asked for.
 */
class RulesOfTheDayTest {
    private static final LocalDate FROM = day("01-01");
    private static final LocalDate TO = day("06-30");

    private final Village village = new Village(QueryServer.shared());
    private final Roster roster = Roster.of(village);
    private final DataQualityRules rules = village.server().context.getBean(DataQualityRules.class);
    private final UUID cadre = village.cadre("张示例");
    private final UUID household = village.household("赵示例");
    private final Link link = Link.of(household, cadre, "link");
    private int visits;

    @BeforeEach
    void a_link_that_has_stood_since_january() {
        village.put(roster.stream(), roster.designated(null, day("01-01")));
        quota("科级以下", List.of("141", "150"), 3, Village.LAUNCH);
        quota("处级以上", List.of("131"), 5, Village.LAUNCH);
        village.put(roster.stream(), roster.enrolled(cadre, day("01-01")));
        village.put(roster.stream(), roster.admitted(household, day("01-02")));
        village.put(roster.stream(), roster.assigned(link, day("01-02")));
    }

    private void quota(String band, List<String> ranks, int households, LocalDate day) {
        village.put(
                "Programme-" + village.programme,
                new LinkQuotaDefined(village.sphere(), village.id(band), band, ranks, households, day));
    }

    private List<String> found(String number, LocalDate to, long knownAt) {
        Rule rule = rules.rules().stream()
                .filter(each -> each.number().equals(number))
                .findFirst()
                .orElseThrow();
        var records = new Records(village.programme, village.office, village.county, FROM, to, knownAt);
        return rules.findings(rule, records).stream().map(Finding::record).toList();
    }

    private List<String> found(String number) {
        return found(number, TO, settled());
    }

    private long settled() {
        assertThat(village.ask("/v1/measures", TO.toString(), village.head()).status())
                .isEqualTo(200);
        return village.head();
    }

    private VisitRecorded visit(UUID programme, UUID organisation, String at, String day) {
        return new VisitRecorded(
                new Account(village.id("visit " + ++visits), programme, organisation, at, null, "T1"),
                new Home(7, household),
                null,
                List.of(cadre),
                VisitKind.DISPERSED,
                null,
                3,
                null,
                village.sealed("household:" + household, "到家里走访（示例）" + visits),
                cadre,
                day(day));
    }

    private Appended put(VisitRecorded visit) {
        return village.put("Visit-" + visit.of().visitId(), visit);
    }

    @Test
    void a_visit_counts_for_the_link_whoever_sent_the_cadre_and_wherever_the_household_lived() {
        assertThat(found("DQ07")).containsExactly(link.id().toString());
        assertThat(found("DQ15")).containsExactly(roster.enrolment(cadre).toString());

        VisitRecorded elsewhere = visit(village.programme, village.id("another office"), village.other, "03-01");
        village.put(
                "Household-" + household,
                new HouseholdRelocated(
                        new Removal(household, village.id, 7, village.other, 1), null, null, day("02-01")));
        long before = settled();
        Appended at = put(elsewhere);

        assertThat(found("DQ07")).isEmpty();
        assertThat(found("DQ15")).isEmpty();
        assertThat(found("DQ07", TO, before)).containsExactly(link.id().toString());
        assertThat(found("DQ07", day("02-29"), settled()))
                .as("before the visit")
                .containsExactly(link.id().toString());
        assertThat(found("DQ15", day("02-29"), settled())).hasSize(1);
        assertThat(found("DQ07", day("03-01"), settled())).as("on its day").isEmpty();

        village.voids(at, elsewhere);
        assertThat(found("DQ07")).containsExactly(link.id().toString());
    }

    @Test
    void a_visit_of_another_programme_counts_for_none_of_its_links_and_enrolments() {
        put(visit(village.id("another programme"), village.office, village.id, "03-01"));
        assertThat(found("DQ07")).containsExactly(link.id().toString());
        assertThat(found("DQ15")).containsExactly(roster.enrolment(cadre).toString());
    }

    @Test
    void two_visits_of_one_day_are_found_though_another_office_recorded_one() {
        VisitRecorded own = visit(village.programme, village.office, village.id, "03-01");
        put(own);
        assertThat(found("DQ18")).isEmpty();
        long before = settled();
        VisitRecorded other = visit(village.programme, village.id("another office"), village.other, "03-01");
        Appended at = put(other);
        assertThat(found("DQ18"))
                .as("the other is another office's to mend")
                .containsExactly(own.of().visitId().toString());
        assertThat(found("DQ18", TO, before)).isEmpty();
        assertThat(found("DQ18", day("02-29"), settled())).isEmpty();
        village.voids(at, other);
        put(visit(village.programme, village.id("another office"), village.other, "03-02"));
        assertThat(found("DQ18")).as("on another day").isEmpty();
    }

    @Test
    void a_quota_is_judged_by_the_rank_and_the_band_of_the_last_day() {
        String place = roster.enrolment(cadre).toString();
        quota("处级以上", List.of("131"), 0, day("02-01"));
        assertThat(found("DQ10")).isEmpty();
        long before = settled();
        village.put("Cadre-" + cadre, new CadreRankChanged(village.membership(cadre), "141", "131", day("03-01")));
        assertThat(found("DQ10", day("02-29"), settled())).isEmpty();
        assertThat(found("DQ10", day("03-01"), settled())).containsExactly(place);
        assertThat(found("DQ10", TO, before)).isEmpty();
        quota("处级以上", List.of("132"), 0, day("04-01"));
        quota("科级以下", List.of("131", "141"), 3, day("04-01"));
        assertThat(found("DQ10", day("03-31"), settled())).containsExactly(place);
        assertThat(found("DQ10", day("04-01"), settled())).isEmpty();
        village.put("Cadre-" + cadre, new CadreRankChanged(village.membership(cadre), "131", "132", day("05-01")));
        village.put("Cadre-" + cadre, new CadreRankChanged(village.membership(cadre), "132", "141", day("06-01")));
        assertThat(found("DQ10", day("05-31"), settled())).containsExactly(place);
        assertThat(found("DQ10", day("06-01"), settled())).isEmpty();
    }
}
