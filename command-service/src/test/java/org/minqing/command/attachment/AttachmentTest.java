package org.minqing.command.attachment;

import static org.minqing.command.platform.CommandFixture.givenId;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.command.attachment.AttachmentCommand.EraseAttachment;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.attachment.AttachmentEvent.AttachmentErased;
import org.minqing.events.attachment.AttachmentEvent.AttachmentStored;
import org.minqing.events.attachment.AttachmentEvent.Placement;

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
