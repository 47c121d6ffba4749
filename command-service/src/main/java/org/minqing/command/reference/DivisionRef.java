package org.minqing.command.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Reference;
import org.minqing.events.DomainEvent;
import org.minqing.events.division.DivisionEvent;
import org.minqing.events.division.DivisionEvent.DivisionRecoded;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.DivisionEvent.DivisionRenamed;

/**
 * A division as other streams see one. Which division a code means is asked of the gazetteer.
 *
 * @param registeredOn its first day
 * @param namings code and name by day
 */
public record DivisionRef(
        String divisionId, @Nullable String parentId, LocalDate registeredOn, Timeline<Naming> namings) {
    public static final Reference<DivisionRef> KIND = new Reference<>(
            "Division", new DivisionRef("", null, LocalDate.MAX, Timeline.empty()), DivisionRef::evolve);

    public record Naming(String code, String name) {}

    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(registeredOn);
    }

    private static DivisionRef evolve(DivisionRef state, DomainEvent event) {
        return switch ((DivisionEvent) event) {
            case DivisionRegistered e ->
                new DivisionRef(
                        e.divisionId(),
                        e.parentId(),
                        e.occurredOn(),
                        state.namings.with(e.occurredOn(), new Naming(e.code(), e.name())));
            case DivisionRecoded e -> state.named(e.occurredOn(), new Naming(e.code(), e.name()));
            case DivisionRenamed e ->
                state.named(
                        e.occurredOn(),
                        new Naming(
                                state.namings
                                        .on(e.occurredOn())
                                        .map(Naming::code)
                                        .orElse(""),
                                e.name()));
        };
    }

    private DivisionRef named(LocalDate from, Naming naming) {
        return new DivisionRef(divisionId, parentId, registeredOn, namings.with(from, naming));
    }
}
