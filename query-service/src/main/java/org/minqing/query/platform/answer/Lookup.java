package org.minqing.query.platform.answer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.minqing.events.Sealed;
import org.minqing.query.platform.question.Question;
import org.minqing.query.platform.register.Item;
import org.minqing.query.platform.register.RegisterReader;
import org.minqing.query.platform.source.Gazetteer;
import org.minqing.query.platform.source.Gazetteer.Place;
import org.minqing.query.platform.source.Names;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything an answer must look up, collected first and then asked for at once: names and codes of divisions, what entities are
 * called, what is sealed. As of the question's day, as known then.
 */
public final class Lookup {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final Pattern DIVISION =
            Pattern.compile("[0-9A-Z]{2}|[0-9A-Z]{4}|[0-9A-Z]{6}|[0-9A-Z]{9}|[0-9A-Z]{12}");

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final RegisterReader register;
    private final Gazetteer gazetteer;
    private final Names names;
    private final Set<String> unnamed;
    private final Set<Sealed> sealed = new HashSet<>();
    private final Set<String> entities = new HashSet<>();
    private boolean whole;
    private final Set<String> divisions = new HashSet<>();
    private final Map<String, JsonNode> labels = new HashMap<>();
    private Map<Sealed, String> clear = Map.of();
    private Map<String, Place> places = Map.of();

    /** @param unnamed fields that name entities without a name */
    Lookup(RegisterReader register, Gazetteer gazetteer, Names names, Set<String> unnamed) {
        this.unnamed = unnamed;
        this.register = register;
        this.gazetteer = gazetteer;
        this.names = names;
    }

    public static JsonNode parse(String json) {
        return JSON.readTree(json);
    }

    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** What is sealed will be shown in clear, and not masked alone. */
    void whole() {
        whole = true;
    }

    /** Notes everything in it that must be looked up. */
    void collect(String field, JsonNode value) {
        Sealed one = sealed(value);
        if (one != null) {
            if (whole || Mask.tells(field)) {
                sealed.add(one);
            }
        } else if (value.isObject()) {
            // a person beside his name needs no other
            boolean person = value.has("personId") && sealed(value.path("name")) != null;
            value.properties().forEach(e -> {
                if (!person || !e.getKey().equals("personId")) {
                    collect(e.getKey(), e.getValue());
                }
            });
        } else if (value.isArray()) {
            value.forEach(each -> collect(field, each));
        } else if (value.isString()) {
            if (entity(field, value) && !unnamed.contains(field)) {
                entities.add(value.stringValue());
            }
            if (division(field, value)) {
                divisions.add(value.stringValue());
            }
        }
    }

    /** Notes what an entity is called, of which the answer's day and position are asked: its own names need no other question. */
    void named(Item item) {
        if (item.label() != null) {
            labels.put(item.id(), parse(item.label()));
        }
    }

    /** Entities whose names are to be asked for. */
    Set<String> asked() {
        Set<String> asked = new HashSet<>(entities);
        asked.removeAll(labels.keySet());
        return asked;
    }

    /** What is to be opened. */
    Set<Sealed> closed() {
        return sealed;
    }

    public void collectEntity(String id) {
        entities.add(id);
    }

    public void collectDivision(String divisionId) {
        divisions.add(divisionId);
    }

    public void resolve(Question question) {
        register.labels(asked(), question.asOf(), question.knownAt())
                .forEach((id, json) -> labels.put(id, parse(json)));
        labels.values().forEach(label -> collect("", label));
        places = gazetteer.places(divisions, question.asOf(), question.knownAt());
        clear = names.open(closed());
    }

    /** Whether a field names an entity. */
    static boolean entity(String field, JsonNode value) {
        return (field.endsWith("Id") || field.endsWith("Ids") || field.equals("id"))
                && UUID_FORM.matcher(value.asString("")).matches();
    }

    static boolean division(String field, JsonNode value) {
        return field.endsWith("Id") && DIVISION.matcher(value.asString("")).matches();
    }

    public Optional<Place> place(String divisionId) {
        return Optional.ofNullable(places.get(divisionId));
    }

    /** What the entity is called, masked. */
    public Optional<String> label(String id) {
        JsonNode label = labels.get(id);
        if (label == null) {
            return Optional.empty();
        }
        Sealed name = sealed(label.path("name"));
        String text = label.path("text").asString("");
        String masked = name == null ? "" : mask("name", name);
        return Optional.of((text + " " + masked).strip());
    }

    /** What is shown of it, see {@link Mask}. */
    String mask(String field, Sealed value) {
        return Mask.of(field, clear.get(value));
    }

    Optional<String> clear(Sealed value) {
        return Optional.ofNullable(clear.get(value));
    }

    static @org.jspecify.annotations.Nullable Sealed sealed(JsonNode value) {
        if (!value.isObject() || value.size() != 5 || !value.has("ct") || !value.has("iv")) {
            return null;
        }
        return new Sealed(
                value.path("v").asInt(),
                value.path("subject").asString(),
                value.path("alg").asString(),
                value.path("iv").asString(),
                value.path("ct").asString());
    }
}
