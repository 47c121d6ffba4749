package org.minqing.log.sample;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A family for the log's own tests. */
public sealed interface NoteEvent {
    LocalDate occurredOn();

    @Nullable
    UUID programme();

    @Nullable
    String division();

    record NoteTaken(
            String text, @Nullable UUID programme, @Nullable String division, LocalDate occurredOn)
            implements NoteEvent {}

    /** Out of alphabetical order on purpose, with every kind of component events use. */
    record NoteMeasured(
            String zeta,
            UUID alpha,
            BigDecimal amount,
            @Nullable String absent,
            Colour colour,
            List<Colour> colours,
            Instant instant,
            int count,
            boolean done,
            Part part,
            @Nullable UUID programme,
            @Nullable String division,
            LocalDate occurredOn)
            implements NoteEvent {
        /** Looks like a property and is none. */
        public String getNothing() {
            return "nothing";
        }

        /** Looks like a property and is none. */
        public boolean isNothing() {
            return true;
        }
    }

    enum Colour {
        RED,
        万元;

        @Override
        public String toString() {
            return "not the name";
        }
    }
}
