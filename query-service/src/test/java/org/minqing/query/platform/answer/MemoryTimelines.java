package org.minqing.query.platform.answer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.Texts;
import org.minqing.events.DomainEvent;
import org.minqing.log.StoredEvent;
import org.minqing.query.platform.audit.AuditRows;
import org.minqing.query.platform.projection.MemoryLog;
import org.minqing.query.platform.question.Question;
import org.minqing.query.platform.view.EventMeta;
import org.minqing.query.platform.view.RecordedEvent;
import org.minqing.query.platform.view.Subject;

/** Timelines over a trail in memory, told by the same sentences. */
public final class MemoryTimelines extends Timelines {
    private final List<Head> heads = new ArrayList<>();

    private record Head(RecordedEvent<?> recorded, Set<Subject> subjects) {
        DomainEvent event() {
            return recorded.event();
        }

        long position() {
            return recorded.meta().position();
        }
    }

    @SuppressWarnings("NullAway") // there is no database to ask
    public MemoryTimelines(MemoryLog log, Lookups lookups, Texts texts) {
        super(
                null,
                new Payloads(null) {
                    @Override
                    public Map<Long, StoredEvent> at(Collection<Long> positions) {
                        return log.at(positions);
                    }
                },
                lookups,
                new Sentences(texts));
    }

    /** Takes an event and everybody in whose trail it stands. */
    public void take(RecordedEvent<?> recorded, Set<Subject> subjects) {
        heads.add(new Head(recorded, subjects));
    }

    /** Every event in whose trail it stands. */
    public List<RecordedEvent<?>> trail(Subject subject) {
        return heads.stream()
                .filter(h -> h.subjects.contains(subject))
                .<RecordedEvent<?>>map(Head::recorded)
                .toList();
    }

    @Override
    public List<Entry> of(
            Question question, String type, String id, LocalDate afterDay, long afterPosition, int limit) {
        return heads.stream()
                .filter(h -> h.subjects.contains(new Subject(type, id)) && h.position() <= question.knownAt())
                .filter(h -> !h.event().occurredOn().isAfter(question.asOf()))
                .filter(h -> h.event().occurredOn().isAfter(afterDay)
                        || (h.event().occurredOn().equals(afterDay) && h.position() > afterPosition))
                .filter(h ->
                        h.event().division() == null || h.event().division().startsWith(question.scope()))
                .filter(h -> question.scopeOrganisation() == null
                        || h.event().organisation() == null
                        || question.scopeOrganisation().equals(h.event().organisation()))
                .sorted(Comparator.<Head, LocalDate>comparing(h -> h.event().occurredOn())
                        .thenComparing(Head::position))
                .limit(limit)
                .map(h -> entry(h, question.knownAt()))
                .toList();
    }

    private Entry entry(Head head, long knownAt) {
        EventMeta meta = head.recorded.meta();
        Map<String, String> says = meta.metadata();
        List<Head> known = heads.stream().filter(h -> h.position() <= knownAt).toList();
        return new Entry(
                meta.position(),
                meta.eventId(),
                meta.type(),
                meta.stream(),
                head.event().division(),
                head.event().occurredOn(),
                meta.recordedAt(),
                says.get("actor"),
                says.get("role"),
                says.get("organisation"),
                says.get("client"),
                says.get("authority"),
                says.containsKey("commandId") ? UUID.fromString(says.get("commandId")) : null,
                known.stream()
                        .filter(h -> meta.eventId().equals(AuditRows.voids(h.event())))
                        .map(Head::position)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                corrected(known, meta.eventId()));
    }

    private static @Nullable Long corrected(List<Head> known, UUID target) {
        return known.stream()
                .filter(h -> target.equals(AuditRows.corrects(h.event())))
                .filter(h -> known.stream()
                        .noneMatch(v -> h.recorded.meta().eventId().equals(AuditRows.voids(v.event()))))
                .map(Head::position)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
