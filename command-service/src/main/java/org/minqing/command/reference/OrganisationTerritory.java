package org.minqing.command.reference;

import java.util.UUID;
import org.minqing.command.platform.decision.Territory;
import org.minqing.command.platform.history.References;
import org.minqing.events.Ids;
import org.minqing.events.organisation.OrganisationKind;
import org.springframework.stereotype.Component;

/**
 * An organisation works in the villages of its link points; a township, or a village committee, works at its seat and below it
 * as well.
 */
@Component
public final class OrganisationTerritory implements Territory {
    @Override
    public boolean holds(UUID organisationId, String divisionId, References references) {
        return governs(organisationId, divisionId, references) || links(organisationId, divisionId, references);
    }

    private static boolean governs(UUID organisationId, String divisionId, References references) {
        return references
                .find(OrganisationRef.KIND, organisationId)
                .filter(of -> of.registeredOn() != null
                        && (of.kind() == OrganisationKind.TOWNSHIP || of.kind() == OrganisationKind.VILLAGE_COMMITTEE)
                        && divisionId.startsWith(of.divisionId()))
                .isPresent();
    }

    private static boolean links(UUID organisationId, String divisionId, References references) {
        return references.all(ProgrammeRef.KIND).keySet().stream()
                .map(programme -> Ids.linkPoint(UUID.fromString(programme), divisionId))
                .flatMap(id -> references.find(LinkPointRef.KIND, id).stream())
                .map(LinkPointRef::designated)
                .anyMatch(designated -> designated != null
                        && organisationId.equals(designated.of().organisationId()));
    }
}
