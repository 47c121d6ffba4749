package org.minqing.command.attachment;

import static org.minqing.command.platform.CommandFixture.givenId;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.access.Reach;
import org.minqing.command.attachment.AttachmentCommand.EraseAttachment;
import org.minqing.command.attachment.AttachmentCommand.StoreAttachment;
import org.minqing.command.attachment.AttachmentCommand.StoreAttachment.SealedName;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.decision.Caller;
import org.minqing.events.Corrected;
import org.minqing.events.Sealed;
import org.minqing.events.Voided;
import org.minqing.events.attachment.AttachedTo;
import org.minqing.events.attachment.AttachmentEvent.AttachmentErased;
import org.minqing.events.attachment.AttachmentEvent.AttachmentStored;
import org.minqing.events.attachment.AttachmentEvent.Placement;
import org.minqing.events.fund.FundEvent.Account;
import org.minqing.events.fund.FundEvent.FundOpened;
import org.minqing.events.household.HouseholdEvent.HouseholdClassified;
import org.minqing.events.household.HouseholdEvent.HouseholdRelocated;
import org.minqing.events.household.HouseholdEvent.Removal;
import org.minqing.events.household.HouseholdEvent.Residence;

class AttachmentTest {
    private static final UUID ID = new UUID(1, 1);
    private static final LocalDate DAY = LocalDate.of(2012, 3, 1);
    private static final Placement OF = new Placement(ID, null, null, "5303");
    private static final AttachmentStored STORED =
            new AttachmentStored(OF, null, "attachment:" + ID, "application/pdf", 40, "00".repeat(32), null, DAY);
    private static final AttachmentErased ERASED = new AttachmentErased(OF, null, "误传", DAY.plusDays(1));
    private static final EraseAttachment ERASE = new EraseAttachment(ID, "误传");

    private static CommandFixture fixture() {
        return new CommandFixture(Attachment.class).given(STORED);
    }

    @Test
    void is_erased_once_and_not_before_it_was_stored() {
        fixture().on(DAY.plusDays(1)).when(ERASE).events(ERASED);
        fixture().given(ERASED).on(DAY.plusDays(5)).when(ERASE).nothing();
        fixture().on(DAY.minusDays(1)).when(ERASE).refused("out-of-order");
    }

    private static final UUID OTHER = new UUID(2, 1);
    private static final UUID PROGRAMME = new UUID(3, 1);
    private static final UUID OFFICE = new UUID(4, 1);
    private static final String VILLAGE = "530328202207";
    private static final FundOpened FUND =
            new FundOpened(new Account(OTHER, PROGRAMME, OFFICE, VILLAGE, "人畜饮水"), VILLAGE, DAY);

    /** Stored by somebody of an office, whose scope is the county. */
    private static CommandFixture storing() {
        return new CommandFixture(Attachment.class)
                .caller(new Caller("test", "tester", Set.of("office"), "office", Reach.SCOPE, "530328", OFFICE, null))
                .on(DAY);
    }

    private static StoreAttachment store(@Nullable String type, @Nullable SealedName name) {
        return new StoreAttachment(
                null,
                "Household".equals(type) ? OTHER : null,
                "Dispute".equals(type) ? OTHER : null,
                "Cadre".equals(type) ? OTHER : null,
                "Document".equals(type) ? OTHER : null,
                "Activity".equals(type) ? OTHER : null,
                "Project".equals(type) ? OTHER : null,
                "Fund".equals(type) ? OTHER : null,
                "attachment:" + ID,
                "application/pdf",
                40,
                "00".repeat(32),
                name);
    }

    private static AttachmentStored stored(Placement of, @Nullable AttachedTo subject, @Nullable Sealed name) {
        return new AttachmentStored(of, subject, "attachment:" + ID, "application/pdf", 40, "00".repeat(32), name, DAY);
    }

    @Test
    void what_belongs_to_nothing_is_counted_to_whoever_stored_it() {
        CommandFixture fixture = storing();
        fixture.when(store(null, new SealedName("attachment:" + ID, "AAAA", "BBBB")))
                .events(stored(
                        new Placement(fixture.madeId(), null, OFFICE, "530328"),
                        null,
                        new Sealed(1, "attachment:" + ID, "A256GCM", "AAAA", "BBBB")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Household", "Dispute", "Cadre", "Document", "Activity", "Project", "Fund"})
    void what_is_attached_is_counted_to_where_that_lies_which_it_is_attached_to(String type) {
        CommandFixture fixture = storing().known(type, OTHER, FUND);
        fixture.when(store(type, null))
                .events(stored(
                        new Placement(fixture.madeId(), PROGRAMME, OFFICE, VILLAGE),
                        new AttachedTo(type, OTHER),
                        null));
    }

    @Test
    void what_belongs_to_a_household_that_moved_lies_where_it_lives_now_and_in_no_programme() {
        String former = "530328202201";
        CommandFixture fixture = storing()
                .known(
                        "Household",
                        OTHER,
                        new HouseholdClassified(new Residence(OTHER, former, 3), List.of("LOW_INCOME"), DAY),
                        new HouseholdRelocated(new Removal(OTHER, former, 3, VILLAGE, 8), null, null, DAY));
        fixture.when(store("Household", null))
                .events(stored(
                        new Placement(fixture.madeId(), null, null, VILLAGE),
                        new AttachedTo("Household", OTHER),
                        null));
    }

    @Test
    void a_move_that_was_told_late_is_not_the_last() {
        CommandFixture fixture = storing()
                .known(
                        "Household",
                        OTHER,
                        new HouseholdClassified(
                                new Residence(OTHER, "530328202201", 3), List.of("LOW_INCOME"), DAY.minusDays(9)),
                        new HouseholdRelocated(
                                new Removal(OTHER, "530328202201", 3, VILLAGE, 8), null, null, DAY.minusDays(2)),
                        new HouseholdRelocated(
                                new Removal(OTHER, "530328202201", 3, "530328202208", 8),
                                null,
                                null,
                                DAY.minusDays(5)));
        fixture.when(store("Household", null))
                .events(stored(
                        new Placement(fixture.madeId(), null, null, VILLAGE),
                        new AttachedTo("Household", OTHER),
                        null));
    }

    @Test
    void what_was_stored_is_placed_again_and_nothing_else_of_it_is_changed() {
        AttachmentStored attached = new AttachmentStored(
                new Placement(ID, PROGRAMME, OFFICE, "530328202201"),
                new AttachedTo("Fund", OTHER),
                "attachment:" + ID,
                "application/pdf",
                40,
                "00".repeat(32),
                null,
                DAY);
        AttachmentStored placed = new AttachmentStored(
                new Placement(ID, PROGRAMME, OFFICE, VILLAGE),
                attached.subject(),
                attached.sealedUnder(),
                attached.mediaType(),
                attached.bytes(),
                attached.sha256(),
                null,
                DAY);
        CommandFixture fixture =
                new CommandFixture(Attachment.class).known("Fund", OTHER, FUND).given(attached);
        fixture.whenCorrected(givenId(0), "{}").events(corrected(attached, placed));
        fixture.whenCorrected(givenId(0), "{\"fundId\": \"" + OTHER + "\"}").refused("attachment-stays");
        fixture.whenCorrected(givenId(0), "{\"mediaType\": \"image/png\"}").refused("attachment-stays");
        fixture().whenCorrected(givenId(0), "{}").nothing();
    }

    private static Corrected<AttachmentStored> corrected(AttachmentStored before, AttachmentStored after) {
        return new Corrected<>(givenId(0), before, after, CommandFixture.REASON, null);
    }

    @Test
    void nothing_is_attached_to_something_that_never_was() {
        storing()
                .known("Fund", OTHER, FUND, new Voided<>(OTHER, FUND, CommandFixture.REASON, null))
                .when(store("Fund", null))
                .refused("fund-voided");
    }

    @Test
    void is_stored_once() {
        fixture().on(DAY).when(store(null, null)).refused("already-exists");
    }

    @Test
    void what_was_stored_is_neither_voided_nor_corrected() {
        fixture().whenVoided(givenId(0)).refused("attachment-stays");
        fixture().whenCorrected(givenId(0), "{\"bytes\": 41}").refused("attachment-stays");
        fixture().given(ERASED).whenVoidedWithFollowing(givenId(0)).refused("attachment-stays");
    }

    @Test
    void an_erasure_is_final() {
        fixture().given(ERASED).whenVoided(givenId(1)).refused("erasure-final");
        fixture()
                .given(ERASED)
                .whenCorrected(givenId(1), "{\"reason\": \"过期\"}")
                .refused("erasure-final");
    }
}
