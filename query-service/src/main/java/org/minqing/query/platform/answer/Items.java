package org.minqing.query.platform.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Sealed;
import org.minqing.query.platform.question.Question;
import org.minqing.query.platform.register.Item;
import org.minqing.query.platform.register.RegisterTasks;
import org.minqing.query.platform.source.FieldsInForce;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Entities as JSON: id, type, the fields of the state; beside {@code cadreId} its {@code cadreName}, beside {@code villageId} its
 * {@code villageCode} and {@code villageName}; what is sealed as a mask. {@code overdue} where something is to be done about them.
 * A field that is in force from elsewhere is that of the day asked for; what the entity's own event was judged by stands beside, in
 * {@code judgedBy}.
 */
public final class Items {
    private final Lookups lookups;
    private final RegisterTasks tasks;
    private final List<FieldsInForce> inForce;

    Items(Lookups lookups, RegisterTasks tasks, List<FieldsInForce> inForce) {
        this.inForce = List.copyOf(inForce);
        this.lookups = lookups;
        this.tasks = tasks;
    }

    public List<ObjectNode> show(Question question, String type, List<Item> items) {
        return show(question, type, items, false);
    }

    /** One entity with everything in clear that can still be opened; its reading has been logged. */
    public ObjectNode reveal(Question question, String type, Item item) {
        return show(question, type, List.of(item), true).getFirst();
    }

    private List<ObjectNode> show(Question question, String type, List<Item> items, boolean clear) {
        Lookup lookup = lookups.make();
        if (clear) {
            lookup.whole();
        }
        List<JsonNode> states = new ArrayList<>();
        for (Item item : items) {
            JsonNode state = Lookup.parse(item.state());
            lookup.named(item);
            lookup.collect("", state);
            states.add(state);
        }
        lookup.resolve(question);
        Map<String, Map<String, @Nullable Object>> ofDay = ofDay(question, type, items);
        List<ObjectNode> shown = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            ObjectNode json = Lookup.object();
            json.put("id", item.id());
            json.put("type", type);
            copy(states.get(i), json, lookup, clear);
            putInForce(json, ofDay.getOrDefault(item.id(), Map.of()));
            if (item.status() != null) {
                json.put("status", item.status());
            }
            tasks.overdue(type, item, question.asOf()).ifPresent(overdue -> json.put("overdue", overdue));
            shown.add(json);
        }
        return shown;
    }

    private Map<String, Map<String, @Nullable Object>> ofDay(Question question, String type, List<Item> items) {
        List<String> ids = items.stream().map(Item::id).toList();
        Map<String, Map<String, @Nullable Object>> ofDay = new HashMap<>();
        inForce.forEach(each -> ofDay.putAll(each.of(type, ids, question.asOf(), question.knownAt())));
        return ofDay;
    }

    private static void putInForce(ObjectNode json, Map<String, @Nullable Object> fields) {
        if (fields.isEmpty()) {
            return;
        }
        ObjectNode judgedBy = Lookup.object();
        fields.forEach((field, value) -> {
            JsonNode before = json.remove(field);
            if (before != null) {
                judgedBy.set(field, before);
            }
            if (value instanceof Integer number) {
                json.put(field, number);
            } else if (value != null) {
                json.put(field, value.toString());
            }
        });
        json.set("judgedBy", judgedBy);
    }

    /** The same, with names and codes beside the ids. */
    public List<ObjectNode> named(Question question, List<ObjectNode> plain) {
        Lookup lookup = lookups.make();
        plain.forEach(each -> lookup.collect("", each));
        lookup.resolve(question);
        return plain.stream()
                .map(each -> {
                    ObjectNode json = Lookup.object();
                    copy(each, json, lookup, false);
                    return json;
                })
                .toList();
    }

    private static void copy(JsonNode from, ObjectNode to, Lookup lookup, boolean clear) {
        from.properties().forEach(e -> {
            String field = e.getKey();
            JsonNode value = e.getValue();
            if (!to.has(field)) {
                to.set(field, shown(field, value, lookup, clear));
            }
            if (field.endsWith("Id") && value.isString()) {
                String stem = field.substring(0, field.length() - 2);
                beside(stem, field, value, from, to, lookup);
            } else if (field.endsWith("Ids") && value.isArray()) {
                besideAll(field, value, to, lookup);
            }
        });
    }

    private static void beside(String stem, String field, JsonNode value, JsonNode from, ObjectNode to, Lookup lookup) {
        if (Lookup.division(field, value)) {
            lookup.place(value.stringValue()).ifPresent(place -> {
                putNew(stem + "Code", place.code(), from, to);
                putNew(stem + "Name", place.name(), from, to);
            });
            return;
        }
        lookup.label(value.stringValue()).ifPresent(label -> putNew(stem + "Name", label, from, to));
    }

    private static void putNew(String field, String value, JsonNode from, ObjectNode to) {
        if (!from.has(field)) {
            to.put(field, value);
        }
    }

    private static void besideAll(String field, JsonNode values, ObjectNode to, Lookup lookup) {
        ArrayNode labels = Lookup.object().arrayNode();
        for (JsonNode value : values) {
            lookup.label(value.asString("")).ifPresent(labels::add);
        }
        if (labels.size() == values.size() && !labels.isEmpty()) {
            to.set(field.substring(0, field.length() - 3) + "Names", labels);
        }
    }

    private static JsonNode shown(String field, JsonNode value, Lookup lookup, boolean clear) {
        Sealed sealed = Lookup.sealed(value);
        if (sealed != null) {
            String mask = lookup.mask(field, sealed);
            return Lookup.object().stringNode(clear ? lookup.clear(sealed).orElse(mask) : mask);
        }
        if (value.isObject()) {
            ObjectNode inner = Lookup.object();
            copy(value, inner, lookup, clear);
            return inner;
        }
        if (value.isArray()) {
            ArrayNode inner = Lookup.object().arrayNode();
            value.forEach(each -> inner.add(shown(field, each, lookup, clear)));
            return inner;
        }
        return value;
    }
}
