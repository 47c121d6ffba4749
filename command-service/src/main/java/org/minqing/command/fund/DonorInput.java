package org.minqing.command.fund;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.form.Text;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.reference.InForce;
import org.minqing.events.Ids;
import org.minqing.events.Sealed;
import org.minqing.events.fund.Donor;
import org.minqing.events.fund.DonorKind;
import org.minqing.events.fund.FundEvent.Income;

/**
 * Who gives: a cadre by id, an organisation by id or name, anybody else by name.
 *
 * @param id where a name comes without one, the platform makes one for its key
 */
record DonorInput(
        @NotNull DonorKind kind,
        @Nullable UUID id,

        @Nullable @Text(max = 100, under = "id", as = "person")
        Sealed name) {

    Donor donor(DecisionContext situation) {
        return switch (kind) {
            case CADRE -> {
                UUID cadreId = required(given(situation));
                situation.references().requireStanding("Cadre", cadreId);
                yield new Donor(kind, cadreId, null); // the cadre's registration has the name
            }
            case ORGANISATION -> {
                UUID given = given(situation);
                Donor named = new Donor(kind, id, name);
                if (name != null && (given == null || stands(named, situation))) {
                    yield named;
                }
                InForce.organisation(situation, required(given), situation.day());
                yield new Donor(kind, given, null);
            }
            case PERSON -> {
                if (name == null) {
                    throw Refusal.invalid("/donor/name", "required");
                }
                yield new Donor(kind, id, name);
            }
        };
    }

    /** The id as it was sent. */
    private @Nullable UUID given(DecisionContext situation) {
        UUID made = Ids.made(situation.caller().client(), situation.commandId(), "/donor/name");
        return made.equals(id) ? null : id;
    }

    /** Whether what is corrected says so: then the id was made when it was entered. */
    private static boolean stands(Donor donor, DecisionContext situation) {
        return situation.corrected() instanceof Income income && donor.equals(income.donor());
    }

    private static UUID required(@Nullable UUID id) {
        if (id == null) {
            throw Refusal.invalid("/donor/id", "required");
        }
        return id;
    }
}
