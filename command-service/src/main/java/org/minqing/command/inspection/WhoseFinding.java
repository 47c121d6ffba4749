package org.minqing.command.inspection;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Reference;
import org.minqing.command.platform.References;
import org.minqing.command.platform.SubjectOf;
import org.minqing.events.DomainEvent;
import org.minqing.events.inspection.InspectionEvent.FindingRecorded;

/** What is written about a finding is the member's who is to put it right, else the inspection's own. */
final class WhoseFinding implements SubjectOf {
    private static final Reference<Map<UUID, UUID>> OWNERS =
            new Reference<>("Inspection", Map.of(), WhoseFinding::after);

    @Override
    public String subject(References references, String streamId, @Nullable UUID findingId) {
        UUID owner =
                findingId == null ? null : references.require(OWNERS, streamId).get(findingId);
        return owner == null ? "inspection:" + streamId : "person:" + owner;
    }

    private static Map<UUID, UUID> after(Map<UUID, UUID> owners, DomainEvent event) {
        if (!(event instanceof FindingRecorded e) || e.ownerCadreId() == null) {
            return owners;
        }
        Map<UUID, UUID> more = new HashMap<>(owners);
        more.put(e.findingId(), e.ownerCadreId());
        return Map.copyOf(more);
    }
}
