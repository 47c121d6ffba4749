package org.minqing.command.fund;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Text;
import org.minqing.events.Money;

/**
 * Pays out money set aside.
 *
 * @param allocationId entryId of the allocation it is paid from; left out: from what was set aside for purposes in all
 * @param purpose in few words, without the name of a person; left out: that of the allocation
 * @param attachmentId what shows it, a receipt of the payee or a bank's slip
 */
record PayFromFund(
        @NotNull UUID fundId,
        @Nullable UUID programmeId,
        @Nullable UUID organisationId,
        @Nullable UUID officeId,
        @Nullable @Text(max = 10) String taskCode,
        @NotNull @Valid PayeeInput payee,
        @NotNull Money money,
        @Nullable @Text(max = 100) String purpose,
        @Nullable UUID allocationId,
        @Nullable @Ref("Attachment") UUID attachmentId,
        @Nullable LocalDate occurredOn) {}
