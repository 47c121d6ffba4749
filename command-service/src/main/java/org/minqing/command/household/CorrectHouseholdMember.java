package org.minqing.command.household;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.CitizenNumber;
import org.minqing.command.platform.CodeOf;
import org.minqing.command.platform.CodeOf.Standard;
import org.minqing.command.platform.Text;
import org.minqing.events.Person;
import org.minqing.events.Sealed;

/**
 * Says that a member, the head included, was described wrongly when registered or added. What is left out was right.
 *
 * @param memberId the member's personId
 * @param without optional fields that should not have been filled in
 */
record CorrectHouseholdMember(
        @NotNull UUID householdId,
        @NotNull UUID memberId,

        @Nullable @Text(max = 100, under = "memberId", as = "person", findable = "name")
        Sealed name,

        @Nullable @Text(max = 18, under = "memberId", as = "person", findable = "citizen-number") @CitizenNumber
        Sealed citizenNumber,

        @Nullable @CodeOf(Standard.SEX) String sex,
        @Nullable @CodeOf(Standard.RELATION) String relation,

        @Nullable @Text(max = 50, under = "memberId", as = "person") @CodeOf(Standard.ETHNIC_GROUP)
        Sealed ethnicGroup,

        @Nullable @Text(max = 30, under = "memberId", as = "person", findable = "phone")
        Sealed phone,

        @Nullable Set<@NotNull @Pattern(regexp = "citizenNumber|sex|relation|ethnicGroup|phone") String> without,
        @NotNull @Text(max = 1000) Sealed reason,
        @Nullable @Text(max = 50) String reasonCode,
        @Nullable LocalDate occurredOn) {

    Person corrected(Person before) {
        return new Person(
                before.personId(),
                name == null ? before.name() : name,
                or("citizenNumber", citizenNumber, before.citizenNumber()),
                or("sex", sex, before.sex()),
                or("relation", relation, before.relation()),
                or("ethnicGroup", ethnicGroup, before.ethnicGroup()),
                or("phone", phone, before.phone()));
    }

    private <T> @Nullable T or(String field, @Nullable T given, @Nullable T before) {
        return given != null ? given : without != null && without.contains(field) ? null : before;
    }
}
