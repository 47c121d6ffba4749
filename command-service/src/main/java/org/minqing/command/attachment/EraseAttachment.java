package org.minqing.command.attachment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.PublicWords;
import org.minqing.command.platform.Text;

/**
 * The content is destroyed for ever; that it was there stays in the log.
 *
 * @param reason in words without personal data
 */
record EraseAttachment(
        @NotNull UUID attachmentId,

        @NotBlank @Text(max = 200) @Pattern(regexp = PublicWords.REGEXP, message = PublicWords.CODE)
        String reason,

        @Nullable LocalDate occurredOn) {}
