package org.minqing.query.platform.register;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Voided;
import org.minqing.query.platform.view.Entity;
import org.minqing.query.platform.view.RecordedEvent;
import org.minqing.query.platform.view.Subject;
import org.minqing.query.platform.view.View;

/** Every story told by one stream: that of its aggregate and those of the entities inside it. Takes events in the log's order. */
public final class StreamStory<E extends DomainEvent> {
    private final List<Entity<E, ?>> entities;
    private final Map<Subject, Story<E, ?>> stories = new HashMap<>();
    private final Map<UUID, Moment<E>> moments = new HashMap<>();
    private final Map<UUID, Amendment<E>> amendments = new LinkedHashMap<>();

    /** A void or a correction. */
    private record Amendment<E>(UUID id, UUID target, E event) {}

    public StreamStory(View<E> view) {
        this.entities = view.entities();
    }

    public int size() {
        return moments.size() + amendments.size();
    }

    /** Takes the next event; answers what it touches. */
    public Touched take(RecordedEvent<E> recorded, Changes changes) {
        Set<Story<E, ?>> touched = new LinkedHashSet<>();
        Set<DomainEvent> forms = new LinkedHashSet<>();
        E event = recorded.event();
        switch (event) {
            case Voided<?> v -> amend(new Amendment<>(recorded.meta().eventId(), v.target(), event), touched, forms);
            case Corrected<?> c -> amend(new Amendment<>(recorded.meta().eventId(), c.target(), event), touched, forms);
            default -> {
                Moment<E> moment = new Moment<>(event, recorded.meta());
                moments.put(recorded.meta().eventId(), moment);
                forms.add(event);
                join(moment, touched);
            }
        }
        Set<Subject> subjects = new LinkedHashSet<>();
        for (Story<E, ?> story : touched) {
            story.settle(recorded.meta().position(), changes);
            subjects.add(new Subject(story.type(), story.id()));
        }
        return new Touched(subjects, List.copyOf(forms));
    }

    private void join(Moment<E> moment, Collection<Story<E, ?>> touched) {
        for (Entity<E, ?> entity : entities) {
            for (String id : entity.touched().apply(moment.told, moment.meta)) {
                Story<E, ?> story = stories.computeIfAbsent(
                        new Subject(entity.type(), id), subject -> new Story<>(entity, id, moment));
                if (moment.stories.add(story)) {
                    story.add(moment);
                }
                touched.add(story);
            }
        }
    }

    private void amend(Amendment<E> amendment, Collection<Story<E, ?>> touched, Set<DomainEvent> forms) {
        UUID root = root(amendment);
        Moment<E> target = moments.get(root);
        if (target == null) {
            throw new IllegalStateException(
                    "event " + amendment.id + " amends " + amendment.target + ", which its stream does not hold");
        }
        amendments.put(amendment.id, amendment);
        Set<UUID> voided = voided();
        E told = target.recorded;
        forms.add(told);
        for (Amendment<E> each : amendments.values()) {
            if (each.event instanceof Corrected<?> c && c.target().equals(root)) {
                forms.add(c.after());
                told = voided.contains(each.id) ? told : after(c);
            }
        }
        touched.addAll(target.stories);
        if (target.voided != voided.contains(root) || !target.told.equals(told)) {
            target.voided = voided.contains(root);
            target.told = told;
            target.stories.forEach(story -> story.changed(target));
        }
        join(target, touched);
    }

    @SuppressWarnings("unchecked")
    private E after(Corrected<?> correction) {
        return (E) correction.after();
    }

    /** The event that an amendment is about in the end: a correction may be voided, a void may not. */
    private UUID root(Amendment<E> amendment) {
        Amendment<E> corrected = amendments.get(amendment.target);
        return corrected == null ? amendment.target : corrected.target;
    }

    /** What never happened, corrections too. */
    private Set<UUID> voided() {
        return amendments.values().stream()
                .filter(each -> each.event instanceof Voided<?>)
                .map(Amendment::target)
                .collect(Collectors.toSet());
    }
}
