package org.minqing.command.programme;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Given;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Text;
import org.minqing.events.programme.MemberChange;

/**
 * Changes somebody's place in a leading group from a day on.
 *
 * @param duty required of who joins and of whose duty changes, and of nobody else
 */
record ChangeLeadingGroupMember(
        @NotNull UUID programmeId,
        @NotNull UUID groupId,
        @NotNull @Ref(value = "Cadre", scoped = false) UUID cadreId,
        @NotNull MemberChange change,

        @Nullable @Pattern(regexp = Given.REGEXP, message = Given.CODE) @Text(max = 100)
        String duty,

        @Nullable @Text(max = 100) String documentNo,
        @Nullable LocalDate occurredOn) {

    /** 422 where a duty is missing, or means nothing. */
    void refuseDutyOutOfPlace() {
        boolean needed = change == MemberChange.JOINED || change == MemberChange.DUTY_CHANGED;
        if (needed && duty == null) {
            throw Refusal.invalid("/duty", "required");
        }
        if (!needed && duty != null) {
            throw Refusal.invalid("/duty", "not-with-this-change", change);
        }
    }

    /** Only who serves can come to a place. */
    boolean bringsIn() {
        return change == MemberChange.JOINED || change == MemberChange.BECAME_HEAD;
    }
}
