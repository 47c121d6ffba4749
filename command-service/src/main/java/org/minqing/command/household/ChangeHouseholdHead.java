package org.minqing.command.household;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.CodeOf;
import org.minqing.command.platform.CodeOf.Standard;

/**
 * Makes another member the head; the former head stays a member.
 *
 * @param headId the new head's personId
 * @param relations what other members are to the new head
 */
record ChangeHouseholdHead(
        @NotNull UUID householdId,
        @NotNull UUID headId,
        @Nullable @Size(max = 100) List<@NotNull @Valid Relation> relations,
        @Nullable LocalDate occurredOn) {

    /** What one member is to the new head. */
    record Relation(
            @NotNull UUID memberId,
            @NotNull @CodeOf(Standard.RELATION) String relation) {}

    List<Relation> named() {
        return relations == null ? List.of() : relations;
    }
}
