package org.minqing.command.cadre;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.CodeOf;
import org.minqing.command.platform.CodeOf.Standard;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

/**
 * Says that a cadre was registered wrongly. What is left out was right; later changes of rank or organisation stand.
 *
 * @param without optional fields that should not have been filled in
 */
record CorrectCadre(
        @NotNull UUID cadreId,

        @Nullable @Text(max = 100, as = "person", findable = "name")
        Sealed name,

        @Nullable @CodeOf(Standard.SEX) String sex,
        @Nullable @CodeOf(Standard.RANK) String rankCode,
        @Nullable @Ref("Organisation") UUID organisationId,
        @Nullable UUID officeId,

        @Nullable @Text(max = 30, as = "person", findable = "phone")
        Sealed phone,

        @Nullable @CodeOf(Standard.POLITICAL_STATUS) String politicalStatus,

        @Nullable @Ref(value = "Organisation", scoped = false)
        UUID partyBranchId,

        @Nullable Set<@NotNull @Pattern(regexp = "officeId|phone|politicalStatus|partyBranchId") String> without,
        @NotNull @Text(max = 1000, as = "person") Sealed reason,
        @Nullable @Text(max = 50) String reasonCode,
        @Nullable LocalDate occurredOn) {

    /** The value given, else the one before unless the field is to be emptied. */
    <T> @Nullable T or(String field, @Nullable T given, @Nullable T before) {
        return given != null ? given : without != null && without.contains(field) ? null : before;
    }
}
