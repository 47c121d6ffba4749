package org.minqing.command.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.reference.HouseholdRef.Home;
import org.minqing.events.organisation.OrganisationKind;

/** Reads what a command refers to and refuses it where it did not stand on the day. */
public final class InForce {
    private InForce() {}

    /** 409 {@code organisation-voided}, {@code organisation-not-in-force}. */
    public static OrganisationRef organisation(DecisionContext situation, UUID organisationId, LocalDate day) {
        OrganisationRef organisation = situation.references().require(OrganisationRef.KIND, organisationId);
        if (organisation.registeredOn() == null) {
            throw Refusal.conflict("organisation-voided", organisationId);
        }
        if (!organisation.inForceOn(day)) {
            throw Refusal.conflict("organisation-not-in-force", organisationId, organisation.registeredOn());
        }
        return organisation;
    }

    /** 409 {@code cadre-not-in-service}. */
    public static CadreRef cadre(DecisionContext situation, UUID cadreId, LocalDate day) {
        CadreRef cadre = situation.references().require(CadreRef.KIND, cadreId);
        if (!cadre.inServiceOn(day)) {
            throw Refusal.conflict("cadre-not-in-service", cadreId, day);
        }
        return cadre;
    }

    /** 422 where one is named twice, 409 {@code cadre-not-in-service}. */
    public static List<UUID> cadres(DecisionContext situation, String pointer, List<UUID> cadreIds, LocalDate day) {
        Refusal.refuseRepeated(pointer, cadreIds);
        cadreIds.forEach(cadreId -> cadre(situation, cadreId, day));
        return cadreIds;
    }

    /** 409 {@code organisation-not-in-force}, 422 where it is an organisation of another kind. */
    public static void partyBranch(DecisionContext situation, UUID partyBranchId, LocalDate day) {
        OrganisationKind kind = organisation(situation, partyBranchId, day).kind();
        if (kind != null && kind != OrganisationKind.PARTY_BRANCH) {
            throw Refusal.invalid("/partyBranchId", "not-a-party-branch", partyBranchId);
        }
    }

    /** Where a household lives; 409 {@code household-not-in-force}. */
    public static Home home(DecisionContext situation, UUID householdId, LocalDate day) {
        HouseholdRef household = situation.references().require(HouseholdRef.KIND, householdId);
        if (!household.inForceOn(day)) {
            throw Refusal.conflict("household-not-in-force", householdId, day);
        }
        return household.homeOn(day).orElseThrow();
    }

    /** 409 {@code project-not-in-force}. */
    public static ProjectRef project(DecisionContext situation, UUID projectId, LocalDate day) {
        ProjectRef project = situation.references().require(ProjectRef.KIND, projectId);
        if (!project.inForceOn(day)) {
            throw Refusal.conflict("project-not-in-force", projectId, day);
        }
        return project;
    }
}
