package org.minqing.command.reference;

import java.time.LocalDate;
import java.util.UUID;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Situation;

/** Reads what a command refers to and refuses it where it did not stand on the day. */
public final class InForce {
    private InForce() {}

    /** 409 {@code organisation-not-in-force}. */
    public static OrganisationRef organisation(Situation situation, UUID organisationId, LocalDate day) {
        OrganisationRef organisation = situation.references().require(OrganisationRef.KIND, organisationId);
        if (!organisation.inForceOn(day)) {
            throw Refusal.conflict("organisation-not-in-force", organisationId, organisation.registeredOn());
        }
        return organisation;
    }

    /** 409 {@code cadre-not-in-service}. */
    public static CadreRef cadre(Situation situation, UUID cadreId, LocalDate day) {
        CadreRef cadre = situation.references().require(CadreRef.KIND, cadreId);
        if (!cadre.inServiceOn(day)) {
            throw Refusal.conflict("cadre-not-in-service", cadreId, day);
        }
        return cadre;
    }
}
