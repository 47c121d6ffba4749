package org.minqing.command.dispute;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.TestSealed;
import org.minqing.command.platform.form.PersonInput;
import org.minqing.events.LinkMode;
import org.minqing.events.Sealed;
import org.minqing.events.dispute.DisputeEvent.Case;
import org.minqing.events.dispute.DisputeEvent.DisputeRegistered;
import org.minqing.events.dispute.DisputeEvent.DisputeResolved;
import org.minqing.events.dispute.DisputeEvent.MediationAccepted;
import org.minqing.events.dispute.DisputeEvent.MediationAgreementReached;
import org.minqing.events.dispute.DisputeEvent.MediationFailed;
import org.minqing.events.dispute.DisputeEvent.MediationSessionHeld;
import org.minqing.events.dispute.DisputeKind;
import org.minqing.events.dispute.DisputeOutcome;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;

/** A quarrel of two neighbours over a drain, step by step. */
final class Disputes {
    static final UUID PROGRAMME = new UUID(1, 1);
    static final UUID CITY = new UUID(2, 1);
    static final UUID DISPUTE = new UUID(3, 1);
    static final String SHUITIAN = "530328202207";

    private static final LocalDate LAUNCH = LocalDate.of(2011, 12, 26);
    static final LocalDate REGISTERED_ON = LocalDate.of(2012, 3, 1);
    static final LocalDate AGREED_ON = LocalDate.of(2012, 3, 20);

    static final Case OF = new Case(DISPUTE, PROGRAMME, CITY, SHUITIAN, null, null, DisputeKind.NEIGHBOUR);
    static final DisputeRegistered REGISTERED =
            new DisputeRegistered(OF, List.of(party(1).person(), party(2).person()), text("排水沟"), null, REGISTERED_ON);
    static final MediationAccepted ACCEPTED = new MediationAccepted(OF, LocalDate.of(2012, 3, 5));
    static final MediationSessionHeld SESSION =
            new MediationSessionHeld(OF, 1, text("各执一词"), LocalDate.of(2012, 3, 10));
    static final MediationAgreementReached AGREED =
            new MediationAgreementReached(OF, 1, text("各清一半"), false, AGREED_ON, null, AGREED_ON);
    static final MediationFailed FAILED = new MediationFailed(OF, 1, text("谈不拢"), null, AGREED_ON);
    static final DisputeResolved RECONCILED =
            new DisputeResolved(OF, DisputeOutcome.RECONCILED, 2, LocalDate.of(2012, 4, 1));
    static final DisputeResolved REFERRED =
            new DisputeResolved(OF, DisputeOutcome.REFERRED, 2, LocalDate.of(2012, 4, 1));

    private Disputes() {}

    static Sealed text(String clear) {
        return TestSealed.sealed("dispute:" + DISPUTE, clear);
    }

    static PersonInput party(int number) {
        UUID id = new UUID(4, number);
        return new PersonInput(id, TestSealed.sealed("person:" + id, "示例" + number), null, null, null, null, null);
    }

    static CommandFixture fixture() {
        return new CommandFixture(Dispute.class)
                .attachment(CommandFixture.givenId(7))
                .division(SHUITIAN, "水田")
                .known(
                        "Organisation",
                        CITY,
                        new OrganisationRegistered(new Seat(CITY, "5303"), "市人大办", null, null, LAUNCH))
                .known(
                        "Programme",
                        PROGRAMME,
                        new ProgrammeLaunched(
                                new Sphere(PROGRAMME, CITY, "5303"), "四群教育", LinkMode.EXACTLY_ONE, LAUNCH));
    }
}
