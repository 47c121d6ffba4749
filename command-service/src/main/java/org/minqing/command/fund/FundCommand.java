package org.minqing.command.fund;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.DeterminedStream;
import org.minqing.command.platform.form.DivisionCode;
import org.minqing.command.platform.form.EventPath;
import org.minqing.command.platform.form.MadeEvents;
import org.minqing.command.platform.form.NameInput;
import org.minqing.command.platform.form.PrintedText;
import org.minqing.command.platform.form.Ref;
import org.minqing.command.platform.form.Text;
import org.minqing.command.reference.Village;
import org.minqing.events.Ids;
import org.minqing.events.Money;
import org.minqing.events.fund.FundEvent;

/** What may be done with a fund. */
sealed interface FundCommand {
    /**
     * Opens a fund for one earmark, of one organisation in one programme, for one village or for none. There is one such fund.
     *
     * @param earmark what its money is for, and for nothing else
     */
    @MadeEvents(value = FundEvent.FundOpened.class, begins = true)
    record OpenFund(
            @NotNull @Ref("Programme") UUID programmeId,
            @NotNull @Ref("Organisation") UUID organisationId,
            @NotBlank @Text(max = 50) String earmark,
            @Nullable @DivisionCode String villageCode)
            implements FundCommand, DeterminedStream {
        @Override
        public String streamId(DecisionContext situation) {
            return Ids.fund(programmeId, organisationId, villageId(situation), earmark)
                    .toString();
        }

        /** The divisionId of its village, if it is for one. */
        @Nullable
        String villageId(DecisionContext situation) {
            return villageCode == null ? null : Village.id(situation, villageCode, situation.day());
        }
    }

    /** Somebody gave money. */
    @MadeEvents(FundEvent.DonationRecorded.class)
    record RecordDonation(
            @NotNull UUID fundId,
            @Nullable UUID officeId,
            @Nullable @Text(max = 10) String taskCode,
            @NotNull @Valid DonorInput donor,
            @NotNull Money money)
            implements FundCommand {}

    /** Somebody gave goods: worth something, but no money of the fund. */
    @MadeEvents(FundEvent.InKindDonationRecorded.class)
    record RecordInKindDonation(
            @NotNull UUID fundId,
            @Nullable UUID officeId,
            @Nullable @Text(max = 10) String taskCode,
            @NotNull @Valid DonorInput donor,
            @NotEmpty @Size(max = 100) List<@NotNull @Valid ItemInput> items)
            implements FundCommand {}

    /**
     * An organisation raised money for the fund, which is no donation.
     *
     * @param organisationId the organisation that raised it, not the one that keeps the fund
     */
    @MadeEvents(FundEvent.UnitContributionRecorded.class)
    record RecordUnitContribution(
            @NotNull UUID fundId,

            @NotNull @Ref(value = "Organisation", scoped = false) @EventPath("contributorId")
            UUID organisationId,

            @Nullable UUID officeId,
            @Nullable @Text(max = 10) String taskCode,
            @NotNull Money money)
            implements FundCommand {}

    /**
     * An authority granted money to the fund, which is no donation.
     *
     * @param source who granted it, in few words, without the name of a person
     * @param documentNo of the document that grants it
     */
    @MadeEvents(FundEvent.GrantRecorded.class)
    record RecordGrant(
            @NotNull UUID fundId,
            @Nullable UUID officeId,
            @Nullable @Text(max = 10) String taskCode,
            @NotBlank @Text(max = 100) @PrintedText String source,
            @Nullable @Text(max = 40) @PrintedText String documentNo,
            @NotNull Money money)
            implements FundCommand {}

    /**
     * Sets money received aside, for a purpose or a project.
     *
     * @param purpose in few words, without the name of a person: it is printed when the use of the fund is published
     */
    @MadeEvents(FundEvent.FundsAllocated.class)
    record AllocateFunds(
            @NotNull UUID fundId,
            @Nullable UUID officeId,
            @Nullable @Text(max = 10) String taskCode,
            @Nullable @Text(max = 100) String purpose,

            @Nullable @Ref("Project") @EventPath("projectId")
            UUID toProjectId,

            @NotNull Money money)
            implements FundCommand {}

    /**
     * Agrees that money set aside by somebody else be paid.
     *
     * @param allocationId entryId of the allocation
     * @param money left out: all of it that was not approved yet
     */
    @MadeEvents(FundEvent.PaymentApproved.class)
    record ApprovePayment(
            @NotNull UUID fundId,
            @NotNull UUID allocationId,
            @Nullable Money money) implements FundCommand {}

    /**
     * Pays out money set aside.
     *
     * @param payee who is paid
     * @param allocationId entryId of the allocation it is paid from; left out: from what was set aside for purposes in all
     * @param purpose in few words, without the name of a person; left out: that of the allocation
     * @param attachmentId what shows it, a receipt of the payee or a bank's slip
     */
    @MadeEvents(FundEvent.PaidFromFund.class)
    record PayFromFund(
            @NotNull UUID fundId,
            @Nullable UUID officeId,
            @Nullable @Text(max = 10) String taskCode,
            @NotNull @Valid NameInput payee,
            @NotNull Money money,
            @Nullable @Text(max = 100) String purpose,
            @Nullable UUID allocationId,
            @Nullable @Ref("Attachment") UUID attachmentId)
            implements FundCommand {}

    /**
     * Money paid out came back.
     *
     * @param paymentId entryId of the payment
     */
    @MadeEvents(FundEvent.RefundedToFund.class)
    record RefundToFund(
            @NotNull UUID fundId,
            @NotNull UUID paymentId,
            @NotNull Money money) implements FundCommand {}

    /**
     * Makes out a receipt for what came in; it has the next number of the fund in the year of its day.
     *
     * @param entryId of a donation, of money or in kind, a contribution or a grant
     */
    @MadeEvents(FundEvent.ReceiptIssued.class)
    record IssueReceipt(@NotNull UUID fundId, @NotNull UUID entryId) implements FundCommand {}

    /**
     * Makes public what became of the money, as known now.
     *
     * @param from first day of what is told; left out: the day the fund was opened
     * @param to last day of it, not after the day of publication; left out: that day
     */
    @MadeEvents(FundEvent.FundUsePublished.class)
    record PublishFundUse(
            @NotNull UUID fundId,
            @Nullable LocalDate from,
            @Nullable LocalDate to) implements FundCommand {}
}
