package org.minqing.command.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.StepList.Step;
import org.minqing.events.DomainEvent;
import org.minqing.events.Sealed;
import org.minqing.events.Voids;

class NeverTest {
    private static final Sealed REASON = TestSealed.sealed("thing:1", "误录");
    private static final LocalDate DAY = LocalDate.of(2012, 3, 1);

    private sealed interface ThingEvent extends DomainEvent {
        record ThingDone(UUID thingId, @Nullable UUID officeId, LocalDate occurredOn) implements ThingEvent {}

        record ThingVoided(
                UUID thingId,
                @Nullable UUID officeId,
                UUID target,
                ThingDone before,
                Sealed reason,
                @Nullable String reasonCode,
                LocalDate occurredOn)
                implements ThingEvent, Voids<ThingDone> {}

        record ThingSeen(LocalDate occurredOn) implements ThingEvent {}
    }

    @Test
    void a_void_has_the_dimensions_of_what_it_voids_and_the_reason() {
        UUID id = new UUID(9, 9);
        var done = new ThingEvent.ThingDone(new UUID(1, 1), new UUID(1, 4), DAY);
        assertThat((DomainEvent) new Never(REASON, "DUPLICATE").of(new Step<>(id, done)))
                .isEqualTo(
                        new ThingEvent.ThingVoided(new UUID(1, 1), new UUID(1, 4), id, done, REASON, "DUPLICATE", DAY));
    }

    @Test
    void says_so_where_nothing_voids_an_event() {
        Never never = new Never(REASON, null);
        assertThatThrownBy(() -> never.of(new Step<DomainEvent>(new UUID(9, 9), new ThingEvent.ThingSeen(DAY))))
                .isInstanceOf(IllegalStateException.class);
    }
}
