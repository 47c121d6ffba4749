package org.minqing.query.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.programme.GroupMember;
import org.minqing.events.programme.ProgrammeEvent.LeadingGroupEstablished;
import org.minqing.events.programme.ProgrammeEvent.LeadingGroupMemberChanged;
import org.minqing.events.programme.ProgrammeEvent.LeadingGroupStep;
import org.minqing.events.programme.ProgrammeEvent.Sphere;

/** A leading group 领导小组 on a day: its head, its other members with their duties, its office. */
record LeadingGroupState(
        UUID groupId,
        Sphere of,
        @Nullable String kind,
        UUID headId,
        List<GroupMember> members,
        @Nullable String office,
        @Nullable String documentNo) {

    static LeadingGroupState established(LeadingGroupEstablished e) {
        return new LeadingGroupState(
                e.groupId(), e.of(), e.kind(), e.headId(), e.members(), e.office(), e.documentNo());
    }

    LeadingGroupState after(LeadingGroupStep event) {
        return switch (event) {
            case LeadingGroupEstablished e -> established(e);
            case LeadingGroupMemberChanged e -> changed(e);
        };
    }

    private LeadingGroupState changed(LeadingGroupMemberChanged change) {
        UUID cadre = change.cadreId();
        List<GroupMember> next = new ArrayList<>(members);
        next.removeIf(m -> m.cadreId().equals(cadre));
        return switch (change.change()) {
            case LEFT -> with(headId, next);
            case BECAME_HEAD -> {
                if (!cadre.equals(headId)) {
                    next.addFirst(new GroupMember(headId, ""));
                }
                yield with(cadre, next);
            }
            case JOINED, DUTY_CHANGED -> {
                next.add(new GroupMember(cadre, change.duty() == null ? "" : change.duty()));
                yield with(headId, next);
            }
        };
    }

    private LeadingGroupState with(UUID head, List<GroupMember> others) {
        return new LeadingGroupState(groupId, of, kind, head, List.copyOf(others), office, documentNo);
    }
}
