package org.minqing.query.platform.audit;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Voided;
import org.minqing.query.platform.register.Touched;
import org.minqing.query.platform.view.RecordedEvent;
import org.minqing.query.platform.view.Subject;
import org.minqing.query.platform.view.Views;

/** What the audit trail keeps of an event: a pure function of the event and of the entities it belongs to. */
public final class AuditRows {
    private final Views views;
    private final NamedEntities named;

    public AuditRows(Views views) {
        this.views = views;
        this.named = new NamedEntities(views.types());
    }

    /**
     * Everybody in whose trail the event stands: the stream's own aggregate, the entities it touches, whom it names.
     *
     * @param touched what the register said
     */
    public Set<Subject> subjects(RecordedEvent<?> recorded, Touched touched) {
        Set<Subject> subjects = new LinkedHashSet<>();
        subjects.add(new Subject(recorded.meta().streamType(), recorded.meta().streamId()));
        subjects.addAll(touched.subjects());
        for (DomainEvent form : touched.forms()) {
            subjects.addAll(named.in(form));
            views.ofStreamType(recorded.meta().streamType())
                    .ifPresent(view -> subjects.addAll(view.about(form, recorded.meta())));
        }
        return subjects;
    }

    public static @Nullable UUID voids(DomainEvent event) {
        return event instanceof Voided<?> v ? v.target() : null;
    }

    public static @Nullable UUID corrects(DomainEvent event) {
        return event instanceof Corrected<?> c ? c.target() : null;
    }
}
