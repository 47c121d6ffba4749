package org.minqing.query.platform.view;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All that was ever known of a subject and of what its tasks follow from.
 *
 * @param subject id of the entity the tasks are about
 * @param states of it and of the entities beside it
 * @param facts those of one subject of facts together
 */
public record Circumstances(String subject, List<State> states, List<List<Contribution>> facts) {
    /**
     * A state of an entity.
     *
     * @param detail what the rule asked for of it, null where there is none
     * @param from the first day on which it holds
     * @param to the first day on which it no longer does; null: for ever
     * @param knownFrom from which position on it is known
     * @param knownTo from which position on it no longer is; null: still
     */
    public record State(
            String type,
            String id,
            boolean voided,
            Dimensions of,
            @Nullable JsonNode detail,
            LocalDate from,
            @Nullable LocalDate to,
            long knownFrom,
            @Nullable Long knownTo) {
        public boolean known(long position) {
            return knownFrom <= position && (knownTo == null || position < knownTo);
        }

        public boolean holds(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }
    }

    /** What a fact adds to its measure. */
    public record Contribution(@Nullable UUID household, long position, LocalDate validOn, BigDecimal quantity) {}

    /** States of one type as known at a position. */
    public Stream<State> known(String type, long position) {
        return states.stream().filter(state -> state.type.equals(type)).filter(state -> state.known(position));
    }

    /** The state of an entity on a day, as known at a position. */
    public Optional<State> on(String type, String id, LocalDate day, long position) {
        return known(type, position)
                .filter(state -> state.id.equals(id))
                .filter(state -> state.holds(day))
                .findFirst();
    }
}
