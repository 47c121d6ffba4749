package org.minqing.command.fund;

import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Never;
import org.minqing.command.platform.StepList.Step;
import org.minqing.events.Sealed;
import org.minqing.events.fund.FundEvent;
import org.minqing.events.fund.FundEvent.ReceiptCancelled;
import org.minqing.events.fund.FundEvent.ReceiptIssued;

/** Why an entry never was. */
record Reversal(Sealed reason, @Nullable String reasonCode) {
    /** The event that says so. */
    FundEvent of(FundEvent entry) {
        return new Never(reason, reasonCode).of(new Step<>(Book.entryId(entry), entry));
    }

    /** The event that says so of a receipt, whose number stays used. */
    ReceiptCancelled cancelled(ReceiptIssued receipt) {
        return new ReceiptCancelled(
                receipt.fundId(),
                receipt.programmeId(),
                receipt.organisationId(),
                receipt.divisionId(),
                receipt.earmark(),
                receipt.receiptId(),
                receipt.entryId(),
                receipt.year(),
                receipt.number(),
                reason,
                reasonCode,
                receipt.occurredOn());
    }
}
