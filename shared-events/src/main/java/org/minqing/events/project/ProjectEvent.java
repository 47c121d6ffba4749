package org.minqing.events.project;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.events.Header;
import org.minqing.events.Money;
import org.minqing.events.Quantity;
import org.minqing.events.Sealed;
import org.minqing.events.Source;

/**
 * The story of one project 帮扶项目 in a village: its way from proposal to acceptance, and what is counted of it: lines of
 * investment, quantities, beneficiaries. Each of these has the id of the event that made it and stands by itself; a line's
 * advances stand on it.
 */
public sealed interface ProjectEvent extends DomainEvent {
    /**
     * What a project is counted to.
     *
     * @param organisationId the organisation the project is counted to
     * @param villageId divisionId of the village
     */
    record Undertaking(UUID projectId, UUID programmeId, UUID organisationId, String villageId) implements Header {
        @Override
        public String divisionId() {
            return villageId;
        }
    }

    /** Where something is counted within the organisation and the tasks. */
    record Classification(@Nullable UUID officeId, @Nullable String taskCode) {}

    /**
     * What is proposed.
     *
     * @param name as people call it; no person's name in it
     * @param site natural village 自然村 or place within the village
     * @param concernId what it answers, if it began with a concern
     */
    record Plan(
            ProjectKind kind,
            String name,
            @Nullable String site,
            @Nullable UUID concernId) {}

    /**
     * A line of investment.
     *
     * @param lineId id of the event that added it
     */
    record Investment(UUID lineId, InvestmentSource source, Money money) {}

    @Override
    Undertaking of();

    /** A step on its way, or beside it. */
    sealed interface Step extends ProjectEvent {}

    /** Somebody proposed the project on this day. */
    record ProjectProposed(Undertaking of, Classification classification, Plan plan, LocalDate occurredOn)
            implements Step {
        @Override
        public List<Source> requiresBegun() {
            return Source.each("Concern", plan.concernId).toList();
        }
    }

    /**
     * The villagers, assembled on this day, resolved to do it 一事一议.
     *
     * @param participants number of people who took part
     * @param inFavour number of them who were for it
     * @param summary what was said, sealed under the project
     */
    record VillagersResolutionRecorded(
            Undertaking of,
            @Nullable Integer participants,
            @Nullable Integer inFavour,
            @Nullable Sealed summary,
            LocalDate occurredOn)
            implements Step {}

    /**
     * The project was approved on this day.
     *
     * @param documentNo of the approval
     */
    record ProjectApproved(Undertaking of, @Nullable String documentNo, LocalDate occurredOn) implements Step {}

    /**
     * The work was given to somebody on this day.
     *
     * @param price agreed
     * @param documentNo of the contract
     */
    record ContractAwarded(
            Undertaking of,
            @Nullable Contractor contractor,
            @Nullable Money price,
            @Nullable String documentNo,
            LocalDate occurredOn)
            implements Step {}

    /** Work began on this day. */
    record WorkStarted(Undertaking of, LocalDate occurredOn) implements Step {}

    /**
     * So far the work had come on this day.
     *
     * @param percent of the whole, 0 to 100
     * @param note sealed under the project
     */
    record ProgressReported(
            Undertaking of,
            @Nullable Integer percent,
            @Nullable Sealed note,
            LocalDate occurredOn) implements Step {}

    /** Work was done on this day. */
    record WorkCompleted(Undertaking of, LocalDate occurredOn) implements Step {}

    /**
     * The work was looked at on this day and found good 验收.
     *
     * @param documentNo of the certificate
     */
    record ProjectAccepted(Undertaking of, @Nullable String documentNo, LocalDate occurredOn) implements Step {}

    /**
     * The project was given up on this day. What was invested and measured until then stands.
     *
     * @param reason sealed under the project
     */
    record ProjectCancelled(
            Undertaking of,
            @Nullable Sealed reason,
            @Nullable String reasonCode,
            LocalDate occurredOn) implements Step {
        @Override
        public LocalDate lastDay() {
            return occurredOn;
        }
    }

    /** What befalls a line of investment. */
    sealed interface InvestmentLineStep extends ProjectEvent {
        Investment investment();
    }

    /** Money from one source was approved for the project on this day: counted once, however far it comes. */
    record InvestmentLineAdded(
            Undertaking of, Classification classification, Investment investment, LocalDate occurredOn)
            implements InvestmentLineStep {}

    /**
     * The money of a line came as far as this on this day.
     *
     * @param investment the line, as it stood
     * @param from how far it had come before
     * @param stage how far it has come
     */
    record InvestmentLineAdvanced(
            Undertaking of, Investment investment, InvestmentStage from, InvestmentStage stage, LocalDate occurredOn)
            implements InvestmentLineStep {}

    /**
     * So much of something had been made, laid or planted, as measured on this day.
     *
     * @param quantityId id of this event
     * @param itemName what it is, where the list has no item for it; else what sort of the item
     * @param quantity its unit a code of {@link org.minqing.events.Units}
     */
    record QuantityMeasured(
            Undertaking of,
            Classification classification,
            UUID quantityId,
            ProjectItem item,
            @Nullable String itemName,
            Quantity quantity,
            @Nullable UUID attachmentId,
            LocalDate occurredOn)
            implements ProjectEvent {}

    /**
     * So many benefit from the project, as counted on this day.
     *
     * @param beneficiariesId id of this event
     * @param quantity whole households or persons
     * @param overlapPossible whether some of them may be counted in another line too, so that lines never add blindly
     */
    record BeneficiariesRecorded(
            Undertaking of,
            Classification classification,
            UUID beneficiariesId,
            BeneficiaryKind kind,
            Quantity quantity,
            boolean overlapPossible,
            LocalDate occurredOn)
            implements ProjectEvent {}
}
