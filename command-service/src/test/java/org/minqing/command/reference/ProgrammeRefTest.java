package org.minqing.command.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.reference.Folding.fold;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.TestSealed;
import org.minqing.events.LinkMode;
import org.minqing.events.Sealed;
import org.minqing.events.Voided;
import org.minqing.events.programme.ProgrammeEvent.LinkQuotaDefined;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeClosed;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;
import org.minqing.events.programme.ProgrammeEvent.TaskCatalogueAdopted;
import org.minqing.events.programme.ProgrammeEvent.TwoPersonRuleSet;
import org.minqing.events.programme.ProgrammeEvent.VisitRoundOpened;
import org.minqing.events.programme.RoundKind;
import org.minqing.events.programme.Task;

class ProgrammeRefTest {
    private static final UUID PROGRAMME = new UUID(1, 1);
    private static final UUID OFFICE = new UUID(2, 2);
    private static final UUID ROUND = new UUID(3, 3);
    private static final Sphere SPHERE = new Sphere(PROGRAMME, OFFICE, "5303");
    private static final LocalDate MAY = LocalDate.of(2012, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2012, 6, 1);
    private static final Sealed REASON = TestSealed.sealed("programme:" + PROGRAMME, "误录");
    private static final ProgrammeLaunched LAUNCHED = new ProgrammeLaunched(SPHERE, "四群教育", LinkMode.EXACTLY_ONE, MAY);

    @Test
    void is_in_force_from_launch_through_its_last_day() {
        ProgrammeRef programme = fold(ProgrammeRef.KIND, LAUNCHED, new ProgrammeClosed(SPHERE, null, null, JUNE));
        assertThat(programme.inForceOn(MAY.minusDays(1))).isFalse();
        assertThat(programme.inForceOn(MAY)).isTrue();
        assertThat(programme.inForceOn(JUNE)).isTrue();
        assertThat(programme.inForceOn(JUNE.plusDays(1))).isFalse();
    }

    @Test
    void a_voided_programme_never_was_in_force() {
        ProgrammeRef programme =
                fold(ProgrammeRef.KIND, LAUNCHED, new Voided<>(new UUID(9, 9), LAUNCHED, REASON, null));
        assertThat(programme.inForceOn(JUNE)).isFalse();
    }

    @Test
    void covers_the_division_it_works_in_and_below() {
        ProgrammeRef programme = fold(ProgrammeRef.KIND, LAUNCHED);
        assertThat(programme.covers("530328202207")).isTrue();
        assertThat(programme.covers("530402")).isFalse();
    }

    @Test
    void judges_a_rank_by_its_bands_quota_on_the_day() {
        ProgrammeRef programme = fold(
                ProgrammeRef.KIND,
                LAUNCHED,
                quota(1, "处级以上", List.of("131", "132"), 5, MAY),
                quota(2, "科以下", List.of("141", "150"), 3, MAY),
                quota(3, "处级以上", List.of("131", "132"), 6, JUNE));
        assertThat(programme.quotas().forRank("132", MAY.minusDays(1))).isEmpty();
        assertThat(programme.quotas().forRank("132", MAY).map(LinkQuotaDefined::households))
                .contains(5);
        assertThat(programme.quotas().forRank("132", JUNE).map(LinkQuotaDefined::households))
                .contains(6);
        assertThat(programme.quotas().forRank("150", JUNE).map(LinkQuotaDefined::households))
                .contains(3);
        assertThat(programme.quotas().forRank("199", JUNE)).isEmpty();
    }

    @Test
    void a_rank_taken_out_of_its_band_is_judged_by_the_band_no_longer() {
        ProgrammeRef programme = fold(
                ProgrammeRef.KIND,
                LAUNCHED,
                quota(1, "处级以上", List.of("131", "132"), 5, MAY),
                quota(2, "处级以上", List.of("131"), 5, JUNE));
        assertThat(programme.quotas().forRank("132", JUNE)).isEmpty();
    }

    @Test
    void a_rank_named_by_two_bands_is_judged_by_the_one_defined_last() {
        ProgrammeRef programme = fold(
                ProgrammeRef.KIND,
                LAUNCHED,
                quota(1, "新", List.of("141"), 4, JUNE),
                quota(2, "旧", List.of("141"), 3, MAY));
        assertThat(programme.quotas().forRank("141", JUNE).map(LinkQuotaDefined::households))
                .contains(4);
    }

    @Test
    void a_voided_quota_gives_way_to_the_one_before_it() {
        LinkQuotaDefined wrong = quota(2, "科以下", List.of("141"), 30, JUNE);
        ProgrammeRef programme = fold(
                ProgrammeRef.KIND,
                LAUNCHED,
                quota(1, "科以下", List.of("141"), 3, MAY),
                wrong,
                new Voided<>(new UUID(9, 9), wrong, REASON, null));
        assertThat(programme.quotas().forRank("141", JUNE).map(LinkQuotaDefined::households))
                .contains(3);
    }

    @Test
    void says_how_it_links_and_links_one_cadre_to_a_household_where_it_never_was() {
        ProgrammeLaunched free = new ProgrammeLaunched(SPHERE, "四群教育", LinkMode.AT_LEAST_ONE, MAY);
        assertThat(fold(ProgrammeRef.KIND, free).linkMode()).isEqualTo(LinkMode.AT_LEAST_ONE);
        ProgrammeRef never = fold(ProgrammeRef.KIND, free, new Voided<>(new UUID(9, 9), free, REASON, null));
        assertThat(never.linkMode()).isEqualTo(LinkMode.EXACTLY_ONE);
        assertThat(never.covers("5303")).isFalse();
    }

    @Test
    void classes_by_the_tasks_adopted_by_the_day() {
        ProgrammeRef programme = fold(
                ProgrammeRef.KIND,
                LAUNCHED,
                new TaskCatalogueAdopted(
                        SPHERE,
                        List.of(new Task("T1", "访民情", null, List.of()), new Task("T8", "另一项", null, List.of())),
                        JUNE));
        assertThat(programme.tasksOn(MAY)).isEmpty();
        assertThat(programme.tasksOn(JUNE)).containsExactlyInAnyOrder("T1", "T8");
    }

    @Test
    void knows_its_visit_rounds() {
        VisitRoundOpened opened = new VisitRoundOpened(SPHERE, ROUND, RoundKind.COLLECTIVE, "第一轮", MAY);
        assertThat(fold(ProgrammeRef.KIND, LAUNCHED, opened).rounds()).containsExactly(Map.entry(ROUND, MAY));
        assertThat(fold(ProgrammeRef.KIND, LAUNCHED, opened, new Voided<>(new UUID(9, 9), opened, REASON, null))
                        .rounds())
                .isEmpty();
    }

    @Test
    void the_two_person_rule_is_off_until_it_is_set() {
        ProgrammeRef programme = fold(ProgrammeRef.KIND, LAUNCHED, new TwoPersonRuleSet(SPHERE, true, JUNE));
        assertThat(programme.twoPersonRuleOn(MAY)).isFalse();
        assertThat(programme.twoPersonRuleOn(JUNE)).isTrue();
    }

    private static LinkQuotaDefined quota(int id, String band, List<String> ranks, int households, LocalDate day) {
        return new LinkQuotaDefined(SPHERE, new UUID(0, id), band, ranks, households, day);
    }
}
