package org.minqing.command.linkpoint;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.DeterminedStream;
import org.minqing.command.platform.form.DivisionCode;
import org.minqing.command.platform.form.EventPath;
import org.minqing.command.platform.form.MadeEvents;
import org.minqing.command.platform.form.Ref;
import org.minqing.command.platform.form.Text;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.Ids;
import org.minqing.events.Sealed;
import org.minqing.events.linkpoint.LinkPointEvent;

/** What may be done at a link point. Reasons are sealed as data of the household or cadre they are about. */
sealed interface LinkPointCommand {
    /**
     * Makes a village a link point 联系点 of a programme; its id follows from the two.
     *
     * @param totalHouseholds households living in the village, linked or not
     */
    @MadeEvents(value = LinkPointEvent.LinkPointDesignated.class, begins = true)
    record DesignateLinkPoint(
            @Nullable UUID linkPointId,
            @NotNull @Ref("Programme") UUID programmeId,
            @NotNull @DivisionCode String villageCode,
            @NotNull @Ref("Organisation") UUID organisationId,
            @Nullable @PositiveOrZero Integer totalHouseholds)
            implements LinkPointCommand, DeterminedStream {
        /** Length of a village's divisionId. */
        private static final int VILLAGE = 12;

        @Override
        public String streamId(DecisionContext situation) {
            return site(situation).linkPointId().toString();
        }

        LinkPointEvent.Site site(DecisionContext situation) {
            String villageId = situation.gazetteer().divisionId(villageCode, situation.day());
            if (villageId.length() != VILLAGE) {
                throw Refusal.invalid("/villageCode", "not-a-village", villageCode);
            }
            return new LinkPointEvent.Site(
                    Ids.linkPoint(programmeId, villageId), programmeId, organisationId, villageId);
        }
    }

    /** Makes the village of a link point a key village 重点村 of the programme. */
    @MadeEvents(LinkPointEvent.KeyVillageDesignated.class)
    record DesignateKeyVillage(@NotNull UUID linkPointId) implements LinkPointCommand {}

    /** Lets a cadre take part at a link point: only enrolled cadres are linked to households. */
    @MadeEvents(LinkPointEvent.CadreEnrolled.class)
    record EnrolCadre(
            @NotNull UUID linkPointId,
            @NotNull @Ref("Cadre") UUID cadreId) implements LinkPointCommand {}

    /** Ends a cadre's part at a link point; every link must have ended or been handed over by that day. */
    @MadeEvents(LinkPointEvent.CadreWithdrawnFromLinkPoint.class)
    record WithdrawFromLinkPoint(
            @NotNull UUID linkPointId,
            @NotNull @Ref("Cadre") UUID cadreId,

            @Nullable @Text(max = 2000, under = "cadreId", as = "person")
            Sealed reason,

            @Nullable @Text(max = 50) String reasonCode)
            implements LinkPointCommand {}

    /** Puts a household on the roster, among those to be linked. */
    @MadeEvents(LinkPointEvent.HouseholdAdmitted.class)
    record AdmitHousehold(
            @NotNull UUID linkPointId,
            @NotNull @Ref("Household") UUID householdId) implements LinkPointCommand {}

    /** Takes a household off the roster; every link must have ended by that day. */
    @MadeEvents(LinkPointEvent.HouseholdDismissed.class)
    record DismissHousehold(
            @NotNull UUID linkPointId,

            @NotNull @Ref(value = "Household", scoped = false)
            UUID householdId,

            @NotNull @Text(max = 2000, under = "householdId")
            Sealed reason,

            @Nullable @Text(max = 50) String reasonCode)
            implements LinkPointCommand {}

    /**
     * Links an enrolled cadre to a household, which is admitted by the same command if it was not.
     * A cadre who is not enrolled is refused: enrolling is a decision of its own.
     */
    @MadeEvents({LinkPointEvent.CadreAssignedToHousehold.class, LinkPointEvent.HouseholdAdmitted.class})
    record AssignCadreToHousehold(
            @NotNull UUID linkPointId,
            @NotNull @Ref("Cadre") UUID cadreId,
            @NotNull @Ref("Household") UUID householdId) implements LinkPointCommand {}

    /**
     * Gives a household from one cadre into the hands of another; the former cadre's card ends.
     *
     * @param fromCadreId who hands over, where the household is linked to several
     */
    @MadeEvents(LinkPointEvent.HouseholdHandedOver.class)
    record HandOverHousehold(
            @NotNull UUID linkPointId,

            @NotNull @Ref(value = "Household", scoped = false)
            UUID householdId,

            @NotNull @Ref("Cadre") @EventPath("cadreId") UUID toCadreId,
            @Nullable @EventPath("formerCadreId") UUID fromCadreId,

            @NotNull @Text(max = 2000, under = "householdId")
            Sealed reason,

            @Nullable @Text(max = 50) String reasonCode)
            implements LinkPointCommand {}

    /**
     * Ends the link of a household, which stays admitted; the link's card ends with it.
     *
     * @param cadreId whose link is meant, where the household has several
     */
    @MadeEvents(LinkPointEvent.HouseholdReleased.class)
    record ReleaseHousehold(
            @NotNull UUID linkPointId,

            @NotNull @Ref(value = "Household", scoped = false)
            UUID householdId,

            @Nullable UUID cadreId,

            @NotNull @Text(max = 2000, under = "householdId")
            Sealed reason,

            @Nullable @Text(max = 50) String reasonCode)
            implements LinkPointCommand {}

    /**
     * Makes out a liaison card 干群联系卡 for a link.
     *
     * @param cadreId whose link is meant, where the household has several
     */
    @MadeEvents(LinkPointEvent.LiaisonCardIssued.class)
    record IssueLiaisonCard(
            @NotNull UUID linkPointId,

            @NotNull @Ref(value = "Household", scoped = false)
            UUID householdId,

            @Nullable UUID cadreId)
            implements LinkPointCommand {}

    /**
     * Says that the household has its liaison card in hand.
     *
     * @param cadreId whose link is meant, where the household has several
     */
    @MadeEvents(LinkPointEvent.CardDeliveryConfirmed.class)
    record ConfirmCardDelivery(
            @NotNull UUID linkPointId,

            @NotNull @Ref(value = "Household", scoped = false)
            UUID householdId,

            @Nullable UUID cadreId)
            implements LinkPointCommand {}

    /**
     * Makes a card invalid while its link goes on: lost, spoilt, printed wrong.
     *
     * @param cadreId whose link is meant, where the household has several
     */
    @MadeEvents(LinkPointEvent.LiaisonCardRevoked.class)
    record RevokeLiaisonCard(
            @NotNull UUID linkPointId,

            @NotNull @Ref(value = "Household", scoped = false)
            UUID householdId,

            @Nullable UUID cadreId,

            @Nullable @Text(max = 2000, under = "householdId")
            Sealed reason,

            @Nullable @Text(max = 50) String reasonCode)
            implements LinkPointCommand {}
}
