package org.minqing.command.attachment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.form.EventPath;
import org.minqing.command.platform.form.MadeEvents;
import org.minqing.command.platform.form.OwnDoor;
import org.minqing.command.platform.form.PrintedText;
import org.minqing.command.platform.form.Ref;
import org.minqing.command.platform.form.Text;
import org.minqing.events.Sealed;
import org.minqing.events.attachment.AttachedTo;
import org.minqing.events.attachment.AttachmentEvent;

/** What may be done with an attachment. */
sealed interface AttachmentCommand {
    /**
     * What was uploaded and lies sealed; made by {@link AttachmentEndpoint}. At most one of the ids is there: whose it is.
     *
     * @param sealedUnder subject whose key content and name are sealed under
     * @param sha256 of the sealed content
     */
    @OwnDoor
    @MadeEvents(value = AttachmentEvent.AttachmentStored.class, begins = true)
    record StoreAttachment(
            @Nullable UUID attachmentId,
            @Nullable @Ref("Household") UUID householdId,
            @Nullable @Ref("Dispute") UUID disputeId,
            @Nullable @Ref("Cadre") UUID cadreId,
            @Nullable @Ref("Document") UUID documentId,
            @Nullable @Ref("Activity") UUID activityId,
            @Nullable @Ref("Project") UUID projectId,
            @Nullable @Ref("Fund") UUID fundId,

            @Pattern(regexp = "[a-z]+:\\S{1,50}", message = "not-a-subject")
            String sealedUnder,

            @Text(max = 100) String mediaType,
            int bytes,

            @Pattern(regexp = "[0-9a-f]{64}", message = "not-a-digest")
            String sha256,

            @Nullable @EventPath("") SealedName name)
            implements AttachmentCommand {

        /** A file's name as it was sealed at the door. */
        record SealedName(
                @Pattern(regexp = "[a-z]+:\\S{1,50}", message = "not-a-subject")
                String subject,

                @Text(max = 40) String iv,
                @Text(max = 4000) String ct) {
            Sealed sealed() {
                return new Sealed(1, subject, "A256GCM", iv, ct);
            }
        }

        @Nullable
        AttachedTo subject() {
            return Stream.of(
                            to("Household", householdId),
                            to("Dispute", disputeId),
                            to("Cadre", cadreId),
                            to("Document", documentId),
                            to("Activity", activityId),
                            to("Project", projectId),
                            to("Fund", fundId))
                    .flatMap(s -> s)
                    .findFirst()
                    .orElse(null);
        }

        private static Stream<AttachedTo> to(String type, @Nullable UUID id) {
            return Stream.ofNullable(id).map(given -> new AttachedTo(type, given));
        }
    }

    /**
     * The content is destroyed for ever; that it was there stays in the log.
     *
     * @param reason in words without personal data
     */
    @MadeEvents(AttachmentEvent.AttachmentErased.class)
    record EraseAttachment(
            @NotNull UUID attachmentId,
            @NotBlank @Text(max = 200) @PrintedText String reason) implements AttachmentCommand {}
}
