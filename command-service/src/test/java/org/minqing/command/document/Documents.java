package org.minqing.command.document;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.access.Reach;
import org.minqing.command.document.DocumentCommand.PeriodInput;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.TestSealed;
import org.minqing.command.platform.decision.Caller;
import org.minqing.events.LinkMode;
import org.minqing.events.Sealed;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.cadre.CadreEvent.Membership;
import org.minqing.events.document.DocumentEvent.DocumentAccepted;
import org.minqing.events.document.DocumentEvent.DocumentHandedIn;
import org.minqing.events.document.DocumentEvent.DocumentRequired;
import org.minqing.events.document.DocumentEvent.DocumentSentBack;
import org.minqing.events.document.DocumentEvent.Place;
import org.minqing.events.document.DocumentKind;
import org.minqing.events.document.Duty;
import org.minqing.events.document.OwedBy;
import org.minqing.events.document.Period;
import org.minqing.events.organisation.OrganisationEvent.OfficeAdded;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;

/** A linked cadre owes a reflection on 2012; the team of the office owes its rectification plan. */
final class Documents {
    static final UUID PROGRAMME = new UUID(1, 1);
    static final UUID CITY = new UUID(2, 1);
    static final UUID BUREAU = new UUID(2, 2);
    static final UUID OFFICE = new UUID(2, 9);
    static final UUID CADRE = new UUID(3, 1);
    static final UUID DOCUMENT = new UUID(7, 1);
    static final UUID PAPER = new UUID(8, 1);
    static final LocalDate LAUNCH = LocalDate.of(2011, 12, 26);
    static final LocalDate DAY = LocalDate.of(2012, 1, 10);
    static final LocalDate HANDED = LocalDate.of(2012, 2, 1);
    static final LocalDate BACK = LocalDate.of(2012, 2, 5);
    static final LocalDate DUE = LocalDate.of(2012, 11, 30);
    static final Period YEAR = new Period("2012", LAUNCH, LocalDate.of(2012, 12, 31));
    static final PeriodInput YEAR_TOLD = new PeriodInput("2012", LAUNCH, LocalDate.of(2012, 12, 31));
    static final Sealed REASON = TestSealed.sealed("document:" + DOCUMENT, "空话太多");

    static final Place OF = new Place(DOCUMENT, PROGRAMME, CITY, "5303");

    static final Duty REFLECTION =
            new Duty(DocumentKind.REFLECTION, OwedBy.LINKED_CADRE, CADRE, OFFICE, null, YEAR, DUE);

    static final DocumentRequired REQUIRED = required(REFLECTION);
    static final DocumentHandedIn HANDED_IN = handedIn(REFLECTION, "下乡心得", null, HANDED);
    static final DocumentSentBack SENT_BACK = sentBack(REFLECTION);
    static final DocumentHandedIn AGAIN = handedIn(REFLECTION, "下乡心得（修改）", PAPER, LocalDate.of(2012, 2, 9));
    static final DocumentAccepted ACCEPTED = new DocumentAccepted(OF, LocalDate.of(2012, 2, 10));

    /** A cadre of the bureau, and what that cadre owes. */
    static final UUID OTHER = new UUID(3, 2);

    static final Place AT_BUREAU = new Place(DOCUMENT, PROGRAMME, BUREAU, "530328");
    static final Duty OF_ANOTHER = new Duty(DocumentKind.REFLECTION, OwedBy.LINKED_CADRE, OTHER, null, null, YEAR, DUE);

    private Documents() {}

    static DocumentRequired required(Duty duty) {
        return new DocumentRequired(OF, duty, DAY);
    }

    static DocumentHandedIn handedIn(Duty duty, String title, @Nullable UUID attachmentId, LocalDate day) {
        return new DocumentHandedIn(OF, duty, title, attachmentId, day);
    }

    static DocumentSentBack sentBack(Duty duty) {
        return new DocumentSentBack(OF, duty, REASON, null, BACK);
    }

    static Caller office(String division, @Nullable UUID organisation) {
        return new Caller(
                CommandFixture.CLIENT, "office", Set.of("office"), "office", Reach.SCOPE, division, organisation, null);
    }

    static CommandFixture fixture() {
        return new CommandFixture(Document.class)
                .attachment(PAPER)
                .known(
                        "Organisation",
                        CITY,
                        new OrganisationRegistered(new Seat(CITY, "5303"), "市人大办", null, null, LAUNCH),
                        new OfficeAdded(new Seat(CITY, "5303"), OFFICE, "选联委", LAUNCH))
                .known(
                        "Organisation",
                        BUREAU,
                        new OrganisationRegistered(new Seat(BUREAU, "530328"), "水务局", null, null, LAUNCH))
                .known(
                        "Programme",
                        PROGRAMME,
                        new ProgrammeLaunched(
                                new Sphere(PROGRAMME, CITY, "5303"), "四群教育", LinkMode.EXACTLY_ONE, LAUNCH))
                .known("Cadre", CADRE, cadre(CADRE, CITY, "5303", OFFICE))
                .known("Cadre", OTHER, cadre(OTHER, BUREAU, "530328", null));
    }

    private static CadreRegistered cadre(UUID id, UUID organisation, String seat, @Nullable UUID officeId) {
        Sealed name = TestSealed.sealed("person:" + id, "示例");
        return new CadreRegistered(
                new Membership(id, organisation, seat), officeId, name, "1", "132", null, null, null, LAUNCH);
    }
}
