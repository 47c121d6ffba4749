package org.minqing.command.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.visit.Visits.BUREAU;
import static org.minqing.command.visit.Visits.CITY;
import static org.minqing.command.visit.Visits.DAY;
import static org.minqing.command.visit.Visits.ENTRY;
import static org.minqing.command.visit.Visits.FIRST;
import static org.minqing.command.visit.Visits.LINK;
import static org.minqing.command.visit.Visits.OFFICE;
import static org.minqing.command.visit.Visits.PROGRAMME;
import static org.minqing.command.visit.Visits.RECORDED;
import static org.minqing.command.visit.Visits.ROUND;
import static org.minqing.command.visit.Visits.SECOND;
import static org.minqing.command.visit.Visits.SHUITIAN;
import static org.minqing.command.visit.Visits.VISIT;
import static org.minqing.command.visit.Visits.cadre;
import static org.minqing.command.visit.Visits.fixture;
import static org.minqing.command.visit.Visits.linked;
import static org.minqing.command.visit.Visits.recorded;
import static org.minqing.command.visit.Visits.text;
import static org.minqing.command.visit.Visits.written;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.Sealed;
import org.minqing.events.cadre.CadreEvent.CadreWithdrawn;
import org.minqing.events.visit.VisitEvent.DiaryEntryCorrected;
import org.minqing.events.visit.VisitEvent.DiaryEntryVoided;
import org.minqing.events.visit.VisitEvent.DiaryEntryWritten;
import org.minqing.events.visit.VisitEvent.VisitCorrected;
import org.minqing.events.visit.VisitEvent.VisitRecorded;
import org.minqing.events.visit.VisitEvent.VisitVoided;

/** What becomes of a visit after it was recorded. */
class CorrectVisitTest {
    private static final VisitRecorded ALONE = recorded(List.of(FIRST), null, null, null, null);
    private static final DiaryEntryWritten WRITTEN = written(ENTRY, SECOND, DAY.plusDays(1));

    @Test
    void corrects_who_was_there() {
        fixture().given(RECORDED).when(correct(List.of(FIRST), null, null)).events(corrected(RECORDED, ALONE));
    }

    @Test
    void corrections_stack() {
        fixture()
                .given(RECORDED, corrected(RECORDED, ALONE))
                .when(correct(null, ROUND, null))
                .events(corrected(ALONE, recorded(List.of(FIRST), null, ROUND, null, null)));
    }

    @Test
    void a_correction_finds_the_link_of_who_was_there() {
        linked(fixture(), SECOND)
                .given(ALONE)
                .when(correct(List.of(SECOND), null, null))
                .events(corrected(ALONE, recorded(List.of(SECOND), LINK, null, null, null)));
    }

    @Test
    void a_diary_put_in_by_correction_is_that_of_the_first_cadre() {
        fixture()
                .given(RECORDED)
                .when(correct(null, null, text("补记")))
                .events(corrected(RECORDED, recorded(List.of(FIRST, SECOND), null, null, text("补记"), FIRST)));
    }

    @Test
    void a_corrected_diary_stays_that_of_its_cadre() {
        VisitRecorded before = recorded(List.of(FIRST, SECOND), null, null, text("日记"), SECOND);
        fixture()
                .given(before)
                .when(correct(null, null, text("补记")))
                .events(corrected(before, recorded(List.of(FIRST, SECOND), null, null, text("补记"), SECOND)));
    }

    @Test
    void correcting_to_what_it_is_changes_nothing() {
        fixture()
                .given(RECORDED)
                .when(correct(List.of(FIRST, SECOND), null, null))
                .nothing();
    }

    @Test
    void counts_a_visit_to_another_organisation() {
        VisitCorrected corrected = fixture()
                .given(RECORDED)
                .when(new CorrectVisit(
                        VISIT, null, BUREAU, null, null, null, null, null, null, null, null, text("误录"), null, null))
                .only(VisitCorrected.class);
        assertThat(corrected.organisationId()).isEqualTo(BUREAU);
        assertThat(corrected.after().organisationId()).isEqualTo(BUREAU);
        assertThat(corrected.after().officeId()).isNull();
        assertThat(corrected.before().officeId()).isEqualTo(OFFICE);
    }

    @Test
    void judges_only_what_the_correction_changes() {
        fixture()
                .known("Cadre", SECOND, new CadreWithdrawn(SECOND, CITY, "5303", null, null, DAY))
                .given(RECORDED)
                .when(correct(List.of(FIRST), null, null))
                .events(corrected(RECORDED, ALONE));
        fixture()
                .known("Cadre", SECOND, new CadreWithdrawn(SECOND, CITY, "5303", null, null, DAY))
                .given(ALONE)
                .when(correct(List.of(FIRST, SECOND), null, null))
                .refused("cadre-not-in-service");
    }

    @Test
    void refuses_to_correct_to_a_round_nobody_knows() {
        fixture().given(RECORDED).when(correct(null, new UUID(5, 9), null)).refused("visit-round-not-found");
    }

    @Test
    void refuses_to_correct_to_a_cadre_named_twice() {
        fixture()
                .given(RECORDED)
                .when(correct(List.of(FIRST, FIRST), null, null))
                .refusedField("/cadreIds/1");
    }

    @Test
    void refuses_to_take_out_a_cadre_who_wrote_the_diary() {
        fixture()
                .given(RECORDED, WRITTEN)
                .when(correct(List.of(FIRST), null, null))
                .refused("diary-of-cadre-stands");
        fixture()
                .given(recorded(List.of(FIRST, SECOND), null, null, text("日记"), SECOND))
                .when(correct(List.of(FIRST), null, null))
                .refused("diary-of-cadre-stands");
    }

    @Test
    void refuses_to_correct_the_day() {
        fixture()
                .given(RECORDED)
                .when(new CorrectVisit(
                        VISIT,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        5,
                        null,
                        null,
                        text("误录"),
                        null,
                        DAY.plusDays(1)))
                .refusedField("/occurredOn");
    }

    @Test
    void refuses_to_correct_a_voided_visit() {
        fixture()
                .given(RECORDED, voided(RECORDED))
                .when(correct(List.of(FIRST), null, null))
                .refused("visit-voided");
    }

    @Test
    void a_cadre_corrects_a_visit_of_its_own_and_no_other() {
        fixture()
                .caller(cadre(SECOND))
                .given(RECORDED)
                .when(correct(List.of(FIRST), null, null))
                .events(corrected(RECORDED, ALONE));
        fixture()
                .caller(cadre(SECOND))
                .given(ALONE)
                .when(correct(null, ROUND, null))
                .refused("not-your-visit");
        fixture().caller(cadre(SECOND)).given(ALONE).when(voiding(null)).refused("not-your-visit");
    }

    @Test
    void voids_a_visit() {
        fixture().given(RECORDED).when(voiding(DAY)).events(voided(RECORDED));
    }

    @Test
    void voids_a_corrected_visit_as_it_stands() {
        fixture()
                .given(RECORDED, corrected(RECORDED, ALONE))
                .when(voiding(null))
                .events(voided(ALONE));
    }

    @Test
    void voids_the_diary_with_the_visit_the_last_entry_first() {
        DiaryEntryWritten second = written(new UUID(8, 2), FIRST, DAY);
        fixture()
                .given(RECORDED, WRITTEN, second)
                .when(voiding(null))
                .events(voided(second), voided(WRITTEN), voided(RECORDED));
    }

    @Test
    void voiding_a_visit_again_changes_nothing() {
        fixture().given(RECORDED, voided(RECORDED)).when(voiding(null)).nothing();
    }

    @Test
    void refuses_to_void_a_visit_on_another_day() {
        fixture().given(RECORDED).when(voiding(DAY.minusDays(1))).refusedField("/occurredOn");
    }

    @Test
    void a_cadre_who_was_there_writes_the_diary() {
        CommandFixture fixture = fixture().given(RECORDED);
        fixture.when(write(SECOND, DAY.plusDays(1))).events(written(fixture.eventId(0), SECOND, DAY.plusDays(1)));
    }

    @Test
    void several_entries_may_be_written() {
        CommandFixture fixture = fixture().given(RECORDED, WRITTEN);
        fixture.when(write(SECOND, DAY)).events(written(fixture.eventId(0), SECOND, DAY));
    }

    @Test
    void refuses_a_diary_by_somebody_who_was_not_there() {
        fixture().given(ALONE).when(write(SECOND, DAY)).refused("cadre-not-at-visit");
    }

    @Test
    void refuses_a_diary_by_a_cadre_nobody_knows() {
        fixture().given(RECORDED).when(write(new UUID(3, 9), DAY)).refused("cadre-not-found");
    }

    @Test
    void refuses_a_diary_before_the_visit() {
        fixture().given(RECORDED).when(write(SECOND, DAY.minusDays(1))).refused("out-of-order");
    }

    @Test
    void refuses_a_diary_of_tomorrow() {
        fixture()
                .given(RECORDED)
                .when(write(SECOND, CommandFixture.TODAY.plusDays(1)))
                .refusedField("/occurredOn");
    }

    @Test
    void refuses_a_diary_about_a_voided_visit() {
        fixture().given(RECORDED, voided(RECORDED)).when(write(SECOND, DAY)).refused("visit-voided");
    }

    @Test
    void a_cadre_writes_no_diary_but_its_own() {
        fixture().caller(cadre(FIRST)).given(RECORDED).when(write(SECOND, DAY)).refused("not-your-diary");
        fixture()
                .caller(cadre(FIRST))
                .given(RECORDED, WRITTEN)
                .when(rewrite(ENTRY))
                .refused("not-your-diary");
        fixture()
                .caller(cadre(FIRST))
                .given(RECORDED, WRITTEN)
                .when(strike(ENTRY))
                .refused("not-your-diary");
    }

    @Test
    void refuses_a_step_in_another_programme() {
        fixture()
                .given(RECORDED)
                .when(new WriteDiaryEntry(VISIT, new UUID(1, 9), null, SECOND, text("日记"), DAY))
                .refusedField("/programmeId");
    }

    @Test
    void corrects_a_diary_entry() {
        fixture().given(RECORDED, WRITTEN).when(rewrite(ENTRY)).events(rewritten(WRITTEN));
    }

    @Test
    void corrections_of_a_diary_entry_stack() {
        fixture()
                .given(RECORDED, WRITTEN, rewritten(WRITTEN))
                .when(rewrite(ENTRY))
                .events(rewritten(rewritten(WRITTEN).after()));
    }

    @Test
    void refuses_to_correct_an_entry_nobody_knows() {
        fixture().given(RECORDED).when(rewrite(ENTRY)).refused("diary-entry-not-found");
    }

    @Test
    void voids_a_diary_entry() {
        fixture().given(RECORDED, WRITTEN).when(strike(ENTRY)).events(voided(WRITTEN));
    }

    @Test
    void voiding_a_diary_entry_again_changes_nothing() {
        fixture().given(RECORDED, WRITTEN, voided(WRITTEN)).when(strike(ENTRY)).nothing();
    }

    @Test
    void refuses_to_void_an_entry_nobody_knows() {
        fixture().given(RECORDED).when(strike(ENTRY)).refused("diary-entry-not-found");
    }

    private static VisitCorrected corrected(VisitRecorded before, VisitRecorded after) {
        return new VisitCorrected(
                VISIT, PROGRAMME, CITY, SHUITIAN, CommandFixture.givenId(0), before, after, text("误录"), "MISTAKE", DAY);
    }

    private static VisitVoided voided(VisitRecorded before) {
        return new VisitVoided(
                VISIT, PROGRAMME, CITY, SHUITIAN, CommandFixture.givenId(0), before, text("误录"), "MISTAKE", DAY);
    }

    private static DiaryEntryVoided voided(DiaryEntryWritten before) {
        return new DiaryEntryVoided(
                VISIT, PROGRAMME, CITY, SHUITIAN, before.entryId(), before, text("误录"), "MISTAKE", before.occurredOn());
    }

    private static DiaryEntryCorrected rewritten(DiaryEntryWritten before) {
        DiaryEntryWritten after = new DiaryEntryWritten(
                VISIT,
                PROGRAMME,
                CITY,
                SHUITIAN,
                OFFICE,
                null,
                before.entryId(),
                7,
                before.householdId(),
                before.cadreId(),
                text("改写"),
                before.occurredOn());
        return new DiaryEntryCorrected(
                VISIT,
                PROGRAMME,
                CITY,
                SHUITIAN,
                before.entryId(),
                before,
                after,
                text("误录"),
                "MISTAKE",
                before.occurredOn());
    }

    private static CorrectVisit correct(@Nullable List<UUID> cadreIds, @Nullable UUID roundId, @Nullable Sealed diary) {
        return new CorrectVisit(
                VISIT, null, null, null, null, cadreIds, null, roundId, null, null, diary, text("误录"), "MISTAKE", null);
    }

    private static VoidVisit voiding(@Nullable LocalDate day) {
        return new VoidVisit(VISIT, null, null, text("误录"), "MISTAKE", day);
    }

    private static WriteDiaryEntry write(UUID cadreId, LocalDate day) {
        return new WriteDiaryEntry(VISIT, null, null, cadreId, text("日记"), day);
    }

    private static CorrectDiaryEntry rewrite(UUID entryId) {
        return new CorrectDiaryEntry(VISIT, null, null, entryId, text("改写"), text("误录"), "MISTAKE", null);
    }

    private static VoidDiaryEntry strike(UUID entryId) {
        return new VoidDiaryEntry(VISIT, null, null, entryId, text("误录"), "MISTAKE", null);
    }
}
