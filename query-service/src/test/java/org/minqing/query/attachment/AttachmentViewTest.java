package org.minqing.query.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.query.Village.day;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.minqing.events.attachment.AttachedTo;
import org.minqing.events.attachment.AttachmentEvent;
import org.minqing.events.attachment.AttachmentEvent.AttachmentErased;
import org.minqing.events.attachment.AttachmentEvent.AttachmentStored;
import org.minqing.events.attachment.AttachmentEvent.Placement;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.Village;

class AttachmentViewTest {
    private final Village village = new Village();
    private final UUID cadre = village.cadre("张示例");
    private final UUID household = village.household("李示例");

    @AfterAll
    static void every_stream_told_again_is_the_same() {
        Village.replay();
    }

    private Appended put(AttachmentEvent event) {
        return village.put("Attachment-" + event.of().attachmentId(), event);
    }

    private AttachmentStored stored(String name, @Nullable AttachedTo subject) {
        UUID id = village.id(name);
        return new AttachmentStored(
                new Placement(id, village.programme, village.office, village.id),
                subject,
                "attachment:" + id,
                "application/pdf",
                4096,
                "0a".repeat(32),
                village.sealed("attachment:" + id, "示例甲.pdf"),
                day("01-10"));
    }

    private AttachmentErased erased(AttachmentStored of, String day) {
        return new AttachmentErased(of.of(), of.subject(), "误传", day(day));
    }

    private String state(AttachmentStored of, String asOf, long knownAt) {
        return village.state(
                "Attachment",
                of.of().attachmentId(),
                asOf,
                knownAt,
                "subject.type",
                "householdId",
                "sealedUnder",
                "mediaType",
                "bytes",
                "status",
                "storedOn",
                "erasedOn");
    }

    private int found(String asOf, String... filter) {
        return village.ask("/v1/attachments", asOf, village.head(), filter)
                .json()
                .path("items")
                .size();
    }

    @Test
    void says_what_it_is_from_the_day_it_was_stored_and_that_it_is_gone_from_the_day_it_was_erased() {
        AttachmentStored photo = stored("photo", null);
        put(photo);
        long head = put(erased(photo, "02-10")).position();
        String under = photo.sealedUnder();
        assertThat(state(photo, "2012-01-09", head)).isEqualTo("-");
        assertThat(state(photo, "2012-02-09", head))
                .isEqualTo("  " + under + " application/pdf 4096 STORED 2012-01-10 ");
        assertThat(state(photo, "2012-02-10", head))
                .isEqualTo("  " + under + " application/pdf 4096 ERASED 2012-01-10 2012-02-10");
        assertThat(state(photo, "2012-02-10", head - 1))
                .isEqualTo("  " + under + " application/pdf 4096 STORED 2012-01-10 ");
        assertThat(found("2012-02-09", "status", "STORED")).isEqualTo(1);
        assertThat(found("2012-02-10", "status", "STORED")).isZero();
        assertThat(found("2012-02-10", "status", "ERASED", "kind", "application/pdf"))
                .isEqualTo(1);
        assertThat(found("2012-02-10", "kind", "image/png")).isZero();
        assertThat(village.timeline("attachments", photo.of().attachmentId()))
                .containsExactly("存入附件：application/pdf", "销毁附件：误传");
    }

    @Test
    void is_found_by_the_household_or_the_cadre_it_is_attached_to_and_by_its_place() {
        AttachmentStored card = stored("card", new AttachedTo("Household", household));
        AttachmentStored order = stored("order", new AttachedTo("Cadre", cadre));
        put(card);
        long head = put(order).position();
        assertThat(state(card, "2012-01-10", head)).startsWith("Household " + household + " ");
        assertThat(state(order, "2012-01-10", head)).startsWith("Cadre  ");
        assertThat(found("2012-01-10")).isEqualTo(2);
        assertThat(found("2012-01-10", "household", household.toString())).isEqualTo(1);
        assertThat(found("2012-01-10", "cadre", cadre.toString())).isEqualTo(1);
        assertThat(found("2012-01-10", "cadre", household.toString())).isZero();
        assertThat(found("2012-01-10", "village", village.other)).isZero();
        assertThat(found("2012-01-10", "organisation", village.office.toString()))
                .isEqualTo(2);
        assertThat(found("2012-01-10", "organisation", cadre.toString())).isZero();
    }

    @Test
    void one_that_never_was_erased_is_there_and_one_never_stored_is_voided() {
        AttachmentStored photo = stored("photo", null);
        Appended at = put(photo);
        AttachmentErased gone = erased(photo, "02-10");
        long back = village.voids(put(gone), gone).position();
        long never = village.voids(at, photo).position();
        assertThat(state(photo, "2012-02-10", back)).contains("STORED");
        assertThat(state(photo, "2012-02-10", never)).isEqualTo("VOIDED");
    }
}
