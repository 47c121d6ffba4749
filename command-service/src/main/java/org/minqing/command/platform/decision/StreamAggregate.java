package org.minqing.command.platform.decision;

import java.util.Set;
import org.minqing.command.platform.history.StreamEntry;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.DomainEvent;

/**
 * What a stream's commands are decided on: a fold of what stands of it. A class that implements this is an aggregate; it has
 * a constructor without arguments, and for each of its commands a method {@code handle(Command, DecisionContext)} that looks up
 * what the command refers to, makes the event and enters it by {@link DecisionContext#enter}. Neither {@link #check} nor
 * {@link #on} may ask anybody: they are called again whenever an event before is voided or corrected, and an event carries
 * what it was judged by.
 *
 * @param <E> the stream's family
 */
public interface StreamAggregate<E extends DomainEvent> {
    /**
     * Refuses what may not follow what stands. Its day is never before the one on which the stream began.
     *
     * @throws Refusal 409 with the code of the rule
     */
    void check(StreamEntry<E> entry);

    /** Takes in what happened, once it was checked. */
    void on(StreamEntry<E> entry);

    /** Whether it says no more than what stands already: then nothing is entered. */
    default boolean repeats(E event) {
        return false;
    }

    /** Whether an event follows the stream's header; one that rests on how it was when it came does not. */
    default boolean inherits(E event) {
        return true;
    }

    /**
     * What an event says where what it took over from those before it is otherwise than it was; the event itself where it
     * took over nothing. It is corrected so together with what it took that from. The stream's header and the record of an
     * entity, where they were taken over whole, are otherwise already.
     */
    default E retold(E event) {
        return event;
    }

    /**
     * The same where the event may have left something out, or said it itself: it left out what it says as it was before it
     * until now.
     *
     * @param former what stood before the event until now, folded
     */
    default E retold(E event, StreamAggregate<E> former) {
        return retold(event);
    }

    /**
     * The streams {@code Rectification-<id>} a policy began for an event and undoes with it: they do not stand in the way of
     * its void, as whatever else names it or its stream does.
     */
    default Set<String> followers(E event) {
        return Set.of();
    }

    /**
     * Refuses to make of an event what it was not, for what lies outside its stream: two people gave it, or it is another's.
     * What lies inside needs no word: the story is judged again without it.
     *
     * @throws Refusal 409, 403
     */
    default void requireAmendable(StreamEntry<E> entry, DecisionContext situation) {}

    /**
     * Refuses to void an event which may be corrected, for more than that others name what it made: that is asked of all alike.
     *
     * @throws Refusal 409
     */
    default void requireVoidable(StreamEntry<E> entry, DecisionContext situation) {}
}
