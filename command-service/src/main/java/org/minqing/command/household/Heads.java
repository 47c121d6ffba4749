package org.minqing.command.household;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.form.PersonInput;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.platform.refusal.Refusal.FieldError;
import org.minqing.events.household.MemberRelation;

/** A household has one head: who is called the head must be it, and nobody else may be. */
final class Heads {
    /** 本人 and 户主 of GB/T 4761. */
    private static final Set<String> HEAD = Set.of("01", "02");

    private Heads() {}

    static void refuseAnyOtherThan(PersonInput head, List<PersonInput> members) {
        refuseAsHead(head.relation(), "/head/relation");
        List<FieldError> errors = new ArrayList<>();
        Set<UUID> seen = new HashSet<>(Set.of(head.id()));
        for (int i = 0; i < members.size(); i++) {
            PersonInput member = members.get(i);
            if (member.relation() != null && HEAD.contains(member.relation())) {
                errors.add(new FieldError("/members/" + i + "/relation", "second-head", List.of()));
            }
            if (!seen.add(member.id())) {
                errors.add(new FieldError("/members/" + i + "/personId", "repeated", List.of()));
            }
        }
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
    }

    static void refuseAsHead(@Nullable String relation, String pointer) {
        if (relation != null && !HEAD.contains(relation)) {
            throw Refusal.invalid(pointer, "not-the-head");
        }
    }

    static void refuseAsMember(@Nullable String relation, String pointer) {
        if (relation != null && HEAD.contains(relation)) {
            throw Refusal.invalid(pointer, "second-head");
        }
    }

    /** What members are to a new head, each named once. */
    static List<MemberRelation> relations(HouseholdCommand.ChangeHouseholdHead command) {
        List<FieldError> errors = new ArrayList<>();
        Set<UUID> seen = new HashSet<>(Set.of(command.headId()));
        for (int i = 0; i < command.named().size(); i++) {
            HouseholdCommand.ChangeHouseholdHead.Relation named =
                    command.named().get(i);
            if (!seen.add(named.memberId())) {
                errors.add(new FieldError("/relations/" + i + "/memberId", "repeated", List.of()));
            }
            if (HEAD.contains(named.relation())) {
                errors.add(new FieldError("/relations/" + i + "/relation", "second-head", List.of()));
            }
        }
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
        return command.named().stream()
                .map(named -> new MemberRelation(named.memberId(), named.relation()))
                .toList();
    }
}
