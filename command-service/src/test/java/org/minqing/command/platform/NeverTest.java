package org.minqing.command.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.command.platform.StepList.Step;
import org.minqing.events.Corrects;
import org.minqing.events.DomainEvent;
import org.minqing.events.Sealed;
import org.minqing.events.Voids;
import org.minqing.events.concern.ConcernEvent;
import org.minqing.events.dispute.DisputeEvent;
import org.minqing.events.dispute.DisputeEvent.MediationAcceptanceVoided;
import org.minqing.events.dispute.DisputeEvent.MediationAccepted;
import org.minqing.events.dispute.DisputeKind;
import org.minqing.events.organisation.OrganisationEvent.OfficeAdded;

class NeverTest {
    private static final Sealed REASON = TestSealed.sealed("dispute:1", "误录");
    private static final LocalDate DAY = LocalDate.of(2012, 3, 1);

    @Test
    void a_void_has_the_dimensions_of_what_it_voids_and_the_reason() {
        UUID id = new UUID(9, 9);
        MediationAccepted accepted = new MediationAccepted(
                new UUID(1, 1),
                new UUID(1, 2),
                new UUID(1, 3),
                "530328202207",
                new UUID(1, 4),
                null,
                DisputeKind.WATER,
                DAY);
        assertThat((DomainEvent) new Never(REASON, "DUPLICATE").of(new Step<>(id, accepted)))
                .isEqualTo(new MediationAcceptanceVoided(
                        new UUID(1, 1),
                        new UUID(1, 2),
                        new UUID(1, 3),
                        "530328202207",
                        new UUID(1, 4),
                        null,
                        DisputeKind.WATER,
                        id,
                        accepted,
                        REASON,
                        "DUPLICATE",
                        DAY));
    }

    @ParameterizedTest
    @ValueSource(classes = {ConcernEvent.class, DisputeEvent.class})
    void every_step_of_a_process_can_be_voided(Class<?> family) {
        List<Class<?>> voidable = Arrays.stream(family.getPermittedSubclasses())
                .filter(Voids.class::isAssignableFrom)
                .<Class<?>>map(type -> Arrays.stream(type.getRecordComponents())
                        .filter(component -> component.getName().equals("before"))
                        .findFirst()
                        .orElseThrow()
                        .getType())
                .toList();
        assertThat(Arrays.stream(family.getPermittedSubclasses())
                        .filter(type -> !Voids.class.isAssignableFrom(type) && !Corrects.class.isAssignableFrom(type)))
                .containsExactlyInAnyOrderElementsOf(voidable);
    }

    @Test
    void says_so_where_nothing_voids_an_event() {
        OfficeAdded added = new OfficeAdded(new UUID(1, 1), "5303", new UUID(1, 2), "供水科", DAY);
        Never never = new Never(REASON, null);
        assertThatThrownBy(() -> never.of(new Step<DomainEvent>(new UUID(9, 9), added)))
                .isInstanceOf(IllegalStateException.class);
    }
}
