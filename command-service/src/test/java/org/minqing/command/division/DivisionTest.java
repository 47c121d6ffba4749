package org.minqing.command.division;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.command.division.DivisionCommand.RecodeDivision;
import org.minqing.command.division.DivisionCommand.RegisterDivision;
import org.minqing.command.division.DivisionCommand.RenameDivision;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.LinkMode;
import org.minqing.events.Voided;
import org.minqing.events.division.DivisionEvent;
import org.minqing.events.division.DivisionEvent.DivisionRecoded;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.DivisionEvent.DivisionRenamed;
import org.minqing.events.division.DivisionEvent.Place;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;

class DivisionTest {
    private static final LocalDate START = LocalDate.of(2011, 1, 1);
    private static final LocalDate RECODED = LocalDate.of(2016, 8, 1);
    private static final Place PLACE = new Place("530328");
    private static final DivisionRegistered PREFECTURE =
            new DivisionRegistered(new Place("5303"), null, "5303", "曲靖市", START);
    private static final DivisionRegistered COUNTY = new DivisionRegistered(PLACE, null, "530328", "沾益县", START);
    private static final DivisionRecoded DISTRICT =
            new DivisionRecoded(PLACE, null, "530328", "530303", "沾益县", "沾益区", RECODED);

    private final CommandFixture fixture = new CommandFixture(Division.class).today("2017-01-01");

    @Test
    void registers_a_root() {
        fixture.on(START).when(new RegisterDivision("530328", "沾益县", null)).events(COUNTY);
    }

    @Test
    void registers_today_when_no_day_is_given() {
        fixture.when(new RegisterDivision("530328", "沾益县", null))
                .events(new DivisionRegistered(PLACE, null, "530328", "沾益县", LocalDate.of(2017, 1, 1)));
    }

    @Test
    void registers_below_the_parent_it_names() {
        fixture.known("Division", "530328", COUNTY)
                .on(START)
                .when(new RegisterDivision("530328202", "播乐乡", "530328"))
                .events(new DivisionRegistered(new Place("530328202"), "530328", "530328202", "播乐乡", START));
    }

    @Test
    void registers_below_the_nearest_division_when_no_parent_is_named() {
        fixture.known("Division", "530328", COUNTY)
                .on(START)
                .when(new RegisterDivision("530328202207", "水田", null))
                .events(new DivisionRegistered(new Place("530328202207"), "530328", "530328202207", "水田", START));
    }

    @Test
    void keeps_the_parents_id_as_prefix_after_the_parent_was_recoded() {
        fixture.known("Division", "530328", COUNTY, DISTRICT)
                .when(new RegisterDivision("530303209", "新街道", "530303"))
                .events(new DivisionRegistered(
                        new Place("530328209"), "530328", "530303209", "新街道", LocalDate.of(2017, 1, 1)));
    }

    @Test
    void registers_below_the_county_that_bore_the_beginning_of_the_code_before() {
        fixture.known("Division", "5303", PREFECTURE)
                .known("Division", "530328", COUNTY, DISTRICT)
                .when(new RegisterDivision("530328103", "白水镇", null))
                .events(new DivisionRegistered(
                        new Place("530328103"), "530328", "530328103", "白水镇", LocalDate.of(2017, 1, 1)));
    }

    @Test
    void registers_a_village_below_the_township_that_bore_the_beginning_of_its_code_before() {
        Place place = new Place("530328202");
        fixture.known("Division", "530328", COUNTY, DISTRICT)
                .known(
                        "Division",
                        "530328202",
                        new DivisionRegistered(place, "530328", "530328202", "播乐乡", START),
                        new DivisionRecoded(place, "530328", "530328202", "530303202", "播乐乡", "播乐乡", RECODED))
                .when(new RegisterDivision("530328202207", "水田", null))
                .events(new DivisionRegistered(
                        new Place("530328202207"), "530328202", "530328202207", "水田", LocalDate.of(2017, 1, 1)));
    }

    @Test
    void whoever_bears_the_beginning_of_the_code_on_the_day_comes_before_whoever_bore_it() {
        fixture.known("Division", "530328", COUNTY, DISTRICT)
                .known(
                        "Division",
                        "A30328",
                        new DivisionRegistered(new Place("A30328"), null, "530328", "另一县", RECODED))
                .when(new RegisterDivision("530328103", "新镇", null))
                .events(new DivisionRegistered(
                        new Place("A30328103"), "A30328", "530328103", "新镇", LocalDate.of(2017, 1, 1)));
    }

    @Test
    void names_the_county_that_bore_the_code_before_where_another_parent_is_named() {
        fixture.known("Division", "5303", PREFECTURE)
                .known("Division", "530328", COUNTY, DISTRICT)
                .when(new RegisterDivision("530328103", "白水镇", "5303"))
                .refusedField("/code", "code-below-nearer");
    }

    @Test
    void refuses_to_recode_into_another_county() {
        Place place = new Place("530328202");
        fixture.known("Division", "530328", COUNTY)
                .known("Division", "530381", new DivisionRegistered(new Place("530381"), null, "530381", "宣威市", START))
                .given(new DivisionRegistered(place, "530328", "530328202", "播乐乡", START))
                .when(new RecodeDivision("530328202", "530381202", null))
                .refusedField("/code", "code-of-another");
    }

    @Test
    void recodes_before_the_county_is_recoded_or_after() {
        Place place = new Place("530328202");
        DivisionRegistered township = new DivisionRegistered(place, "530328", "530328202", "播乐乡", START);
        fixture.known("Division", "530328", COUNTY, DISTRICT)
                .given(township)
                .when(new RecodeDivision("530328202", "530303202", null))
                .only(DivisionRecoded.class);
        fixture.known("Division", "5303", PREFECTURE)
                .given(township)
                .when(new RecodeDivision("530328202", "530304202", null))
                .only(DivisionRecoded.class);
    }

    @Test
    void gives_a_reused_code_a_letter_so_that_the_id_is_another() {
        fixture.known("Division", "530328", COUNTY, DISTRICT)
                .when(new RegisterDivision("530328", "另一县", null))
                .only(DivisionRegistered.class);
        assertThat(fixture.when(new RegisterDivision("530328", "另一县", null))
                        .only(DivisionRegistered.class)
                        .of()
                        .divisionId())
                .isEqualTo("A30328");
    }

    @Test
    void refuses_a_code_that_is_borne_already() {
        fixture.given(COUNTY)
                .on(START)
                .when(new RegisterDivision("530328", "沾益县", null))
                .refused("already-exists");
    }

    @Test
    void refuses_a_code_that_another_bears_from_a_later_day() {
        fixture.given(COUNTY, DISTRICT)
                .on(START)
                .when(new RegisterDivision("530303", "别处", null))
                .refused("already-exists");
    }

    @Test
    void refuses_a_parent_nobody_knows() {
        fixture.on(START)
                .when(new RegisterDivision("530328202", "播乐乡", "530399"))
                .refused("division-not-found");
    }

    @Test
    void refuses_a_code_that_does_not_lie_below_its_parent() {
        fixture.known("Division", "530328", COUNTY)
                .on(START)
                .when(new RegisterDivision("530402202", "别处", "530328"))
                .refusedField("/code", "code-not-below-parent");
    }

    @Test
    void refuses_a_code_of_no_known_level() {
        fixture.on(START).when(new RegisterDivision("53032", "沾益县", null)).refusedField("/code");
    }

    @Test
    void refuses_a_day_ahead() {
        fixture.on(LocalDate.of(2017, 1, 2))
                .when(new RegisterDivision("530328", "沾益县", null))
                .refusedField("/occurredOn");
    }

    @Test
    void recodes_from_a_day_on() {
        fixture.given(COUNTY)
                .on(RECODED)
                .when(new RecodeDivision("530328", "530303", "沾益区"))
                .events(DISTRICT);
    }

    @Test
    void finds_the_division_to_recode_by_any_code_it_had() {
        fixture.given(COUNTY, DISTRICT)
                .when(new RenameDivision("530303", "珠江源区"))
                .events(new DivisionRenamed(PLACE, null, "沾益区", "珠江源区", LocalDate.of(2017, 1, 1)));
    }

    @Test
    void recoding_to_what_it_is_changes_nothing() {
        fixture.given(COUNTY, DISTRICT)
                .when(new RecodeDivision("530328", "530303", "沾益区"))
                .nothing();
    }

    @Test
    void refuses_to_recode_to_a_code_another_bears() {
        fixture.given(COUNTY)
                .known("Division", "530302", new DivisionRegistered(new Place("530302"), null, "530302", "麒麟区", START))
                .on(RECODED)
                .when(new RecodeDivision("530328", "530302", null))
                .refused("code-in-use");
    }

    @Test
    void takes_a_late_recoding_and_says_what_was_in_force_that_day() {
        LocalDate late = RECODED.minusDays(1);
        fixture.given(COUNTY, DISTRICT)
                .on(late)
                .when(new RecodeDivision("530328", "530304", null))
                .events(new DivisionRecoded(PLACE, null, "530328", "530304", "沾益县", "沾益县", late));
    }

    @Test
    void takes_a_late_renaming_and_says_what_was_in_force_that_day() {
        LocalDate late = RECODED.minusDays(1);
        fixture.given(COUNTY, DISTRICT)
                .on(late)
                .when(new RenameDivision("530328", "霑益县"))
                .events(new DivisionRenamed(PLACE, null, "沾益县", "霑益县", late));
    }

    @Test
    void what_a_later_recoding_left_as_it_was_follows_a_late_renaming() {
        LocalDate late = RECODED.minusYears(1);
        fixture.given(
                        COUNTY,
                        new DivisionRecoded(PLACE, null, "530328", "530303", "沾益县", "沾益县", RECODED),
                        new DivisionRenamed(PLACE, null, "沾益县", "霑益县", late))
                .when(new RenameDivision("530328", "沾益区"))
                .events(new DivisionRenamed(PLACE, null, "霑益县", "沾益区", LocalDate.of(2017, 1, 1)));
    }

    @Test
    void recoding_late_to_what_it_was_that_day_changes_nothing() {
        fixture.given(COUNTY, DISTRICT)
                .on(RECODED.minusDays(1))
                .when(new RecodeDivision("530328", "530328", "沾益县"))
                .nothing();
    }

    @Test
    void a_late_recoding_takes_a_code_another_bears_only_from_a_day_after_the_next_recoding() {
        fixture.given(COUNTY, DISTRICT)
                .known("Division", "530304", new DivisionRegistered(new Place("530304"), null, "530304", "别县", RECODED))
                .on(RECODED.minusYears(1))
                .when(new RecodeDivision("530328", "530304", null))
                .only(DivisionRecoded.class);
    }

    @Test
    void refuses_a_late_recoding_to_a_code_another_bears_before_the_next_recoding() {
        fixture.given(COUNTY, DISTRICT)
                .known(
                        "Division",
                        "530304",
                        new DivisionRegistered(new Place("530304"), null, "530304", "别县", RECODED.minusDays(1)))
                .on(RECODED.minusYears(1))
                .when(new RecodeDivision("530328", "530304", null))
                .refused("code-in-use");
    }

    @Test
    void refuses_to_recode_before_it_was_registered() {
        fixture.given(COUNTY, DISTRICT)
                .on(START.minusDays(1))
                .when(new RecodeDivision("530328", "530304", null))
                .refused("out-of-order");
    }

    @Test
    void registers_beneath_a_parent_recoded_late_under_the_code_of_the_day() {
        LocalDate between = RECODED.minusMonths(1);
        fixture.known(
                        "Division",
                        "530328",
                        COUNTY,
                        DISTRICT,
                        new DivisionRecoded(PLACE, null, "530328", "530304", "沾益县", "沾益县", RECODED.minusYears(1)))
                .on(between)
                .when(new RegisterDivision("530304202", "播乐乡", null))
                .events(new DivisionRegistered(new Place("530328202"), "530328", "530304202", "播乐乡", between));
    }

    @Test
    void registers_beneath_who_bears_the_code_that_day_whoever_was_renamed_last() {
        fixture.known("Division", "530328", COUNTY, DISTRICT)
                .known(
                        "Division",
                        "A30328",
                        new DivisionRegistered(new Place("A30328"), null, "530328", "另一县", RECODED))
                .known("Division", "530328", new DivisionRenamed(PLACE, null, "沾益县", "霑益县", START.plusDays(1)))
                .on(RECODED)
                .when(new RegisterDivision("530328202", "某乡", null))
                .events(new DivisionRegistered(new Place("A30328202"), "A30328", "530328202", "某乡", RECODED));
    }

    @Test
    void refuses_a_code_of_which_every_id_is_taken() {
        fixture.known("Division", "5303", new DivisionRegistered(new Place("5303"), null, "5303", "曲靖市", START))
                .known("Division", "530328", COUNTY, DISTRICT);
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            String id = "5303" + letter + "8";
            String other = "5303" + (50 + letter - 'A');
            fixture.known("Division", id, new DivisionRegistered(new Place(id), "5303", other, "某县", START));
        }
        fixture.on(RECODED).when(new RegisterDivision("530328", "又一县", null)).refused("no-free-segment");
    }

    @Test
    void refuses_a_parent_that_is_not_the_nearest_above() {
        fixture.known("Division", "5303", new DivisionRegistered(new Place("5303"), null, "5303", "曲靖市", START))
                .known("Division", "530328", new DivisionRegistered(PLACE, "5303", "530328", "沾益县", START))
                .on(START)
                .when(new RegisterDivision("530328202", "播乐乡", "5303"))
                .refusedField("/code", "code-below-nearer");
    }

    @Test
    void refuses_to_recode_a_division_nobody_knows() {
        fixture.when(new RecodeDivision("530399", "530398", null)).refused("division-not-found");
    }

    @Test
    void renames_from_a_day_on() {
        fixture.given(COUNTY)
                .on(RECODED)
                .when(new RenameDivision("530328", "沾益区"))
                .events(new DivisionRenamed(PLACE, null, "沾益县", "沾益区", RECODED));
    }

    @Test
    void renaming_to_its_name_changes_nothing() {
        fixture.given(COUNTY).when(new RenameDivision("530328", "沾益县")).nothing();
    }

    @Test
    void refuses_to_rename_before_it_was_registered() {
        fixture.given(COUNTY)
                .on(START.minusDays(1))
                .when(new RenameDivision("530328", "沾益区"))
                .refused("out-of-order");
    }

    // Void and Correct

    private static <E extends DomainEvent> Voided<E> voided(int ordinal, E event) {
        return new Voided<>(CommandFixture.givenId(ordinal), event, CommandFixture.REASON, null);
    }

    private static Corrected<DivisionEvent> corrected(int ordinal, DivisionEvent before, DivisionEvent after) {
        return new Corrected<>(CommandFixture.givenId(ordinal), before, after, CommandFixture.REASON, null);
    }

    @Test
    void a_division_never_registered_is_void_with_what_followed_and_goes_on_in_its_stream_when_entered_again() {
        fixture.given(COUNTY, DISTRICT).whenVoided(CommandFixture.givenId(0)).reliedOn("division-voided");
        fixture.whenVoidedWithFollowing(CommandFixture.givenId(0)).events(voided(1, DISTRICT), voided(0, COUNTY));
        CommandFixture gone =
                new CommandFixture(Division.class).today("2017-01-01").given(COUNTY, voided(0, COUNTY));
        gone.on(START).when(new RegisterDivision("530328", "沾益县", null)).events(COUNTY);
        gone.when(new RenameDivision("530328", "沾益区")).refused("division-not-found");
    }

    @Test
    void a_division_with_others_below_it_or_a_programme_is_corrected_and_not_voided() {
        fixture.given(COUNTY)
                .known(
                        "Division",
                        "530328202",
                        new DivisionRegistered(new Place("530328202"), "530328", "530328202", "播乐乡", START));
        fixture.whenVoided(CommandFixture.givenId(0)).refused("division-in-use");
        fixture.whenCorrected(CommandFixture.givenId(0), "{\"name\": \"霑益县\"}")
                .events(corrected(0, COUNTY, new DivisionRegistered(PLACE, null, "530328", "霑益县", START)));
        UUID programme = new UUID(7, 7);
        new CommandFixture(Division.class)
                .given(COUNTY)
                .known(
                        "Programme",
                        programme,
                        new ProgrammeLaunched(
                                new Sphere(programme, new UUID(7, 8), "530328"), "四群教育", LinkMode.EXACTLY_ONE, START))
                .whenVoided(CommandFixture.givenId(0))
                .refused("division-in-use");
    }

    @Test
    void a_division_is_not_held_by_a_programme_elsewhere_nor_by_one_that_never_was() {
        UUID programme = new UUID(7, 7);
        ProgrammeLaunched elsewhere = new ProgrammeLaunched(
                new Sphere(programme, new UUID(7, 8), "5303"), "四群教育", LinkMode.EXACTLY_ONE, START);
        ProgrammeLaunched here = new ProgrammeLaunched(
                new Sphere(programme, new UUID(7, 8), "530328"), "四群教育", LinkMode.EXACTLY_ONE, START);
        new CommandFixture(Division.class)
                .given(COUNTY)
                .known("Programme", programme, elsewhere)
                .whenVoided(CommandFixture.givenId(0))
                .events(voided(0, COUNTY));
        new CommandFixture(Division.class)
                .given(COUNTY)
                .known("Programme", programme, here, new Voided<>(programme, here, CommandFixture.REASON, null))
                .whenVoided(CommandFixture.givenId(0))
                .events(voided(0, COUNTY));
    }

    @Test
    void a_recoding_that_never_was_gives_the_code_back_unless_another_bears_it_now() {
        fixture.given(COUNTY, DISTRICT).whenVoided(CommandFixture.givenId(1)).events(voided(1, DISTRICT));
        fixture.known("Division", "A30328", new DivisionRegistered(new Place("A30328"), null, "530328", "另一县", RECODED))
                .whenVoided(CommandFixture.givenId(1))
                .refused("code-in-use");
    }

    @Test
    void a_recoding_is_corrected_to_a_code_that_nobody_bears() {
        fixture.given(COUNTY, DISTRICT)
                .known("Division", "530302", new DivisionRegistered(new Place("530302"), null, "530302", "麒麟区", START));
        fixture.whenCorrected(CommandFixture.givenId(1), "{\"code\": \"530302\"}")
                .refused("code-in-use");
        fixture.whenCorrected(CommandFixture.givenId(1), "{\"code\": \"530304\"}")
                .events(corrected(
                        1, DISTRICT, new DivisionRecoded(PLACE, null, "530328", "530304", "沾益县", "沾益区", RECODED)));
    }

    @Test
    void a_renaming_in_the_middle_is_void_and_a_correction_that_was_none_puts_back_what_stood() {
        DivisionRenamed renamed = new DivisionRenamed(PLACE, null, "沾益县", "霑益县", START.plusDays(1));
        Corrected<DivisionEvent> correction =
                corrected(1, renamed, new DivisionRenamed(PLACE, null, "沾益县", "粘益县", START.plusDays(1)));
        fixture.given(COUNTY, renamed, correction, DISTRICT)
                .whenVoided(CommandFixture.givenId(2))
                .events(
                        voided(2, correction),
                        corrected(
                                3,
                                DISTRICT,
                                new DivisionRecoded(PLACE, null, "530328", "530303", "霑益县", "沾益区", RECODED)));
        fixture.whenVoided(CommandFixture.givenId(1)).events(voided(1, correction.after()));
        fixture.given(voided(2, correction))
                .on(START.plusDays(2))
                .when(new RenameDivision("530328", "霑益县"))
                .nothing();
    }
}
