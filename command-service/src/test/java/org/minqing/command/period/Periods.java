package org.minqing.command.period;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.minqing.access.Reach;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.TestSealed;
import org.minqing.command.platform.decision.Caller;
import org.minqing.events.Ids;
import org.minqing.events.LinkMode;
import org.minqing.events.Sealed;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.period.PeriodKind;
import org.minqing.events.period.ReportSection;
import org.minqing.events.period.ReportingPeriodEvent.PeriodOpened;
import org.minqing.events.period.ReportingPeriodEvent.Report;
import org.minqing.events.period.ReportingPeriodEvent.ReportApproved;
import org.minqing.events.period.ReportingPeriodEvent.ReportSentBack;
import org.minqing.events.period.ReportingPeriodEvent.ReportSubmitted;
import org.minqing.events.period.ReportingPeriodEvent.SectionWritten;
import org.minqing.events.period.ReportingPeriodEvent.Span;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeClosed;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;

/** The year 2012 of an office, written by one clerk and approved by another in January 2013. */
final class Periods {
    static final UUID PROGRAMME = new UUID(1, 1);
    static final UUID CITY = new UUID(2, 1);
    static final UUID PERIOD = Ids.reportingPeriod(PROGRAMME, CITY, "2012");
    static final LocalDate FROM = LocalDate.of(2011, 12, 26);
    static final LocalDate TO = LocalDate.of(2012, 12, 31);
    static final LocalDate JANUARY = LocalDate.of(2013, 1, 5);
    static final String TODAY = "2013-01-20";
    static final Sealed REASON = TestSealed.sealed("reporting-period:" + PERIOD, "理由（示例）");

    static final Report OF = new Report(PERIOD, PROGRAMME, CITY, "5303");
    static final Span SPAN = new Span("2012", FROM, TO, PeriodKind.ANNUAL);
    static final PeriodOpened OPENED = new PeriodOpened(OF, SPAN, FROM);
    static final SectionWritten PROBLEMS = written("一是路难行。", JANUARY);
    static final ReportSubmitted SUBMITTED = new ReportSubmitted(OF, null, null, JANUARY);
    static final ReportSentBack SENT_BACK = new ReportSentBack(OF, REASON, null, LocalDate.of(2013, 1, 6));
    static final ReportApproved APPROVED = new ReportApproved(OF, "1号", LocalDate.of(2013, 1, 8));

    private Periods() {}

    static SectionWritten written(String text, LocalDate day) {
        return new SectionWritten(OF, ReportSection.PROBLEMS_AND_CAUSES, text, day);
    }

    static Caller clerk(String actor) {
        return new Caller(CommandFixture.CLIENT, actor, Set.of("office"), "office", Reach.SCOPE, "53", null, null);
    }

    /** On 2013-01-20, the programme having ended with the year. */
    static CommandFixture fixture() {
        return new CommandFixture(ReportingPeriod.class)
                .today(TODAY)
                .caller(clerk("boss"))
                .known(
                        "Organisation",
                        CITY,
                        new OrganisationRegistered(new Seat(CITY, "5303"), "市人大办", null, null, FROM))
                .known(
                        "Programme",
                        PROGRAMME,
                        new ProgrammeLaunched(new Sphere(PROGRAMME, CITY, "5303"), "四群教育", LinkMode.EXACTLY_ONE, FROM),
                        new ProgrammeClosed(new Sphere(PROGRAMME, CITY, "5303"), null, null, LocalDate.of(2013, 1, 1)));
    }

    static CommandFixture submitted() {
        return fixture().given(OPENED).givenBy("clerk", SUBMITTED);
    }
}
