package org.minqing.query.platform.projection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.log.LogClock;
import org.minqing.query.platform.audit.AuditRows;
import org.minqing.query.platform.fact.FactRow;
import org.minqing.query.platform.fact.Facts;
import org.minqing.query.platform.register.Changes;
import org.minqing.query.platform.register.Register;
import org.minqing.query.platform.register.Touched;
import org.minqing.query.platform.view.EventMeta;
import org.minqing.query.platform.view.RecordedEvent;
import org.minqing.query.platform.view.Subject;

/** One pass of events through the three machines: what is to be written. */
final class Pass {
    /** An event's head and in whose trail it stands; the log's own events have nothing but a head. */
    record Head(
            EventMeta meta, LocalDate occurredOn, @Nullable DomainEvent event, Set<Subject> subjects) {}

    final List<Head> heads = new ArrayList<>();
    final List<FactRow> facts = new ArrayList<>();
    final Changes changes = new Changes();

    void pass(EventMeta meta) {
        LocalDate day = meta.recordedAt().atZone(LogClock.ZONE).toLocalDate();
        heads.add(new Head(meta, day, null, Set.of()));
    }

    void take(RecordedEvent<?> recorded, Register register, Facts factMachine, AuditRows audit) {
        try {
            Touched touched = register.take(recorded, changes);
            facts.addAll(factMachine.of(recorded));
            heads.add(new Head(
                    recorded.meta(),
                    recorded.event().occurredOn(),
                    recorded.event(),
                    audit.subjects(recorded, touched)));
        } catch (RuntimeException e) {
            throw new PoisonEvent(recorded.meta().position(), recorded.meta().type(), e);
        }
    }
}
