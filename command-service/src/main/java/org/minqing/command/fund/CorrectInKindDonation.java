package org.minqing.command.fund;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;
import org.minqing.events.fund.FundEvent.InKindDonationRecorded;

/**
 * The goods given were otherwise than recorded. What is left out stays as it is; another donor or a wrong day is a void and
 * a new donation. A receipt that says otherwise is cancelled.
 *
 * @param items all of them, in place of those recorded
 * @param occurredOn left out, or the day of the donation
 */
record CorrectInKindDonation(
        @NotNull UUID fundId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @NotNull UUID entryId,
        @Nullable UUID officeId,
        @Nullable @Text(max = 10) String taskCode,
        @Nullable @Size(min = 1, max = 100) List<@NotNull @Valid ItemInput> items,
        @NotNull @Text(max = 1000) Sealed reason,
        @Nullable @Text(max = 40) String reasonCode,
        @Nullable LocalDate occurredOn) {

    InKindDonationRecorded after(InKindDonationRecorded before) {
        Goods goods = items == null ? new Goods(before.items(), before.amount()) : Goods.of(items);
        return new InKindDonationRecorded(
                before.fundId(),
                before.programmeId(),
                before.organisationId(),
                before.divisionId(),
                before.earmark(),
                before.entryId(),
                officeId == null ? before.officeId() : officeId,
                taskCode == null ? before.taskCode() : taskCode,
                before.donor(),
                goods.items(),
                goods.worth(),
                before.occurredOn());
    }
}
