package org.minqing.command.document;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.PublicWords;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Text;

/**
 * The document owed is handed in, for the first time or after it was sent back.
 *
 * @param title in words without personal data
 * @param attachmentId the paper itself
 */
record HandInDocument(
        @NotNull UUID documentId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,

        @NotBlank @Text(max = 200) @Pattern(regexp = PublicWords.REGEXP, message = PublicWords.CODE)
        String title,

        @Nullable @Ref("Attachment") UUID attachmentId,
        @Nullable LocalDate occurredOn) {}
