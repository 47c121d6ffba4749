package org.minqing.command.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.visit.Visits.BUREAU;
import static org.minqing.command.visit.Visits.CITY;
import static org.minqing.command.visit.Visits.DAY;
import static org.minqing.command.visit.Visits.ENTRY;
import static org.minqing.command.visit.Visits.FIRST;
import static org.minqing.command.visit.Visits.HOUSEHOLD;
import static org.minqing.command.visit.Visits.LAUNCH;
import static org.minqing.command.visit.Visits.LINK;
import static org.minqing.command.visit.Visits.OFFICE;
import static org.minqing.command.visit.Visits.RECORDED;
import static org.minqing.command.visit.Visits.ROUND;
import static org.minqing.command.visit.Visits.SECOND;
import static org.minqing.command.visit.Visits.SHUITIAN;
import static org.minqing.command.visit.Visits.VISIT;
import static org.minqing.command.visit.Visits.cadre;
import static org.minqing.command.visit.Visits.corrected;
import static org.minqing.command.visit.Visits.fixture;
import static org.minqing.command.visit.Visits.linked;
import static org.minqing.command.visit.Visits.recorded;
import static org.minqing.command.visit.Visits.text;
import static org.minqing.command.visit.Visits.voided;
import static org.minqing.command.visit.Visits.withdrawn;
import static org.minqing.command.visit.Visits.written;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.CommandFixture.Outcome;
import org.minqing.command.visit.VisitCommand.WriteDiaryEntry;
import org.minqing.events.Corrected;
import org.minqing.events.Person;
import org.minqing.events.Voided;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.cadre.CadreEvent.CadreWithdrawn;
import org.minqing.events.cadre.CadreEvent.Membership;
import org.minqing.events.household.HouseholdEvent.HouseholdRegistered;
import org.minqing.events.household.HouseholdEvent.Residence;
import org.minqing.events.organisation.OrganisationEvent.OfficeAdded;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.visit.VisitEvent.Account;
import org.minqing.events.visit.VisitEvent.DiaryEntryWritten;
import org.minqing.events.visit.VisitEvent.VisitRecorded;

/** What becomes of a visit after it was recorded. */
class CorrectVisitTest {
    private static final UUID GIVEN = CommandFixture.givenId(0);
    private static final VisitRecorded ALONE = recorded(List.of(FIRST), null, null, null, null);
    private static final DiaryEntryWritten WRITTEN = written(ENTRY, SECOND, DAY.plusDays(1));
    private static final DiaryEntryWritten REWRITTEN = new DiaryEntryWritten(
            WRITTEN.of(), ENTRY, WRITTEN.home(), SECOND, CommandFixture.PENDING, WRITTEN.occurredOn());
    private static final VisitRecorded WITH_DIARY = recorded(List.of(FIRST, SECOND), null, null, text("日记"), SECOND);

    private static Outcome correct(CommandFixture fixture, String changes) {
        return fixture.whenCorrected(GIVEN, changes);
    }

    private static String cadres(UUID... cadreIds) {
        return "{\"cadreIds\": [\""
                + String.join(
                        "\", \"", List.of(cadreIds).stream().map(UUID::toString).toList()) + "\"]}";
    }

    private static WriteDiaryEntry write(UUID cadreId) {
        return new WriteDiaryEntry(VISIT, cadreId, text("日记"));
    }

    @Test
    void corrects_who_was_there() {
        correct(fixture().given(RECORDED), cadres(FIRST)).events(corrected(0, RECORDED, ALONE));
    }

    @Test
    void corrections_stack() {
        correct(fixture().given(RECORDED, corrected(0, RECORDED, ALONE)), "{\"roundId\": \"" + ROUND + "\"}")
                .events(corrected(0, ALONE, recorded(List.of(FIRST), null, ROUND, null, null)));
    }

    @Test
    void a_voided_correction_puts_back_who_was_there_and_a_diary_that_rested_on_it_goes() {
        Corrected<?> correction = corrected(0, ALONE, RECORDED);
        fixture()
                .given(ALONE, correction)
                .whenVoided(CommandFixture.givenId(1))
                .events(new Voided<>(CommandFixture.givenId(1), correction, CommandFixture.REASON, null));
        DiaryEntryWritten entry = written(CommandFixture.givenId(2), SECOND, DAY);
        fixture()
                .given(ALONE, correction, entry)
                .whenVoided(CommandFixture.givenId(1))
                .reliedOn("cadre-not-at-visit");
        fixture()
                .given(ALONE, correction, entry)
                .whenVoidedWithFollowing(CommandFixture.givenId(1))
                .events(
                        voided(2, entry),
                        new Voided<>(CommandFixture.givenId(1), correction, CommandFixture.REASON, null));
    }

    @Test
    void a_correction_finds_the_link_of_who_was_there() {
        correct(linked(fixture(), SECOND).given(ALONE), cadres(SECOND))
                .events(corrected(0, ALONE, recorded(List.of(SECOND), LINK, null, null, null)));
    }

    @Test
    void a_diary_put_in_by_correction_is_that_of_the_first_cadre() {
        correct(fixture().given(RECORDED), "{\"diary\": \"补记\"}")
                .events(corrected(
                        0, RECORDED, recorded(List.of(FIRST, SECOND), null, null, CommandFixture.PENDING, FIRST)));
    }

    @Test
    void a_cadre_puts_in_no_diary_of_another_by_correction() {
        correct(
                        fixture().caller(cadre(FIRST)).given(RECORDED),
                        "{\"diary\": \"补记\", \"diaryCadreId\": \"" + SECOND + "\"}")
                .refused("not-your-diary");
    }

    @Test
    void a_corrected_diary_stays_that_of_its_cadre() {
        VisitRecorded after = recorded(List.of(FIRST, SECOND), null, null, CommandFixture.PENDING, SECOND);
        correct(fixture().given(WITH_DIARY), "{\"diary\": \"补记\"}").events(corrected(0, WITH_DIARY, after));
        correct(fixture().caller(cadre(FIRST)).given(WITH_DIARY), "{\"diary\": \"补记\"}")
                .events(corrected(0, WITH_DIARY, after));
    }

    @Test
    void a_diary_taken_out_is_nobodys() {
        correct(fixture().given(WITH_DIARY), "{\"diary\": null}").events(corrected(0, WITH_DIARY, RECORDED));
    }

    @Test
    void correcting_to_what_it_is_changes_nothing() {
        correct(fixture().given(RECORDED), cadres(FIRST, SECOND)).nothing();
    }

    @Test
    void counts_a_visit_to_another_organisation() {
        VisitRecorded after =
                (VisitRecorded) correct(fixture().given(RECORDED), "{\"organisationId\": \"" + BUREAU + "\"}")
                        .only(Corrected.class)
                        .after();
        assertThat(after.of().organisationId()).isEqualTo(BUREAU);
        assertThat(after.of().officeId()).isNull();
        assertThat(RECORDED.of().officeId()).isEqualTo(OFFICE);
    }

    @Test
    void an_office_that_was_given_stays_with_its_organisation_and_goes_with_it() {
        UUID room = new UUID(2, 4);
        UUID third = new UUID(3, 3);
        VisitRecorded given = new VisitRecorded(
                new Account(VISIT, RECORDED.of().programmeId(), CITY, SHUITIAN, room, null),
                RECORDED.home(),
                null,
                RECORDED.cadreIds(),
                RECORDED.kind(),
                null,
                RECORDED.personsMet(),
                RECORDED.findings(),
                null,
                null,
                DAY);
        assertThat(office(given, room, third, cadres(SECOND))).isEqualTo(room);
        assertThat(office(given, room, third, cadres(third))).isNull();
    }

    private static @Nullable UUID office(VisitRecorded given, UUID room, UUID third, String changes) {
        CommandFixture fixture = fixture()
                .known("Organisation", CITY, new OfficeAdded(new Seat(CITY, "5303"), room, "办公室", LAUNCH))
                .known(
                        "Cadre",
                        third,
                        new CadreRegistered(
                                new Membership(third, BUREAU, "5303"),
                                null,
                                text("示例三"),
                                "1",
                                "141",
                                null,
                                null,
                                null,
                                LAUNCH));
        VisitRecorded after = (VisitRecorded)
                correct(fixture.given(given), changes).only(Corrected.class).after();
        assertThat(after.of().organisationId()).isEqualTo(changes.contains(third.toString()) ? BUREAU : CITY);
        return after.of().officeId();
    }

    @Test
    void judges_what_the_visit_is_corrected_to() {
        CadreWithdrawn withdrawn = withdrawn(SECOND, DAY);
        correct(fixture().known("Cadre", SECOND, withdrawn).given(RECORDED), cadres(FIRST))
                .events(corrected(0, RECORDED, ALONE));
        correct(fixture().known("Cadre", SECOND, withdrawn).given(ALONE), cadres(FIRST, SECOND))
                .refused("cadre-not-in-service");
    }

    @Test
    void refuses_to_correct_to_a_round_nobody_knows() {
        correct(fixture().given(RECORDED), "{\"roundId\": \"" + new UUID(5, 9) + "\"}")
                .refused("visit-round-not-found");
    }

    @Test
    void refuses_to_correct_to_a_cadre_named_twice() {
        correct(fixture().given(RECORDED), cadres(FIRST, FIRST)).refusedField("/changes/cadreIds/1");
    }

    @Test
    void refuses_to_take_out_a_cadre_who_wrote_the_diary() {
        correct(fixture().given(RECORDED, WRITTEN), cadres(FIRST)).reliedOn("cadre-not-at-visit");
        fixture()
                .given(RECORDED, WRITTEN)
                .whenCorrected(GIVEN, cadres(FIRST), true)
                .events(voided(1, WRITTEN), corrected(0, RECORDED, ALONE));
        correct(fixture().given(WITH_DIARY), cadres(FIRST)).refused("cadre-not-at-visit");
    }

    @Test
    void what_was_written_about_a_household_is_never_made_that_of_another() {
        UUID other = new UUID(4, 2);
        Person head = new Person(new UUID(9, 8), text("示例户主"), null, null, null, null, null);
        HouseholdRegistered registered =
                new HouseholdRegistered(new Residence(other, SHUITIAN, 7), "2", head, List.of(), null, LAUNCH);
        String changes = "{\"householdId\": \"" + other + "\", \"findings\": null}";
        correct(fixture().known("Household", other, registered).given(WITH_DIARY), changes)
                .refusedField("/changes/diary", "sealed-for-another");
        correct(fixture().known("Household", other, registered).given(RECORDED), "{\"householdId\": \"" + other + "\"}")
                .refusedField("/changes/findings", "sealed-for-another");
        correct(fixture().known("Household", other, registered).given(RECORDED, WRITTEN), changes)
                .reliedOn("diary-of-another-household");
        VisitRecorded after = (VisitRecorded)
                correct(fixture().known("Household", other, registered).given(RECORDED), changes)
                        .only(Corrected.class)
                        .after();
        assertThat(after.home().householdId()).isEqualTo(other).isNotEqualTo(HOUSEHOLD);
    }

    @Test
    void refuses_to_correct_the_day() {
        correct(fixture().given(RECORDED), "{\"occurredOn\": \"" + DAY.plusDays(1) + "\"}")
                .refusedField("/changes/occurredOn");
    }

    @Test
    void refuses_to_correct_a_voided_visit() {
        correct(fixture().given(RECORDED, voided(0, RECORDED)), cadres(FIRST)).refused("event-voided");
    }

    @Test
    void a_cadre_corrects_a_visit_of_its_own_and_no_other() {
        correct(fixture().caller(cadre(FIRST)).given(RECORDED), cadres(FIRST)).events(corrected(0, RECORDED, ALONE));
        // it would enter a visit in which it took no part
        correct(fixture().caller(cadre(SECOND)).given(RECORDED), cadres(FIRST)).refused("not-your-visit");
        correct(fixture().caller(cadre(SECOND)).given(ALONE), "{\"personsMet\": 5}")
                .refused("not-your-visit");
        fixture().caller(cadre(SECOND)).given(ALONE).whenVoided(GIVEN).refused("not-your-visit");
    }

    @Test
    void voids_a_visit() {
        fixture().given(RECORDED).whenVoided(GIVEN).events(voided(0, RECORDED));
    }

    @Test
    void voids_a_corrected_visit_as_it_stands() {
        fixture()
                .given(RECORDED, corrected(0, RECORDED, ALONE))
                .whenVoided(GIVEN)
                .events(voided(0, ALONE));
    }

    @Test
    void voids_the_diary_with_the_visit_the_last_entry_first() {
        DiaryEntryWritten second = written(CommandFixture.givenId(2), FIRST, DAY);
        fixture().given(RECORDED, WRITTEN, second).whenVoided(GIVEN).reliedOn("visit-voided", "visit-voided");
        fixture()
                .given(RECORDED, WRITTEN, second)
                .whenVoidedWithFollowing(GIVEN)
                .events(voided(2, second), voided(1, WRITTEN), voided(0, RECORDED));
    }

    @Test
    void a_cadre_voids_no_diary_of_another_with_its_visit() {
        fixture()
                .caller(cadre(FIRST))
                .given(RECORDED, WRITTEN)
                .whenVoidedWithFollowing(GIVEN)
                .refused("not-your-diary");
    }

    @Test
    void voiding_a_visit_again_changes_nothing() {
        fixture().given(RECORDED, voided(0, RECORDED)).whenVoided(GIVEN).nothing();
    }

    @Test
    void a_cadre_who_was_there_writes_the_diary() {
        CommandFixture fixture = fixture().given(RECORDED).on(DAY.plusDays(1));
        fixture.when(write(SECOND)).events(written(fixture.eventId(0), SECOND, DAY.plusDays(1)));
    }

    @Test
    void several_entries_may_be_written_in_any_order_of_days() {
        CommandFixture fixture = fixture().given(RECORDED, WRITTEN).on(DAY);
        fixture.when(write(SECOND)).events(written(fixture.eventId(0), SECOND, DAY));
    }

    @Test
    void refuses_a_diary_by_somebody_who_was_not_there() {
        fixture().given(ALONE).on(DAY).when(write(SECOND)).refused("cadre-not-at-visit");
    }

    @Test
    void refuses_a_diary_by_a_cadre_nobody_knows() {
        fixture().given(RECORDED).on(DAY).when(write(new UUID(3, 9))).refused("cadre-not-found");
    }

    @Test
    void refuses_a_diary_before_the_visit() {
        fixture().given(RECORDED).on(DAY.minusDays(1)).when(write(SECOND)).refused("out-of-order");
    }

    @Test
    void refuses_a_diary_of_tomorrow() {
        LocalDate tomorrow = CommandFixture.TODAY.plusDays(1);
        fixture().given(RECORDED).on(tomorrow).when(write(SECOND)).refusedField("/occurredOn");
    }

    @Test
    void refuses_a_diary_about_a_voided_visit() {
        fixture()
                .given(RECORDED, voided(0, RECORDED))
                .on(DAY)
                .when(write(SECOND))
                .refused("visit-voided");
    }

    @Test
    void a_cadre_writes_no_diary_but_its_own() {
        fixture()
                .caller(cadre(FIRST))
                .given(RECORDED)
                .on(DAY)
                .when(write(SECOND))
                .refused("not-your-diary");
        fixture()
                .caller(cadre(FIRST))
                .given(RECORDED, WRITTEN)
                .whenCorrected(ENTRY, "{\"text\": \"改写\"}")
                .refused("not-your-diary");
        fixture()
                .caller(cadre(FIRST))
                .given(RECORDED, WRITTEN)
                .whenVoided(ENTRY)
                .refused("not-your-diary");
    }

    @Test
    void corrects_a_diary_entry() {
        fixture()
                .given(RECORDED, WRITTEN)
                .whenCorrected(ENTRY, "{\"text\": \"改写\"}")
                .events(corrected(1, WRITTEN, REWRITTEN));
    }

    @Test
    void corrections_of_a_diary_entry_stack() {
        DiaryEntryWritten first =
                new DiaryEntryWritten(WRITTEN.of(), ENTRY, WRITTEN.home(), SECOND, text("改写"), WRITTEN.occurredOn());
        fixture()
                .given(RECORDED, WRITTEN, corrected(1, WRITTEN, first))
                .whenCorrected(ENTRY, "{\"text\": \"再改\"}")
                .events(corrected(1, first, REWRITTEN));
    }

    @Test
    void voids_a_diary_entry_once_and_it_may_be_written_again() {
        fixture().given(RECORDED, WRITTEN).whenVoided(ENTRY).events(voided(1, WRITTEN));
        fixture().given(RECORDED, WRITTEN, voided(1, WRITTEN)).whenVoided(ENTRY).nothing();
        CommandFixture again =
                fixture().given(RECORDED, WRITTEN, voided(1, WRITTEN)).on(DAY);
        again.when(write(SECOND)).events(written(again.eventId(0), SECOND, DAY));
    }

    @Test
    void refuses_to_void_an_entry_nobody_knows() {
        fixture().given(RECORDED).whenVoided(ENTRY).refused("event-not-found");
    }
}
