package org.minqing.command.platform.desk;

import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** One text for every way of writing the same JSON: names sorted, absent and null alike, numbers by value. */
final class CanonicalJson {
    private CanonicalJson() {}

    static String of(JsonNode node) {
        StringBuilder out = new StringBuilder();
        write(node, out);
        return out.toString();
    }

    private static void write(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            TreeMap<String, JsonNode> members = new TreeMap<>();
            node.properties().forEach(p -> members.put(p.getKey(), p.getValue()));
            out.append('{');
            members.forEach((name, value) -> {
                if (!value.isNull()) {
                    out.append(StringNode.valueOf(name)).append(':');
                    write(value, out);
                    out.append(',');
                }
            });
            out.append('}');
        } else if (node.isArray()) {
            out.append('[');
            node.forEach(element -> {
                write(element, out);
                out.append(',');
            });
            out.append(']');
        } else if (node.isNumber()) {
            out.append(node.decimalValue().stripTrailingZeros());
        } else {
            out.append(node);
        }
    }
}
