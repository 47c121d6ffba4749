package org.minqing.command.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.QuantityInput;
import org.minqing.command.platform.TestSealed;
import org.minqing.command.project.Course.Entry;
import org.minqing.command.project.Next.Classed;
import org.minqing.events.LinkMode;
import org.minqing.events.Money;
import org.minqing.events.Qualifier;
import org.minqing.events.Quantity;
import org.minqing.events.Sealed;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.project.BeneficiaryKind;
import org.minqing.events.project.InvestmentSource;
import org.minqing.events.project.InvestmentStage;
import org.minqing.events.project.ProjectEvent;
import org.minqing.events.project.ProjectEvent.BeneficiariesRecorded;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdded;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdvanced;
import org.minqing.events.project.ProjectEvent.ProjectProposed;
import org.minqing.events.project.ProjectEvent.QuantityMeasured;
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
    static final Classed UNCLASSED = new Classed(null, null);

    static final ProjectProposed PROPOSED = new ProjectProposed(
            PROJECT, PROGRAMME, CITY, SHUITIAN, null, null, ProjectKind.WATER, "七、八组人畜饮水", "小庄子村", null, PROPOSED_ON);
    static final ProjectEvent APPROVED = on("2012-02-10").approval("曲农发〔2012〕1号");
    static final ProjectEvent AWARDED = on("2012-02-15").award(null, yuan("41000"), null);
    static final ProjectEvent STARTED = on("2012-02-20").start();
    static final ProjectEvent HALF = on("2012-03-01").progress(50, null);
    static final ProjectEvent COMPLETED = on("2012-04-01").completion();
    static final ProjectEvent ACCEPTED = on("2012-05-01").acceptance(null);
    static final ProjectEvent CANCELLED = on("2012-04-01").cancellation(null, null);

    private Projects() {}

    static Next on(String day) {
        return new Next(PROPOSED, LocalDate.parse(day));
    }

    /** The line whose id is {@link #LINE}: the second event given. */
    static InvestmentLineAdded line(String yuan) {
        return line(LINE, InvestmentSource.KEY_VILLAGE, yuan);
    }

    static InvestmentLineAdded line(UUID lineId, InvestmentSource source, String yuan) {
        return new Next(PROPOSED, DAY).line(lineId, UNCLASSED, source, yuan(yuan));
    }

    static InvestmentLineAdvanced advanced(String day, InvestmentStage from, InvestmentStage to) {
        return on(day).advance(line("100000"), from, to);
    }

    static QuantityMeasured measured(UUID quantityId, ProjectItem item, String value, String unit) {
        return new Next(PROPOSED, DAY).quantity(quantityId, UNCLASSED, item, null, quantity(value, unit), null);
    }

    static BeneficiariesRecorded benefit(UUID id, BeneficiaryKind kind, String value, boolean overlap) {
        return new Next(PROPOSED, DAY)
                .beneficiaries(
                        id,
                        UNCLASSED,
                        kind,
                        quantity(value, kind == BeneficiaryKind.HOUSEHOLDS ? "households" : "persons"),
                        overlap);
    }

    static Quantity quantity(String value, String unit) {
        return new Quantity(new BigDecimal(value), unit, Qualifier.EXACT, null);
    }

    static QuantityInput input(String value, String unit) {
        return new QuantityInput(new BigDecimal(value), unit, null, null);
    }

    static ProjectEvent voided(int ordinal, ProjectEvent event) {
        return voided(CommandFixture.givenId(ordinal), event);
    }

    static ProjectEvent voided(UUID id, ProjectEvent event) {
        return new Void(text("误录"), "DUPLICATE").of(new Entry(id, event));
    }

    static VoidProject voiding(@Nullable UUID stepId, @Nullable LocalDate day) {
        return new VoidProject(PROJECT, null, null, stepId, text("误录"), "DUPLICATE", day);
    }

    static Money yuan(String amount) {
        return Money.yuan(new BigDecimal(amount));
    }

    static Sealed text(String clear) {
        return TestSealed.sealed("project:" + PROJECT, clear);
    }

    static CommandFixture fixture() {
        return new CommandFixture(Project.class)
                .attachment(CommandFixture.givenId(7))
                .division(SHUITIAN, "水田")
                .known("Organisation", CITY, new OrganisationRegistered(CITY, "5303", "市人大办", null, null, LAUNCH))
                .known(
                        "Programme",
                        PROGRAMME,
                        new ProgrammeLaunched(PROGRAMME, CITY, "5303", "四群教育", LinkMode.EXACTLY_ONE, LAUNCH));
    }
}
