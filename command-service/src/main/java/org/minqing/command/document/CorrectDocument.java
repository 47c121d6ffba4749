package org.minqing.command.document;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.PublicWords;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;
import org.minqing.events.document.DocumentKind;
import org.minqing.events.document.OwedBy;

/**
 * What is owed, or what was last handed in, is otherwise than entered. What is left out stays as it is; a wrong day or owner
 * is a void and a new document.
 *
 * @param title only once it was handed in
 * @param attachmentId only once it was handed in
 * @param occurredOn left out, or the day on which the document was required; where only title and attachment are given, the
 *     day on which it was handed in
 */
record CorrectDocument(
        @NotNull UUID documentId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @Nullable UUID officeId,
        @Nullable @Text(max = 10) String taskCode,
        @Nullable DocumentKind kind,
        @Nullable OwedBy group,
        @Nullable @Valid PeriodInput period,
        @Nullable LocalDate dueOn,

        @Nullable @Size(min = 1) @Text(max = 200) @Pattern(regexp = PublicWords.REGEXP, message = PublicWords.CODE)
        String title,

        @Nullable @Ref("Attachment") UUID attachmentId,
        @NotNull @Text(max = 1000) Sealed reason,
        @Nullable @Text(max = 40) String reasonCode,
        @Nullable LocalDate occurredOn) {}
