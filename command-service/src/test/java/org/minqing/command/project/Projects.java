package org.minqing.command.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.TestSealed;
import org.minqing.command.platform.form.QuantityInput;
import org.minqing.events.Corrected;
import org.minqing.events.LinkMode;
import org.minqing.events.Money;
import org.minqing.events.Qualifier;
import org.minqing.events.Quantity;
import org.minqing.events.Sealed;
import org.minqing.events.Voided;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;
import org.minqing.events.project.BeneficiaryKind;
import org.minqing.events.project.InvestmentSource;
import org.minqing.events.project.InvestmentStage;
import org.minqing.events.project.ProjectEvent;
import org.minqing.events.project.ProjectEvent.BeneficiariesRecorded;
import org.minqing.events.project.ProjectEvent.Classification;
import org.minqing.events.project.ProjectEvent.ContractAwarded;
import org.minqing.events.project.ProjectEvent.Investment;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdded;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdvanced;
import org.minqing.events.project.ProjectEvent.Plan;
import org.minqing.events.project.ProjectEvent.ProgressReported;
import org.minqing.events.project.ProjectEvent.ProjectAccepted;
import org.minqing.events.project.ProjectEvent.ProjectApproved;
import org.minqing.events.project.ProjectEvent.ProjectCancelled;
import org.minqing.events.project.ProjectEvent.ProjectProposed;
import org.minqing.events.project.ProjectEvent.QuantityMeasured;
import org.minqing.events.project.ProjectEvent.Undertaking;
import org.minqing.events.project.ProjectEvent.VillagersResolutionRecorded;
import org.minqing.events.project.ProjectEvent.WorkCompleted;
import org.minqing.events.project.ProjectEvent.WorkStarted;
import org.minqing.events.project.ProjectItem;
import org.minqing.events.project.ProjectKind;

/** Water for groups 7 and 8 of 水田, step by step. */
final class Projects {
    static final UUID PROGRAMME = new UUID(1, 1);
    static final UUID CITY = new UUID(2, 1);
    static final UUID PROJECT = new UUID(3, 1);
    static final UUID LINE = CommandFixture.givenId(1);
    static final String SHUITIAN = "530328202207";
    static final LocalDate LAUNCH = LocalDate.of(2011, 12, 26);
    static final LocalDate PROPOSED_ON = LocalDate.of(2012, 2, 1);
    static final LocalDate DAY = LocalDate.of(2012, 3, 1);
    static final Classification UNCLASSED = new Classification(null, null);
    static final Undertaking OF = new Undertaking(PROJECT, PROGRAMME, CITY, SHUITIAN);

    static final ProjectProposed PROPOSED =
            new ProjectProposed(OF, UNCLASSED, new Plan(ProjectKind.WATER, "七、八组人畜饮水", "小庄子村", null), PROPOSED_ON);
    static final ProjectEvent APPROVED = new ProjectApproved(OF, "曲农发〔2012〕1号", day("2012-02-10"));
    static final ProjectEvent AWARDED = new ContractAwarded(OF, null, yuan("41000"), null, day("2012-02-15"));
    static final ProjectEvent STARTED = new WorkStarted(OF, day("2012-02-20"));
    static final ProjectEvent HALF = new ProgressReported(OF, 50, null, day("2012-03-01"));
    static final ProjectEvent COMPLETED = new WorkCompleted(OF, day("2012-04-01"));
    static final ProjectEvent ACCEPTED = new ProjectAccepted(OF, null, day("2012-05-01"));
    static final ProjectEvent CANCELLED = new ProjectCancelled(OF, null, null, day("2012-04-01"));

    private Projects() {}

    static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    static VillagersResolutionRecorded resolved(String day, int participants, int inFavour, @Nullable Sealed summary) {
        return new VillagersResolutionRecorded(OF, participants, inFavour, summary, day(day));
    }

    /** The line whose id is {@link #LINE}: the second event given. */
    static InvestmentLineAdded line(String yuan) {
        return line(LINE, InvestmentSource.KEY_VILLAGE, yuan);
    }

    static InvestmentLineAdded line(UUID lineId, InvestmentSource source, String yuan) {
        return new InvestmentLineAdded(OF, UNCLASSED, new Investment(lineId, source, yuan(yuan)), DAY);
    }

    static InvestmentLineAdvanced advanced(String day, InvestmentStage from, InvestmentStage to) {
        return new InvestmentLineAdvanced(OF, line("100000").investment(), from, to, day(day));
    }

    static QuantityMeasured measured(UUID quantityId, ProjectItem item, String value, String unit) {
        return new QuantityMeasured(OF, UNCLASSED, quantityId, item, null, quantity(value, unit), null, DAY);
    }

    static BeneficiariesRecorded benefit(UUID id, BeneficiaryKind kind, String value, boolean overlap) {
        Quantity quantity = quantity(value, kind == BeneficiaryKind.HOUSEHOLDS ? "households" : "persons");
        return new BeneficiariesRecorded(OF, UNCLASSED, id, kind, quantity, overlap, DAY);
    }

    static Quantity quantity(String value, String unit) {
        return new Quantity(new BigDecimal(value), unit, Qualifier.EXACT, null);
    }

    static QuantityInput input(String value, String unit) {
        return new QuantityInput(new BigDecimal(value), unit, null, null);
    }

    static Voided<ProjectEvent> voided(int ordinal, ProjectEvent event) {
        return new Voided<>(CommandFixture.givenId(ordinal), event, CommandFixture.REASON, null);
    }

    static Corrected<ProjectEvent> corrected(int ordinal, ProjectEvent before, ProjectEvent after) {
        return new Corrected<>(CommandFixture.givenId(ordinal), before, after, CommandFixture.REASON, null);
    }

    static Money yuan(String amount) {
        return Money.yuan(new BigDecimal(amount));
    }

    static Sealed text(String clear) {
        return TestSealed.sealed("project:" + PROJECT, clear);
    }

    static CommandFixture fixture() {
        return new CommandFixture(Project.class)
                .attachment(CommandFixture.givenId(99))
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
