package org.minqing.command.document;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.form.MadeEvents;
import org.minqing.command.platform.form.PartOf;
import org.minqing.command.platform.form.PrintedText;
import org.minqing.command.platform.form.ReasonField;
import org.minqing.command.platform.form.Ref;
import org.minqing.command.platform.form.Text;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.document.DocumentEvent;
import org.minqing.events.document.DocumentKind;
import org.minqing.events.document.OwedBy;
import org.minqing.events.document.Period;

/** What may be done about a document owed. */
sealed interface DocumentCommand {
    /**
     * From now on a cadre, or the leadership team of an organisation, owes a document. One who owes it under two groups owes
     * two.
     *
     * @param programmeId left out: the one programme in force at the organisation's seat
     * @param organisationId of whose team or cadre; left out: that of the cadre
     * @param cadreId who owes it; left out: the organisation's leadership team
     * @param group as what; left out: LEADERSHIP_TEAM
     */
    @MadeEvents(value = DocumentEvent.DocumentRequired.class, begins = true)
    record RequireDocument(
            @Nullable UUID documentId,
            @Nullable @Ref("Programme") UUID programmeId,
            @Nullable @Ref("Organisation") UUID organisationId,
            @Nullable @PartOf("organisationId") UUID officeId,
            @Nullable @Text(max = 10) String taskCode,
            @NotNull DocumentKind kind,
            @Nullable @Ref("Cadre") UUID cadreId,
            @Nullable OwedBy group,
            @NotNull @Valid PeriodInput period,
            @NotNull LocalDate dueOn)
            implements DocumentCommand {}

    /**
     * What a document is about in time.
     *
     * @param to not before {@code from}
     */
    record PeriodInput(
            @NotBlank @Text(max = 40) String name,
            @NotNull LocalDate from,
            @NotNull LocalDate to) {
        Period period() {
            if (to.isBefore(from)) {
                throw Refusal.invalid("/period/to", "before-its-beginning", from);
            }
            return new Period(name, from, to);
        }
    }

    /**
     * The document owed is handed in, for the first time or after it was sent back.
     *
     * @param title in words without personal data
     * @param attachmentId the paper itself
     */
    @MadeEvents(DocumentEvent.DocumentHandedIn.class)
    record HandInDocument(
            @NotNull UUID documentId,
            @NotBlank @Text(max = 200) @PrintedText String title,
            @Nullable @Ref("Attachment") UUID attachmentId)
            implements DocumentCommand {}

    /** What was handed in is not good enough and is owed again. */
    @MadeEvents(DocumentEvent.DocumentSentBack.class)
    @ReasonField
    record SendBackDocument(@NotNull UUID documentId) implements DocumentCommand {}

    /** What was handed in is good. */
    @MadeEvents(DocumentEvent.DocumentAccepted.class)
    record AcceptDocument(@NotNull UUID documentId) implements DocumentCommand {}
}
