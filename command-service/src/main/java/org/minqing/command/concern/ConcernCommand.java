package org.minqing.command.concern;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.SourceInput;
import org.minqing.command.platform.form.DivisionCode;
import org.minqing.command.platform.form.EventPath;
import org.minqing.command.platform.form.MadeEvents;
import org.minqing.command.platform.form.PartOf;
import org.minqing.command.platform.form.ReasonField;
import org.minqing.command.platform.form.Ref;
import org.minqing.command.platform.form.Text;
import org.minqing.events.Sealed;
import org.minqing.events.concern.ConcernEvent;
import org.minqing.events.concern.ConcernKind;

/** What may be done about a concern. */
sealed interface ConcernCommand {
    /**
     * Writes down what people raised.
     *
     * @param programmeId left out: from the village's link point, else the one programme in force there
     * @param groups numbers of the villagers' groups whose concern it is
     * @param householdId left out: it is nobody's alone
     * @param cadreId who took it down; left out: the cadre who sends it
     * @param source where it came up: a visit, an activity, ...
     */
    @MadeEvents(value = ConcernEvent.ConcernRaised.class, begins = true)
    record RaiseConcern(
            @Nullable UUID concernId,
            @Nullable @Ref("Programme") UUID programmeId,

            @Nullable @Ref(value = "Organisation", scoped = false)
            UUID organisationId,

            @Nullable @PartOf("organisationId") UUID officeId,
            @Nullable @Text(max = 10) String taskCode,
            @NotNull ConcernKind kind,
            @NotNull @DivisionCode String villageCode,
            @Nullable @Size(max = 100) List<@NotNull @Min(1) @Max(999) Integer> groups,
            @Nullable @Ref("Household") UUID householdId,
            @Nullable @Ref("Cadre") UUID cadreId,
            @Nullable @Valid SourceInput source,

            @NotNull @Text(max = 4000, under = "householdId", orOwn = true)
            Sealed text)
            implements ConcernCommand {}

    /**
     * The concern is taken up 受理.
     *
     * @param dueOn day by which people are to have an answer; left out: as the kind of concern says
     */
    @MadeEvents(ConcernEvent.ConcernAccepted.class)
    record AcceptConcern(@NotNull UUID concernId, @Nullable LocalDate dueOn) implements ConcernCommand {}

    /**
     * Somebody is to see to the concern 交办.
     *
     * @param cadreId left out: no cadre in particular
     * @param organisationId who is to see to it; left out: where the cadre serves, else whom the concern is counted to
     * @param officeId inside that organisation; left out: that of the cadre
     */
    @MadeEvents(ConcernEvent.ConcernAssigned.class)
    record AssignConcern(
            @NotNull UUID concernId,
            @Nullable @EventPath("toCadreId") @Ref("Cadre") UUID cadreId,

            @Nullable @EventPath("toOrganisationId") @Ref(value = "Organisation", scoped = false)
            UUID organisationId,

            @Nullable @EventPath("toOfficeId") @PartOf("organisationId")
            UUID officeId)
            implements ConcernCommand {}

    /** Something was done about the concern. */
    @MadeEvents(ConcernEvent.ConcernProgressed.class)
    record ProgressConcern(
            @NotNull UUID concernId,
            @Nullable @Text(max = 4000, ofStream = true) Sealed text) implements ConcernCommand {}

    /**
     * The concern is put before a higher organisation 上报.
     *
     * @param organisationId before which; left out: the one that leads the programme
     * @param officeId inside that organisation
     */
    @MadeEvents(ConcernEvent.ConcernEscalated.class)
    @ReasonField(required = false)
    record EscalateConcern(
            @NotNull UUID concernId,

            @Nullable @EventPath("toOrganisationId") @Ref(value = "Organisation", scoped = false)
            UUID organisationId,

            @Nullable @EventPath("toOfficeId") @PartOf("organisationId")
            UUID officeId)
            implements ConcernCommand {}

    /**
     * The concern is settled, as those who saw to it say.
     *
     * @param text how
     */
    @MadeEvents(ConcernEvent.ConcernResolved.class)
    record ResolveConcern(
            @NotNull UUID concernId,
            @Nullable @Text(max = 4000, ofStream = true) Sealed text) implements ConcernCommand {}

    /**
     * Nothing is to be done about the concern.
     *
     * @param reason why, as people are told
     */
    @MadeEvents(ConcernEvent.ConcernRejected.class)
    record RejectConcern(
            @NotNull UUID concernId,
            @Nullable @Text(max = 4000, ofStream = true) Sealed reason,
            @Nullable @Text(max = 40) String reasonCode)
            implements ConcernCommand {}

    /**
     * Those whose concern it was are content with its resolution, or accept its rejection.
     *
     * @param note in their words
     */
    @MadeEvents(ConcernEvent.ResolutionConfirmed.class)
    record ConfirmResolution(
            @NotNull UUID concernId,
            @Nullable @Text(max = 4000, ofStream = true) Sealed note) implements ConcernCommand {}

    /** The concern is taken up again, by whoever saw to it before. */
    @MadeEvents(ConcernEvent.ConcernReopened.class)
    @ReasonField(required = false)
    record ReopenConcern(@NotNull UUID concernId) implements ConcernCommand {}
}
