package org.minqing.command.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.programme.GroupMember;
import org.minqing.events.programme.MemberChange;
import org.minqing.events.programme.ProgrammeEvent.LeadingGroupEstablished;
import org.minqing.events.programme.ProgrammeEvent.LeadingGroupMemberChanged;

/**
 * A leading group: on every day it has one head.
 *
 * @param changes by day, those of one day in the order of the log
 */
record LeadingGroup(LeadingGroupEstablished established, List<LeadingGroupMemberChanged> changes) {
    LeadingGroup {
        changes = changes.stream()
                .sorted(Comparator.comparing(LeadingGroupMemberChanged::occurredOn))
                .toList();
    }

    /**
     * Who belongs to it on a day.
     *
     * @param duties of all but the head; none of a former head
     */
    record Roster(UUID headId, Map<UUID, Optional<String>> duties) {
        /** Whether the change can happen; what only repeats can. */
        boolean allows(LeadingGroupMemberChanged e) {
            return switch (e.change()) {
                case JOINED, LEFT -> !e.cadreId().equals(headId);
                case DUTY_CHANGED -> duties.containsKey(e.cadreId());
                case BECAME_HEAD -> true;
            };
        }

        Roster after(LeadingGroupMemberChanged e) {
            Map<UUID, Optional<String>> changed = new HashMap<>(duties);
            switch (e.change()) {
                case JOINED, DUTY_CHANGED -> changed.put(e.cadreId(), Optional.ofNullable(e.duty()));
                case LEFT -> changed.remove(e.cadreId());
                case BECAME_HEAD -> {
                    changed.put(headId, Optional.empty());
                    changed.remove(e.cadreId());
                }
            }
            return new Roster(e.change() == MemberChange.BECAME_HEAD ? e.cadreId() : headId, changed);
        }
    }

    LeadingGroup with(LeadingGroupMemberChanged change) {
        List<LeadingGroupMemberChanged> more = new ArrayList<>(changes);
        more.add(change);
        return new LeadingGroup(established, more);
    }

    /** At the end of a day. */
    Roster on(LocalDate day) {
        Map<UUID, Optional<String>> duties = new HashMap<>();
        for (GroupMember member : established.members()) {
            duties.put(member.cadreId(), Optional.of(member.duty()));
        }
        Roster roster = new Roster(established.headId(), duties);
        for (LeadingGroupMemberChanged change : changes) {
            if (!change.occurredOn().isAfter(day)) {
                roster = roster.after(change);
            }
        }
        return roster;
    }

    /** The day of the first later change that could not have happened, had this one. */
    Optional<LocalDate> contradictionTo(LeadingGroupMemberChanged late) {
        Roster roster = on(late.occurredOn()).after(late);
        for (LeadingGroupMemberChanged change : changes) {
            if (change.occurredOn().isAfter(late.occurredOn())) {
                if (!roster.allows(change)) {
                    return Optional.of(change.occurredOn());
                }
                roster = roster.after(change);
            }
        }
        return Optional.empty();
    }

    /** Refuses a place that cannot be had on the day; one that is had already can. */
    void check(LeadingGroupMemberChanged e) {
        UUID cadre = e.cadreId();
        Roster roster = on(e.occurredOn());
        boolean heads = roster.headId().equals(cadre);
        boolean member = roster.duties().containsKey(cadre);
        switch (e.change()) {
            case BECAME_HEAD -> {}
            case JOINED -> {
                if (heads || member && !repeats(e)) {
                    throw Refusal.alreadyExists("GroupMember", cadre);
                }
            }
            case DUTY_CHANGED -> {
                if (!member) {
                    throw Refusal.notFound("GroupMember", cadre);
                }
            }
            case LEFT -> {
                if (heads) {
                    throw Refusal.conflict("head-cannot-leave-group", cadre);
                }
                if (!knows(cadre)) {
                    throw Refusal.notFound("GroupMember", cadre);
                }
            }
        }
        contradictionTo(e).ifPresent(later -> {
            throw Refusal.conflict("contradicts-later", e.occurredOn(), later);
        });
    }

    /** Whether the cadre has on the day the place asked for. */
    boolean repeats(LeadingGroupMemberChanged e) {
        Roster roster = on(e.occurredOn());
        Optional<String> duty = roster.duties().get(e.cadreId());
        boolean heads = roster.headId().equals(e.cadreId());
        return switch (e.change()) {
            case BECAME_HEAD -> heads;
            case JOINED, DUTY_CHANGED -> duty != null && duty.equals(Optional.ofNullable(e.duty()));
            case LEFT -> !heads && duty == null && knows(e.cadreId());
        };
    }

    /** Whether the cadre ever had a place in it. */
    boolean knows(UUID cadreId) {
        Roster first = on(LocalDate.MIN);
        return first.headId().equals(cadreId)
                || first.duties().containsKey(cadreId)
                || changes.stream().anyMatch(change -> change.cadreId().equals(cadreId));
    }
}
