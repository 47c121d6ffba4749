package org.minqing.query;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A figure computed again by a client that has nothing but the evidence it was given. */
final class Recomputed {
    private Recomputed() {}

    static String of(String aggregation, List<JsonNode> evidence) {
        return switch (aggregation) {
            case "SUM" -> plain(sum(evidence));
            case "LEVEL" ->
                evidence.stream().allMatch(fact -> fact.hasNonNull("key")) ? keys(evidence) : plain(sum(evidence));
            case "DISTINCT" -> keys(evidence);
            case "DATE" ->
                new TreeMap<>(by("validOn", evidence))
                        .entrySet().stream()
                                .filter(day -> sum(day.getValue()).signum() > 0)
                                .map(Map.Entry::getKey)
                                .findFirst()
                                .orElse("null");
            case "SETTING" ->
                by("subject", evidence).values().stream()
                        .filter(facts -> sum(facts).signum() != 0)
                        .max(Comparator.<List<JsonNode>, String>comparing(facts ->
                                        facts.getFirst().path("validOn").asString())
                                .thenComparing(facts ->
                                        facts.getFirst().path("position").asLong()))
                        .map(facts -> plain(sum(facts)))
                        .orElse("null");
            case "RATIO" -> {
                Map<String, List<JsonNode>> kinds = by("kind", evidence);
                BigDecimal owed = sum(kinds.getOrDefault("OWED", List.of()));
                BigDecimal done = sum(kinds.getOrDefault("DONE", List.of()));
                yield owed.signum() == 0 ? "null" : plain(done.divide(owed, 4, RoundingMode.HALF_UP));
            }
            default -> throw new AssertionError(aggregation);
        };
    }

    private static String keys(List<JsonNode> evidence) {
        return String.valueOf(by("key", evidence).values().stream()
                .filter(facts -> sum(facts).signum() > 0)
                .count());
    }

    private static Map<String, List<JsonNode>> by(String field, List<JsonNode> evidence) {
        Map<String, List<JsonNode>> groups = new LinkedHashMap<>();
        evidence.forEach(fact -> groups.computeIfAbsent(fact.path(field).asString(), key -> new ArrayList<>())
                .add(fact));
        return groups;
    }

    private static BigDecimal sum(List<JsonNode> facts) {
        return facts.stream()
                .map(fact -> new BigDecimal(fact.path("quantity").asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static String plain(JsonNode value) {
        return value.isNull() ? "null" : value.isNumber() ? plain(new BigDecimal(value.asString())) : value.asString();
    }
}
