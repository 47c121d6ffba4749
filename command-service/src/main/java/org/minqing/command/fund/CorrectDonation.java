package org.minqing.command.fund;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Situation;
import org.minqing.command.platform.Text;
import org.minqing.events.Money;
import org.minqing.events.Sealed;
import org.minqing.events.fund.FundEvent.DonationRecorded;

/**
 * The donation of money was otherwise than recorded. What is left out stays as it is; a wrong day is a void and a new
 * donation. A receipt that says otherwise is cancelled.
 *
 * @param occurredOn left out, or the day of the donation
 */
record CorrectDonation(
        @NotNull UUID fundId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @NotNull UUID entryId,
        @Nullable UUID officeId,
        @Nullable @Text(max = 10) String taskCode,
        @Nullable @Valid DonorInput donor,
        @Nullable Money money,
        @NotNull @Text(max = 1000) Sealed reason,
        @Nullable @Text(max = 40) String reasonCode,
        @Nullable LocalDate occurredOn) {

    DonationRecorded after(DonationRecorded before, Situation situation) {
        return new DonationRecorded(
                before.fundId(),
                before.programmeId(),
                before.organisationId(),
                before.divisionId(),
                before.earmark(),
                before.entryId(),
                officeId == null ? before.officeId() : officeId,
                taskCode == null ? before.taskCode() : taskCode,
                donor == null ? before.donor() : donor.donor(situation),
                money == null ? before.money() : Amounts.positive("/money/amount", money),
                before.occurredOn());
    }
}
