package org.minqing.command.project;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.QuantityInput;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Text;
import org.minqing.events.project.ProjectItem;

/**
 * So much of something was made, laid or planted.
 *
 * @param itemName what it is, where item is OTHER; else what sort of the item
 * @param quantity its unit one of {@link org.minqing.events.Units}
 * @param attachmentId what shows it, a picture or a sheet
 */
record MeasureQuantity(
        @NotNull UUID projectId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @Nullable UUID officeId,
        @Nullable @Text(max = 10) String taskCode,
        @NotNull ProjectItem item,
        @Nullable @Text(max = 50) String itemName,
        @NotNull @Valid QuantityInput quantity,
        @Nullable @Ref("Attachment") UUID attachmentId,
        @Nullable LocalDate occurredOn) {}
