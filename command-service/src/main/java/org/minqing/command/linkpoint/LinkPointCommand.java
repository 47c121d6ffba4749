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
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.CadreEnrolled;
import org.minqing.events.linkpoint.LinkPointEvent.CadreWithdrawnFromLinkPoint;
import org.minqing.events.linkpoint.LinkPointEvent.CardDeliveryConfirmed;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdAdmitted;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdDismissed;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdHandedOver;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdReleased;
import org.minqing.events.linkpoint.LinkPointEvent.KeyVillageDesignated;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardIssued;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardRevoked;
import org.minqing.events.linkpoint.LinkPointEvent.LinkPointDesignated;
import org.minqing.events.linkpoint.LinkPointEvent.Site;

/** What may be done at a link point. Reasons are sealed as data of the household or cadre they are about. */
sealed interface LinkPointCommand {
    /**
     * Makes a village a link point 联系点 of a programme; its id follows from the two.
     *
     * @param totalHouseholds households living in the village, linked or not
     */
    @MadeEvents(value = LinkPointDesignated.class, begins = true)
    record DesignateLinkPoint(
            @Nullable UUID linkPointId,

            @NotNull @Ref(value = "Programme", scoped = false)
            UUID programmeId,

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

        Site site(DecisionContext situation) {
            String villageId = situation.gazetteer().divisionId(villageCode, situation.day());
            if (villageId.length() != VILLAGE) {
                throw Refusal.invalid("/villageCode", "not-a-village", villageCode);
            }
            return new Site(Ids.linkPoint(programmeId, villageId), programmeId, organisationId, villageId);
        }
    }

    /** Makes the village of a link point a key village 重点村 of the programme. */
    @MadeEvents(KeyVillageDesignated.class)
    record DesignateKeyVillage(@NotNull UUID linkPointId) implements LinkPointCommand {}

    /** Lets a cadre take part at a link point: only enrolled cadres are linked to households. */
    @MadeEvents(CadreEnrolled.class)
    record EnrolCadre(
            @NotNull UUID linkPointId,

            @NotNull @Ref(value = "Cadre", scoped = false) UUID cadreId) implements LinkPointCommand {}

    /** Ends a cadre's part at a link point; every link must have ended or been handed over by that day. */
    @MadeEvents(CadreWithdrawnFromLinkPoint.class)
    record WithdrawFromLinkPoint(
            @NotNull UUID linkPointId,
            @NotNull @Ref(value = "Cadre", scoped = false) UUID cadreId,

            @Nullable @Text(max = 2000, under = "cadreId", as = "person")
            Sealed reason,

            @Nullable @Text(max = 50) String reasonCode)
            implements LinkPointCommand {}

    /** Puts a household on the roster, among those to be linked. */
    @MadeEvents(HouseholdAdmitted.class)
    record AdmitHousehold(
            @NotNull UUID linkPointId,
            @NotNull @Ref("Household") UUID householdId) implements LinkPointCommand {}

    /** Takes a household off the roster; every link must have ended by that day. */
    @MadeEvents(HouseholdDismissed.class)
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
    @MadeEvents({CadreAssignedToHousehold.class, HouseholdAdmitted.class})
    record AssignCadreToHousehold(
            @NotNull UUID linkPointId,

            @NotNull @Ref(value = "Cadre", scoped = false) UUID cadreId,

            @NotNull @Ref("Household") UUID householdId)
            implements LinkPointCommand {}

    /**
     * Gives a household from one cadre into the hands of another; the former cadre's card ends.
     *
     * @param fromCadreId who hands over, where the household is linked to several
     */
    @MadeEvents(HouseholdHandedOver.class)
    record HandOverHousehold(
            @NotNull UUID linkPointId,

            @NotNull @Ref(value = "Household", scoped = false)
            UUID householdId,

            @NotNull @Ref(value = "Cadre", scoped = false) @EventPath("cadreId")
            UUID toCadreId,

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
    @MadeEvents(HouseholdReleased.class)
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
    @MadeEvents(LiaisonCardIssued.class)
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
    @MadeEvents(CardDeliveryConfirmed.class)
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
    @MadeEvents(LiaisonCardRevoked.class)
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
