package org.minqing.command.document;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Text;
import org.minqing.events.document.DocumentKind;
import org.minqing.events.document.OwedBy;

/**
 * From now on a cadre, or the leadership team of an organisation, owes a document. One who owes it under two groups owes two.
 *
 * @param programmeId left out: the one programme in force at the organisation's seat
 * @param organisationId of whose team or cadre; left out: that of the cadre
 * @param cadreId who owes it; left out: the organisation's leadership team
 * @param group as what; left out: LEADERSHIP_TEAM
 */
record RequireDocument(
        @Nullable UUID documentId,
        @Nullable @Ref(value = "Programme", scoped = false) UUID programmeId,
        @Nullable @Ref("Organisation") UUID organisationId,
        @Nullable UUID officeId,
        @Nullable @Text(max = 10) String taskCode,
        @NotNull DocumentKind kind,
        @Nullable @Ref(value = "Cadre", scoped = false) UUID cadreId,
        @Nullable OwedBy group,
        @NotNull @Valid PeriodInput period,
        @NotNull LocalDate dueOn,
        @Nullable LocalDate occurredOn) {}
