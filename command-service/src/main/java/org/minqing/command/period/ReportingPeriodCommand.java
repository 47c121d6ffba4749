package org.minqing.command.period;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.DeterminedStream;
import org.minqing.command.platform.form.MadeEvents;
import org.minqing.command.platform.form.PrintedText;
import org.minqing.command.platform.form.ReasonField;
import org.minqing.command.platform.form.Ref;
import org.minqing.command.platform.form.Text;
import org.minqing.events.Ids;
import org.minqing.events.period.PeriodKind;
import org.minqing.events.period.ReportSection;
import org.minqing.events.period.ReportingPeriodEvent;

/** What may be done about a reporting period. */
sealed interface ReportingPeriodCommand {
    /**
     * Opens a reporting period of an organisation in a programme. There is one of each name, and no two of a kind share a day:
     * 409 {@code period-overlaps}.
     *
     * @param name {@code 2012}, {@code 2012年上半年}
     * @param from its first day, which does not lie ahead
     * @param to its last day, which may lie ahead
     * @param kind left out: annual if longer than 200 days
     */
    @MadeEvents(value = ReportingPeriodEvent.PeriodOpened.class, begins = true)
    record OpenPeriod(
            @NotNull @Ref("Programme") UUID programmeId,
            @NotNull @Ref("Organisation") UUID organisationId,
            @NotBlank @Text(max = 40) @PrintedText String name,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @Nullable PeriodKind kind)
            implements ReportingPeriodCommand, DeterminedStream {
        private static final long HALF_A_YEAR = 200;

        @Override
        public String streamId(DecisionContext situation) {
            return Ids.reportingPeriod(programmeId, organisationId, name).toString();
        }

        /** As given, else by its length. */
        PeriodKind length() {
            if (kind != null) {
                return kind;
            }
            return ChronoUnit.DAYS.between(from, to) + 1 > HALF_A_YEAR ? PeriodKind.ANNUAL : PeriodKind.HALF_YEAR;
        }
    }

    /**
     * Writes a section of the report, instead of what it read before.
     *
     * @param text published as it stands: no personal data belongs in it, see ADR 0024
     */
    @MadeEvents(ReportingPeriodEvent.SectionWritten.class)
    record WriteSection(
            @NotNull UUID reportingPeriodId,
            @NotNull ReportSection section,
            @NotBlank @Text(max = 10_000) @PrintedText String text)
            implements ReportingPeriodCommand {}

    /**
     * The report is written and waits for somebody's approval. Submitted again after it was sent back, it is addressed as it is then
     * said.
     *
     * @param recipient 主送机关: to whom the paper is addressed, printed before its body; left out: to nobody
     * @param copiedTo 抄送: who gets it besides, printed at its end
     */
    @MadeEvents(ReportingPeriodEvent.ReportSubmitted.class)
    record SubmitReport(
            @NotNull UUID reportingPeriodId,

            @Nullable @Size(min = 1) @Text(max = 200) @PrintedText
            String recipient,

            @Nullable @Size(min = 1) @Text(max = 200) @PrintedText
            String copiedTo)
            implements ReportingPeriodCommand {}

    /** The report submitted or approved is not good enough and can be written on. */
    @MadeEvents(ReportingPeriodEvent.ReportSentBack.class)
    @ReasonField
    record SendBackReport(@NotNull UUID reportingPeriodId) implements ReportingPeriodCommand {}

    /**
     * Somebody else than who submitted the report finds it good.
     *
     * @param documentNo number of the paper by which it was approved
     */
    @MadeEvents(ReportingPeriodEvent.ReportApproved.class)
    record ApproveReport(
            @NotNull UUID reportingPeriodId,

            @Nullable @Size(min = 1) @Text(max = 100) @PrintedText
            String documentNo) implements ReportingPeriodCommand {}

    /**
     * Gives the report out. Its figures are those of the log's last position, and so are the findings, each of which must be
     * waived with its cause.
     *
     * @param waivers of findings one by one, or of all warnings of a rule
     */
    @MadeEvents(ReportingPeriodEvent.PeriodSealed.class)
    record SealPeriod(
            @NotNull UUID reportingPeriodId,
            @Nullable @Size(max = 1000) List<@NotNull @Valid WaiverInput> waivers) implements ReportingPeriodCommand {
        List<WaiverInput> waived() {
            return waivers == null ? List.of() : waivers;
        }
    }

    /**
     * A waiver in a command: of a finding or of a rule.
     *
     * @param reason the findings' common cause, ten letters or more; published as it stands: no personal data belongs in it
     */
    record WaiverInput(
            @Nullable UUID findingId,
            @Nullable @Size(min = 1) @Text(max = 20) String rule,
            @NotBlank @Text(max = 1000) @PrintedText String reason) {}

    /**
     * Adds a note to a sealed report. Its figures stand.
     *
     * @param note published as it stands: no personal data belongs in it, see ADR 0024
     */
    @MadeEvents(ReportingPeriodEvent.SealedReportAmended.class)
    @ReasonField
    record AmendSealedReport(
            @NotNull UUID reportingPeriodId,
            @NotBlank @Text(max = 2000) @PrintedText String note) implements ReportingPeriodCommand {}
}
