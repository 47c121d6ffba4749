package org.minqing.command.cadre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.platform.TestSealed.sealed;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.cadre.CadreCommand.ChangeCadreRank;
import org.minqing.command.cadre.CadreCommand.RegisterCadre;
import org.minqing.command.cadre.CadreCommand.TransferCadre;
import org.minqing.command.cadre.CadreCommand.WithdrawCadre;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Sealed;
import org.minqing.events.Voided;
import org.minqing.events.cadre.CadreEvent;
import org.minqing.events.cadre.CadreEvent.CadreRankChanged;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.cadre.CadreEvent.CadreTransferred;
import org.minqing.events.cadre.CadreEvent.CadreWithdrawn;
import org.minqing.events.cadre.CadreEvent.Membership;
import org.minqing.events.cadre.CadreEvent.Transfer;
import org.minqing.events.organisation.OrganisationEvent.OfficeAdded;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.organisation.OrganisationKind;

class CadreTest {
    private static final UUID ID = new UUID(1, 1);
    private static final UUID OFFICE = new UUID(2, 1);
    private static final UUID COUNTY = new UUID(2, 2);
    private static final UUID ROOM = new UUID(2, 3);
    private static final UUID BRANCH = new UUID(2, 4);
    private static final Membership MEMBERSHIP = new Membership(ID, OFFICE, "5303");
    private static final Membership COUNTY_MEMBERSHIP = new Membership(ID, COUNTY, "530328");
    private static final Transfer TRANSFER = new Transfer(ID, OFFICE, ROOM, COUNTY, "530328");
    private static final UUID COUNTY_ROOM = new UUID(2, 5);
    private static final LocalDate START = LocalDate.of(2011, 12, 1);
    private static final LocalDate MARCH = LocalDate.of(2012, 3, 1);
    private static final LocalDate MAY = LocalDate.of(2012, 5, 1);
    private static final Sealed NAME = sealed("person:" + ID, "示例一");
    private static final Sealed PHONE = sealed("person:" + ID, "13800000000");
    private static final Sealed REASON = sealed("person:" + ID, "登记有误");

    private static final CadreRegistered REGISTERED =
            new CadreRegistered(MEMBERSHIP, ROOM, NAME, "1", "132", PHONE, "01", BRANCH, START);
    private static final CadreRankChanged PROMOTED = rank("132", "131", MAY);
    private static final CadreTransferred TRANSFERRED = new CadreTransferred(TRANSFER, COUNTY_ROOM, null, MAY);

    private final CommandFixture fixture = new CommandFixture(Cadre.class)
            .known(
                    "Organisation",
                    OFFICE,
                    new OrganisationRegistered(
                            new Seat(OFFICE, "5303"), "市人大常委会办公室", OrganisationKind.OFFICE, null, START),
                    new OfficeAdded(new Seat(OFFICE, "5303"), ROOM, "农工委", START))
            .known(
                    "Organisation",
                    COUNTY,
                    new OrganisationRegistered(new Seat(COUNTY, "530328"), "县农业局", null, null, MARCH),
                    new OfficeAdded(new Seat(COUNTY, "530328"), COUNTY_ROOM, "办公室", MAY))
            .known(
                    "Organisation",
                    BRANCH,
                    new OrganisationRegistered(
                            new Seat(BRANCH, "5303"), "机关支部", OrganisationKind.PARTY_BRANCH, null, START));

    private static CadreRankChanged rank(String former, String now, LocalDate day) {
        return new CadreRankChanged(MEMBERSHIP, former, now, day);
    }

    private static CadreWithdrawn withdrawn(LocalDate day) {
        return new CadreWithdrawn(MEMBERSHIP, null, "RETIRED", day);
    }

    private static RegisterCadre register(
            String sex,
            String rank,
            UUID organisation,
            @Nullable UUID office,
            @Nullable String status,
            @Nullable UUID branch) {
        return new RegisterCadre(ID, NAME, sex, rank, organisation, office, PHONE, status, branch, null);
    }

    private static Corrected<CadreEvent> corrected(CadreEvent before, CadreEvent after) {
        return corrected(0, before, after);
    }

    private static Corrected<CadreEvent> corrected(int ordinal, CadreEvent before, CadreEvent after) {
        return new Corrected<>(CommandFixture.givenId(ordinal), before, after, CommandFixture.REASON, null);
    }

    private static <E extends DomainEvent> Voided<E> voided(UUID target, E event) {
        return new Voided<>(target, event, CommandFixture.REASON, null);
    }

    private CommandFixture.Outcome correct(String changes) {
        return fixture.whenCorrected(CommandFixture.givenId(0), changes);
    }

    private static CadreRegistered ranked(String rank) {
        return new CadreRegistered(MEMBERSHIP, ROOM, NAME, "1", rank, PHONE, "01", BRANCH, START);
    }

    // RegisterCadre

    @Test
    void registers_with_everything_given() {
        fixture.on(START).when(register("1", "132", OFFICE, ROOM, "01", BRANCH)).events(REGISTERED);
    }

    @Test
    void registers_under_a_made_id_and_today_when_only_what_must_be_is_given() {
        fixture.when(new RegisterCadre(null, NAME, "2", "150", COUNTY, null, null, null, null, null))
                .events(new CadreRegistered(
                        new Membership(fixture.madeId(), COUNTY, "530328"),
                        null,
                        NAME,
                        "2",
                        "150",
                        null,
                        null,
                        null,
                        CommandFixture.TODAY));
    }

    @Test
    void refuses_a_rank_that_is_no_code() {
        fixture.on(START).when(register("1", "133", OFFICE, null, null, null)).refusedField("/rankCode");
    }

    @Test
    void refuses_a_sex_that_is_no_code() {
        fixture.on(START).when(register("3", "132", OFFICE, null, null, null)).refusedField("/sex");
    }

    @Test
    void refuses_a_political_status_that_is_no_code() {
        fixture.on(START).when(register("1", "132", OFFICE, null, "14", null)).refusedField("/politicalStatus");
    }

    @Test
    void refuses_an_organisation_nobody_knows() {
        fixture.on(START)
                .when(register("1", "132", new UUID(9, 9), null, null, null))
                .refused("organisation-not-found");
    }

    @Test
    void refuses_an_organisation_not_yet_registered_on_the_day() {
        fixture.on(MARCH.minusDays(1))
                .when(register("1", "132", COUNTY, null, null, null))
                .refused("organisation-not-in-force");
    }

    @Test
    void refuses_an_office_of_another_organisation() {
        fixture.on(MAY)
                .when(register("1", "132", OFFICE, COUNTY_ROOM, null, null))
                .refused("office-not-found");
    }

    @Test
    void refuses_an_office_not_yet_there_on_the_day() {
        fixture.on(MAY.minusDays(1))
                .when(register("1", "132", COUNTY, COUNTY_ROOM, null, null))
                .refused("office-not-found");
    }

    @Test
    void refuses_a_party_branch_that_is_an_office() {
        fixture.on(START)
                .when(register("1", "132", OFFICE, null, null, OFFICE))
                .refusedField("/partyBranchId", "not-a-party-branch");
    }

    @Test
    void takes_a_party_branch_of_unknown_kind() {
        assertThat(fixture.on(MARCH)
                        .when(register("1", "132", OFFICE, null, null, COUNTY))
                        .only(CadreRegistered.class)
                        .partyBranchId())
                .isEqualTo(COUNTY);
    }

    @Test
    void refuses_to_register_ahead() {
        fixture.on(CommandFixture.TODAY.plusDays(1))
                .when(register("1", "132", OFFICE, null, null, null))
                .refusedField("/occurredOn");
    }

    @Test
    void refuses_to_register_one_that_stands() {
        fixture.given(REGISTERED)
                .on(START)
                .when(register("1", "132", OFFICE, null, null, null))
                .refused("already-exists");
    }

    // ChangeCadreRank

    @Test
    void changes_the_rank_from_a_day_on() {
        fixture.given(REGISTERED).on(MAY).when(new ChangeCadreRank(ID, "131")).events(PROMOTED);
    }

    @Test
    void enters_a_late_rank_between_two_and_names_the_rank_of_that_day_as_former() {
        fixture.given(REGISTERED, PROMOTED)
                .on(MARCH)
                .when(new ChangeCadreRank(ID, "141"))
                .events(rank("132", "141", MARCH));
    }

    @Test
    void a_second_rank_for_one_day_takes_the_place_of_the_first() {
        fixture.given(REGISTERED, PROMOTED)
                .on(MAY)
                .when(new ChangeCadreRank(ID, "132"))
                .events(rank("131", "132", MAY));
    }

    @Test
    void judges_the_rank_by_the_day_and_not_by_what_was_entered_last() {
        fixture.given(REGISTERED, PROMOTED, rank("132", "141", MARCH))
                .when(new ChangeCadreRank(ID, "131"))
                .nothing();
    }

    @Test
    void changing_to_the_rank_held_on_the_day_changes_nothing() {
        fixture.given(REGISTERED, PROMOTED)
                .on(MARCH)
                .when(new ChangeCadreRank(ID, "132"))
                .nothing();
    }

    @Test
    void a_rank_changed_after_a_transfer_belongs_to_the_new_organisation() {
        fixture.given(REGISTERED, TRANSFERRED)
                .on(MAY)
                .when(new ChangeCadreRank(ID, "131"))
                .events(new CadreRankChanged(COUNTY_MEMBERSHIP, "132", "131", MAY));
    }

    @Test
    void a_rank_changed_late_before_a_transfer_belongs_to_the_former_organisation() {
        fixture.given(REGISTERED, TRANSFERRED)
                .on(MARCH)
                .when(new ChangeCadreRank(ID, "131"))
                .events(rank("132", "131", MARCH));
    }

    @Test
    void refuses_a_rank_before_the_cadre_was_registered() {
        fixture.given(REGISTERED)
                .on(START.minusDays(1))
                .when(new ChangeCadreRank(ID, "131"))
                .refused("out-of-order");
    }

    @Test
    void refuses_a_change_to_a_rank_that_is_no_code() {
        fixture.given(REGISTERED).on(MAY).when(new ChangeCadreRank(ID, "13")).refusedField("/rankCode");
    }

    @Test
    void refuses_a_rank_ahead() {
        fixture.given(REGISTERED)
                .on(CommandFixture.TODAY.plusDays(1))
                .when(new ChangeCadreRank(ID, "131"))
                .refusedField("/occurredOn");
    }

    @Test
    void refuses_a_rank_for_one_who_serves_no_longer() {
        fixture.given(REGISTERED, withdrawn(MAY))
                .on(MAY)
                .when(new ChangeCadreRank(ID, "131"))
                .refused("cadre-withdrawn");
    }

    @Test
    void refuses_the_rank_and_the_post_last_held_for_one_who_serves_no_longer() {
        fixture.given(REGISTERED, withdrawn(MAY)).on(MAY);
        fixture.when(new ChangeCadreRank(ID, "132")).refused("cadre-withdrawn");
        fixture.when(new TransferCadre(ID, OFFICE, null, null)).refused("cadre-withdrawn");
    }

    @Test
    void enters_a_late_rank_from_before_the_cadre_left() {
        fixture.given(REGISTERED, withdrawn(MAY))
                .on(MAY.minusDays(1))
                .when(new ChangeCadreRank(ID, "131"))
                .events(rank("132", "131", MAY.minusDays(1)));
    }

    // TransferCadre

    @Test
    void transfers_to_another_organisation_and_leaves_office_and_branch_behind() {
        fixture.given(REGISTERED)
                .on(MAY)
                .when(new TransferCadre(ID, COUNTY, null, null))
                .events(new CadreTransferred(TRANSFER, null, null, MAY));
    }

    @Test
    void transfers_to_another_office_of_the_same_organisation_and_keeps_the_branch() {
        fixture.given(new CadreRegistered(COUNTY_MEMBERSHIP, null, NAME, "1", "132", PHONE, "01", BRANCH, MARCH))
                .on(MAY)
                .when(new TransferCadre(ID, COUNTY, COUNTY_ROOM, null))
                .events(new CadreTransferred(
                        new Transfer(ID, COUNTY, null, COUNTY, "530328"), COUNTY_ROOM, BRANCH, MAY));
    }

    @Test
    void transfers_to_another_party_branch_of_the_same_organisation() {
        fixture.given(new CadreRegistered(MEMBERSHIP, ROOM, NAME, "1", "132", PHONE, "01", null, START))
                .on(MAY)
                .when(new TransferCadre(ID, OFFICE, null, BRANCH))
                .events(new CadreTransferred(new Transfer(ID, OFFICE, ROOM, OFFICE, "5303"), ROOM, BRANCH, MAY));
    }

    @Test
    void enters_a_late_transfer_before_another() {
        fixture.given(REGISTERED, TRANSFERRED)
                .on(MARCH)
                .when(new TransferCadre(ID, COUNTY, null, null))
                .events(new CadreTransferred(TRANSFER, null, null, MARCH));
    }

    @Test
    void transferring_to_where_the_cadre_serves_on_the_day_changes_nothing() {
        fixture.given(REGISTERED, TRANSFERRED)
                .on(MARCH)
                .when(new TransferCadre(ID, OFFICE, null, null))
                .nothing();
    }

    @Test
    void refuses_a_transfer_to_an_organisation_nobody_knows() {
        fixture.given(REGISTERED)
                .on(MAY)
                .when(new TransferCadre(ID, new UUID(9, 9), null, null))
                .refused("organisation-not-found");
    }

    @Test
    void refuses_a_transfer_to_an_organisation_not_yet_registered() {
        fixture.given(REGISTERED)
                .on(MARCH.minusDays(1))
                .when(new TransferCadre(ID, COUNTY, null, null))
                .refused("organisation-not-in-force");
    }

    @Test
    void refuses_a_transfer_to_an_office_of_another_organisation() {
        fixture.given(REGISTERED)
                .on(MAY)
                .when(new TransferCadre(ID, COUNTY, ROOM, null))
                .refused("office-not-found");
    }

    @Test
    void refuses_a_transfer_to_a_branch_that_is_none() {
        fixture.given(REGISTERED)
                .on(MAY)
                .when(new TransferCadre(ID, COUNTY, null, OFFICE))
                .refusedField("/partyBranchId", "not-a-party-branch");
    }

    @Test
    void refuses_a_transfer_before_the_cadre_was_registered() {
        fixture.given(REGISTERED)
                .on(START.minusDays(1))
                .when(new TransferCadre(ID, COUNTY, null, null))
                .refused("out-of-order");
    }

    @Test
    void refuses_a_transfer_of_one_who_serves_no_longer() {
        fixture.given(REGISTERED, withdrawn(MAY))
                .when(new TransferCadre(ID, COUNTY, null, null))
                .refused("cadre-withdrawn");
    }

    @Test
    void refuses_a_transfer_ahead() {
        fixture.given(REGISTERED)
                .on(CommandFixture.TODAY.plusDays(1))
                .when(new TransferCadre(ID, COUNTY, null, null))
                .refusedField("/occurredOn");
    }

    // WithdrawCadre

    @Test
    void withdraws_from_a_day_on() {
        fixture.given(REGISTERED)
                .because(null, "RETIRED")
                .on(MAY)
                .when(new WithdrawCadre(ID))
                .events(withdrawn(MAY));
    }

    @Test
    void withdraws_from_the_organisation_of_that_day() {
        fixture.given(REGISTERED, TRANSFERRED)
                .because(REASON, null)
                .when(new WithdrawCadre(ID))
                .events(new CadreWithdrawn(COUNTY_MEMBERSHIP, REASON, null, CommandFixture.TODAY));
    }

    @Test
    void withdrawing_one_who_serves_no_longer_changes_nothing() {
        fixture.given(REGISTERED, withdrawn(MARCH))
                .because(null, "RETIRED")
                .on(MAY)
                .when(new WithdrawCadre(ID))
                .nothing();
    }

    @Test
    void what_came_later_was_of_the_rank_and_post_that_are_said_now() {
        fixture.given(REGISTERED, PROMOTED, TRANSFERRED);
        CadreRegistered other = ranked("141");
        correct("{\"rankCode\": \"141\"}")
                .events(corrected(REGISTERED, other), corrected(1, PROMOTED, rank("141", "131", MAY)));
    }

    @Test
    void a_withdrawal_is_not_moved_to_an_earlier_day() {
        fixture.given(REGISTERED, withdrawn(MAY))
                .because(null, "RETIRED")
                .on(MARCH)
                .when(new WithdrawCadre(ID))
                .refused("out-of-order");
    }

    @Test
    void refuses_to_withdraw_before_a_later_change() {
        fixture.given(REGISTERED, PROMOTED)
                .on(MARCH)
                .when(new WithdrawCadre(ID))
                .refused("out-of-order");
    }

    @Test
    void refuses_to_withdraw_before_the_cadre_was_registered() {
        fixture.given(REGISTERED)
                .on(START.minusDays(1))
                .when(new WithdrawCadre(ID))
                .refused("out-of-order");
    }

    @Test
    void refuses_to_withdraw_ahead() {
        fixture.given(REGISTERED)
                .on(CommandFixture.TODAY.plusDays(1))
                .when(new WithdrawCadre(ID))
                .refusedField("/occurredOn");
    }

    // Correct

    @Test
    void corrects_the_rank_registered() {
        fixture.given(REGISTERED);
        correct("{\"rankCode\": \"141\"}").events(corrected(REGISTERED, ranked("141")));
    }

    @Test
    void a_second_correction_starts_from_the_first() {
        fixture.given(REGISTERED, corrected(REGISTERED, ranked("141")));
        correct("{\"rankCode\": \"142\"}").events(corrected(ranked("141"), ranked("142")));
    }

    @Test
    void a_corrected_first_rank_is_the_former_of_the_next() {
        fixture.given(REGISTERED, corrected(REGISTERED, ranked("141")))
                .on(MAY)
                .when(new ChangeCadreRank(ID, "132"))
                .events(rank("141", "132", MAY));
    }

    @Test
    void a_corrected_first_rank_leaves_later_ranks_alone() {
        fixture.given(REGISTERED, PROMOTED, corrected(REGISTERED, ranked("141")))
                .on(MAY)
                .when(new ChangeCadreRank(ID, "131"))
                .nothing();
    }

    @Test
    void corrects_name_sex_phone_and_status() {
        fixture.given(REGISTERED);
        correct("{\"name\": \"示例二\", \"sex\": \"2\", \"phone\": \"13900000000\", \"politicalStatus\": \"13\"}")
                .events(corrected(
                        REGISTERED,
                        new CadreRegistered(
                                MEMBERSHIP,
                                ROOM,
                                CommandFixture.PENDING,
                                "2",
                                "132",
                                CommandFixture.PENDING,
                                "13",
                                BRANCH,
                                START)));
    }

    @Test
    void empties_what_should_not_have_been_filled_in() {
        fixture.given(REGISTERED);
        correct("{\"officeId\": null, \"phone\": null, \"politicalStatus\": null, \"partyBranchId\": null}")
                .events(corrected(
                        REGISTERED, new CadreRegistered(MEMBERSHIP, null, NAME, "1", "132", null, null, null, START)));
    }

    @Test
    void correcting_the_organisation_leaves_out_its_office_unless_one_is_given() {
        fixture.given(REGISTERED);
        correct("{\"organisationId\": \"" + BRANCH + "\", \"officeId\": \"" + ROOM + "\"}")
                .refused("office-not-found");
        correct("{\"organisationId\": \"" + BRANCH + "\"}")
                .events(corrected(
                        REGISTERED,
                        new CadreRegistered(
                                new Membership(ID, BRANCH, "5303"),
                                null,
                                NAME,
                                "1",
                                "132",
                                PHONE,
                                "01",
                                BRANCH,
                                START)));
    }

    @Test
    void correcting_to_what_is_written_changes_nothing() {
        fixture.given(REGISTERED);
        correct("{\"rankCode\": \"132\", \"officeId\": \"" + ROOM + "\"}").nothing();
    }

    @Test
    void refuses_to_correct_to_an_organisation_not_registered_that_day() {
        fixture.given(REGISTERED);
        correct("{\"organisationId\": \"" + COUNTY + "\", \"officeId\": null}").refused("organisation-not-in-force");
    }

    @Test
    void refuses_to_correct_the_day() {
        fixture.given(REGISTERED);
        correct("{\"occurredOn\": \"2012-05-01\"}").refusedField("/changes/occurredOn", "never-changed");
    }

    @Test
    void refuses_to_empty_a_field_that_must_be_filled() {
        fixture.given(REGISTERED);
        correct("{\"name\": null}").refused("invalid-field");
    }

    @Test
    void a_transfer_is_corrected_as_it_would_have_been_entered() {
        fixture.given(REGISTERED, TRANSFERRED)
                .whenCorrected(CommandFixture.givenId(1), "{\"officeId\": null}")
                .events(corrected(1, TRANSFERRED, new CadreTransferred(TRANSFER, null, null, MAY)));
    }

    // Void

    @Test
    void a_registration_is_void_with_what_followed_and_the_cadre_can_be_entered_again() {
        fixture.given(REGISTERED, PROMOTED, withdrawn(MAY))
                .whenVoided(CommandFixture.givenId(0))
                .reliedOn("cadre-voided", "cadre-voided");
        fixture.whenVoidedWithFollowing(CommandFixture.givenId(0))
                .events(
                        voided(CommandFixture.givenId(2), withdrawn(MAY)),
                        voided(CommandFixture.givenId(1), PROMOTED),
                        voided(CommandFixture.givenId(0), REGISTERED));
    }

    @Test
    void one_whose_registration_is_void_can_only_be_registered() {
        fixture.given(REGISTERED, voided(CommandFixture.givenId(0), REGISTERED));
        fixture.when(new ChangeCadreRank(ID, "131")).refused("cadre-voided");
        fixture.when(new WithdrawCadre(ID)).refused("cadre-voided");
        fixture.on(START).when(register("1", "132", OFFICE, ROOM, "01", BRANCH)).events(REGISTERED);
    }

    @Test
    void a_rank_in_the_middle_is_void_and_a_late_one_takes_its_day() {
        CadreRankChanged late = rank("132", "141", MARCH);
        fixture.given(REGISTERED, PROMOTED, late)
                .whenVoided(CommandFixture.givenId(1))
                .events(voided(CommandFixture.givenId(1), PROMOTED));
        fixture.given(voided(CommandFixture.givenId(1), PROMOTED))
                .when(new ChangeCadreRank(ID, "141"))
                .nothing();
    }

    @Test
    void one_wrongly_withdrawn_serves_on() {
        fixture.given(REGISTERED, withdrawn(MARCH), voided(CommandFixture.givenId(1), withdrawn(MARCH)))
                .on(MAY)
                .when(new ChangeCadreRank(ID, "131"))
                .events(PROMOTED);
    }

    @Test
    void a_correction_that_was_none_puts_back_what_stood_before_it() {
        Corrected<CadreEvent> correction = corrected(REGISTERED, ranked("141"));
        fixture.given(REGISTERED, correction)
                .whenVoided(CommandFixture.givenId(1))
                .events(voided(CommandFixture.givenId(1), correction));
        fixture.given(voided(CommandFixture.givenId(1), correction))
                .on(MAY)
                .when(new ChangeCadreRank(ID, "131"))
                .events(PROMOTED);
    }
}
