package org.minqing.command.cadre;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.reference.CadreRef.Post;
import org.minqing.command.reference.InForce;
import org.minqing.command.reference.OrganisationRef;

/** What a cadre's post must be on the day it begins. */
final class Posts {
    private Posts() {}

    static Post on(
            DecisionContext situation,
            LocalDate day,
            UUID organisationId,
            @Nullable UUID officeId,
            @Nullable UUID partyBranchId) {
        OrganisationRef organisation = InForce.organisation(situation, organisationId, day);
        if (officeId != null && !organisation.hasOfficeOn(officeId, day)) {
            throw Refusal.notFound("Office", officeId);
        }
        if (partyBranchId != null) {
            InForce.partyBranch(situation, partyBranchId, day);
        }
        return new Post(organisationId, organisation.divisionId(), officeId, partyBranchId);
    }
}
