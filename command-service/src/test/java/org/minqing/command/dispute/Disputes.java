package org.minqing.command.dispute;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.PersonInput;
import org.minqing.command.platform.TestSealed;
import org.minqing.events.LinkMode;
import org.minqing.events.Sealed;
import org.minqing.events.dispute.DisputeEvent.DisputeRegistered;
import org.minqing.events.dispute.DisputeEvent.DisputeResolved;
import org.minqing.events.dispute.DisputeEvent.MediationAccepted;
import org.minqing.events.dispute.DisputeEvent.MediationAgreementReached;
import org.minqing.events.dispute.DisputeEvent.MediationFailed;
import org.minqing.events.dispute.DisputeEvent.MediationSessionHeld;
import org.minqing.events.dispute.DisputeKind;
import org.minqing.events.dispute.DisputeOutcome;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;

/** A quarrel of two neighbours over a drain, step by step. */
final class Disputes {
    static final UUID PROGRAMME = new UUID(1, 1);
    static final UUID CITY = new UUID(2, 1);
    static final UUID DISPUTE = new UUID(3, 1);
    static final String SHUITIAN = "530328202207";

    private static final LocalDate LAUNCH = LocalDate.of(2011, 12, 26);
    static final LocalDate REGISTERED_ON = LocalDate.of(2012, 3, 1);
    static final LocalDate AGREED_ON = LocalDate.of(2012, 3, 20);

    static final DisputeRegistered REGISTERED = new DisputeRegistered(
            DISPUTE,
            PROGRAMME,
            CITY,
            SHUITIAN,
            null,
            null,
            DisputeKind.NEIGHBOUR,
            List.of(party(1).person(), party(2).person()),
            text("排水沟"),
            null,
            REGISTERED_ON);
    static final MediationAccepted ACCEPTED = on(LocalDate.of(2012, 3, 5)).accepted();
    static final MediationSessionHeld SESSION = on(LocalDate.of(2012, 3, 10)).session(1, text("各执一词"));
    static final MediationAgreementReached AGREED = on(AGREED_ON).agreement(1, text("各清一半"), false, AGREED_ON, null);
    static final MediationFailed FAILED = on(AGREED_ON).failure(1, text("谈不拢"), null);
    static final DisputeResolved RECONCILED = on(LocalDate.of(2012, 4, 1)).resolution(DisputeOutcome.RECONCILED);
    static final DisputeResolved REFERRED = on(LocalDate.of(2012, 4, 1)).resolution(DisputeOutcome.REFERRED);

    private Disputes() {}

    static Next on(LocalDate day) {
        return new Next(REGISTERED, day);
    }

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
                .known("Organisation", CITY, new OrganisationRegistered(CITY, "5303", "市人大办", null, null, LAUNCH))
                .known(
                        "Programme",
                        PROGRAMME,
                        new ProgrammeLaunched(PROGRAMME, CITY, "5303", "四群教育", LinkMode.EXACTLY_ONE, LAUNCH));
    }
}
