package org.minqing.query.platform.view;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.minqing.events.DomainEvent;
import org.springframework.core.GenericTypeResolver;

/**
 * What a feature plugs into the three machines: pure functions of one event family, nothing else. A Spring bean, one per
 * aggregate. The functions must not look anywhere but at their arguments: they run again on every rebuild and, for late,
 * voided and corrected events, again on every change of an entity's story.
 *
 * <p>Events that void or correct need no code here: the register leaves the voided ones out and takes the corrected ones as
 * amended; the facts of a void are those of {@code before} taken back, a correction then gives those of {@code after}.
 */
public interface View<E extends DomainEvent> {
    /** The sealed interface of the family; its streams are {@code <Family without "Event">-<id>}. */
    @SuppressWarnings("unchecked")
    default Class<E> family() {
        return (Class<E>) Objects.requireNonNull(GenericTypeResolver.resolveTypeArgument(getClass(), View.class));
    }

    /** The entities whose states this family tells. The first is the aggregate itself, the others live inside its stream. */
    List<Entity<E, ?>> entities();

    /**
     * The signed contributions of one event to the figures. Asked again, with the event's own id, when it is voided or corrected;
     * never asked about a void or a correction itself.
     */
    default Stream<Fact> facts(E event, EventMeta meta) {
        return Stream.empty();
    }

    /** Measures of its own, beside those of the catalogue (M01 to M35 are all there, also while nobody feeds them). */
    default List<Measure> measures() {
        return List.of();
    }

    /** Tasks that follow from more than the state of one entity; for the others {@link Entity#tasks} is enough. */
    default List<TaskRule> taskRules() {
        return List.of();
    }

    /**
     * Others in whose timeline the event stands, beside the entities it touches. Whatever the event names by a component
     * {@code <aggregate>Id} (householdId, cadreId, fundId, ...), other than its programme and organisation, is found by the
     * platform; only what is named in another way must be said here.
     */
    default List<Subject> about(E event, EventMeta meta) {
        return List.of();
    }
}
