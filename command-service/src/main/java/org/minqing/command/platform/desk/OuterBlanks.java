package org.minqing.command.platform.desk;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Blanks before and after the texts of a body: nobody means them, and nothing is told apart by them. */
final class OuterBlanks {
    private static final Pattern OUTER = Pattern.compile("^[\\p{Zs}\\t\\r\\n]+|[\\p{Zs}\\t\\r\\n]+$");

    private OuterBlanks() {}

    /** The body itself where there are none, else a copy without them. */
    static ObjectNode leftOut(ObjectNode body) {
        return any(body) ? (ObjectNode) without(body.deepCopy()) : body;
    }

    private static boolean any(JsonNode node) {
        return node.isString()
                ? node.stringValue().chars().anyMatch(OuterBlanks::isBlank)
                        && OUTER.matcher(node.stringValue()).find()
                : node.valueStream().anyMatch(OuterBlanks::any);
    }

    /** Ids and codes, which most texts are, hold none. */
    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n' || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    private static JsonNode without(JsonNode node) {
        if (node.isString()) {
            return StringNode.valueOf(OUTER.matcher(node.stringValue()).replaceAll(""));
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> object.set(field.getKey(), without(field.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, without(array.get(i)));
            }
        }
        return node;
    }
}
