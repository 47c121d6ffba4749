package org.minqing.query.platform.register;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.source.FieldsInForce;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@link RosterOfDay} says of the roster of a day, out of a register in memory. */
public final class MemoryRanks implements FieldsInForce {
    private final MemoryRegister register;

    public MemoryRanks(MemoryRegister register) {
        this.register = register;
    }

    @Override
    public Map<String, Map<String, @Nullable Object>> of(String type, List<String> ids, LocalDate asOf, long knownAt) {
        Map<String, Map<String, @Nullable Object>> found = new HashMap<>();
        if (!type.equals("Enrolment") && !type.equals("Link")) {
            return found;
        }
        register.of(type)
                .filter(r -> ids.contains(r.id()) && !r.tile().voided())
                .filter(r -> MemoryRegister.valid(r, asOf) && MemoryRegister.known(r, knownAt))
                .forEach(r -> found.put(r.id(), fields(r, asOf, knownAt)));
        return found;
    }

    private Map<String, @Nullable Object> fields(Rectangle place, LocalDate asOf, long knownAt) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        String rank = state("Cadre", place.tile().dimensions().cadres().getFirst(), asOf, knownAt)
                .map(cadre -> cadre.path("rankCode").asString())
                .orElse(null);
        fields.put("rankCode", rank);
        fields.put("band", null);
        fields.put("quota", null);
        state("Programme", place.tile().dimensions().programme(), asOf, knownAt)
                .ifPresent(programme -> programme.path("quotas").forEach(quota -> {
                    if (quota.path("rankCodes")
                            .valueStream()
                            .anyMatch(code -> code.asString().equals(rank))) {
                        fields.put("band", quota.path("band").asString());
                        fields.put("quota", quota.path("households").asInt());
                    }
                }));
        state("Household", place.tile().dimensions().household(), asOf, knownAt)
                .ifPresent(
                        household -> fields.put("group", household.path("group").asInt()));
        return fields;
    }

    private Optional<JsonNode> state(String type, @Nullable Object id, LocalDate asOf, long knownAt) {
        return id == null
                ? Optional.empty()
                : register.find(type, id.toString(), asOf, knownAt)
                        .filter(item -> !item.voided())
                        .map(item -> JsonMapper.shared().readTree(item.state()));
    }
}
