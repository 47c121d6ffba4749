package org.minqing.query.period;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.minqing.events.period.ReportingPeriodEvent;
import org.minqing.events.period.ReportingPeriodEvent.PeriodOpened;
import org.minqing.events.period.ReportingPeriodEvent.PeriodSealed;
import org.minqing.events.period.ReportingPeriodEvent.ReportApproved;
import org.minqing.events.period.ReportingPeriodEvent.ReportSentBack;
import org.minqing.events.period.ReportingPeriodEvent.ReportSubmitted;
import org.minqing.events.period.ReportingPeriodEvent.SealedReportAmended;
import org.minqing.events.period.ReportingPeriodEvent.SectionWritten;
import org.minqing.query.platform.view.Entity;
import org.minqing.query.platform.view.EventMeta;
import org.minqing.query.platform.view.Fact;
import org.minqing.query.platform.view.Label;
import org.minqing.query.platform.view.View;
import org.springframework.stereotype.Component;

/** Feeds M29. */
@Component
class PeriodView implements View<ReportingPeriodEvent> {
    static final String TYPE = "ReportingPeriod";
    static final String SEALED = "M29";

    @Override
    public List<Entity<ReportingPeriodEvent, ?>> entities() {
        return List.of(Entity.of(ReportingPeriodEvent.class, TYPE, "periods", PeriodState.class)
                .begunBy(PeriodOpened.class, PeriodState::opened)
                .dimensions(PeriodState::dimensions)
                .label(s -> Label.of(s.span().name()))
                .tasks(Set.of(PeriodState.Status.OPEN), PeriodState::tasks)
                .evolve(PeriodState::after));
    }

    /** A period counts on its own last day, however much later it was sealed. */
    @Override
    public Stream<Fact> facts(ReportingPeriodEvent event, EventMeta meta) {
        return switch (event) {
            case PeriodSealed e ->
                Stream.of(Fact.of(SEALED, e, e.of().reportingPeriodId())
                        .on(e.span().to())
                        .kind(e.span().kind()));
            case PeriodOpened e -> Stream.empty();
            case SectionWritten e -> Stream.empty();
            case ReportSubmitted e -> Stream.empty();
            case ReportSentBack e -> Stream.empty();
            case ReportApproved e -> Stream.empty();
            case SealedReportAmended e -> Stream.empty();
        };
    }
}
