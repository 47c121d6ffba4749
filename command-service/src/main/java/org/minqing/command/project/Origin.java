package org.minqing.command.project;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.Optional;
import org.minqing.command.platform.Reference;
import org.minqing.command.platform.Situation;
import org.minqing.command.reference.Responsibility;
import org.minqing.events.DomainEvent;

/** What a project began with. */
final class Origin {
    /** Whose matter a concern is: that of its first event. */
    private static final Reference<Optional<Responsibility>> CONCERN =
            new Reference<>("Concern", Optional.empty(), Origin::first);

    private Origin() {}

    /** What the command leaves out comes from the concern, else from the village. */
    static Responsibility responsible(ProposeProject command, Situation situation, String villageId, LocalDate day) {
        Optional<Responsibility> concern = command.concernId() == null
                ? Optional.empty()
                : situation.references().require(CONCERN, command.concernId());
        return concern.map(of -> new Responsibility(
                        requireNonNullElse(command.programmeId(), of.programmeId()),
                        requireNonNullElse(command.organisationId(), of.organisationId())))
                .orElseGet(() ->
                        Responsibility.in(situation, villageId, day, command.programmeId(), command.organisationId()));
    }

    private static Optional<Responsibility> first(Optional<Responsibility> found, DomainEvent event) {
        return found.isEmpty() && event.programme() != null && event.organisation() != null
                ? Optional.of(new Responsibility(event.programme(), event.organisation()))
                : found;
    }
}
