package org.minqing.query.platform.answer;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.minqing.edge.Language;
import org.minqing.edge.Texts;
import org.minqing.events.Sealed;
import tools.jackson.databind.JsonNode;

/**
 * Events as sentences: {@code event.<Type>=...{field}...}, a field by its path ({@code {money}}, {@code {donor.name}}), or the first
 * of several that is there ({@code {purpose|projectId}}). Ids become what the entity is called, divisions their names, codes their
 * words ({@code value.<StreamType>.<field>.<CODE>}, {@code value.<field>.<CODE>} or {@code value.<CODE>}; {@code formerX} has those of
 * {@code x}), units theirs
 * ({@code unit.<code>}), sealed fields masks.
 */
final class Sentences {
    private static final Pattern FIELD = Pattern.compile("\\{([A-Za-z.|]+)}");

    private final Texts texts;

    Sentences(Texts texts) {
        this.texts = texts;
    }

    /** Of an event whose payload the lookup has collected and resolved. */
    String sentence(Language language, String type, JsonNode payload, Lookup lookup) {
        return texts.find(language, "event." + type)
                .map(template -> filled(language, template, type, payload, lookup))
                .or(() -> amendment(language, type, payload, lookup))
                .orElse(type);
    }

    /** What kind of thing happened, in a few words: {@code title.<Type>}; of an amendment, those of what it amends. */
    String title(Language language, String type) {
        return texts.find(language, "title." + type)
                .or(() -> amended(type)
                        .flatMap(inner -> texts.find(language, "title" + type.substring(inner.length()))
                                .map(words -> MessageFormat.format(words, title(language, inner)))))
                .orElse(type);
    }

    /** Of an event about another that has no words of its own: those of the other one. */
    private Optional<String> amendment(Language language, String type, JsonNode payload, Lookup lookup) {
        return amended(type)
                .flatMap(inner -> texts.find(language, "event" + type.substring(inner.length()))
                        .map(template -> MessageFormat.format(
                                template,
                                sentence(language, inner, payload.path("before"), lookup),
                                sentence(language, inner, payload.path("after"), lookup))));
    }

    /** The type of the event that an amendment is about. */
    private static Optional<String> amended(String type) {
        String inner = type.substring(0, Math.max(type.lastIndexOf('.'), 0));
        return inner.contains(".") ? Optional.of(inner) : Optional.empty();
    }

    private String filled(Language language, String template, String type, JsonNode payload, Lookup lookup) {
        Matcher matcher = FIELD.matcher(template);
        StringBuilder sentence = new StringBuilder();
        while (matcher.find()) {
            String path = present(payload, matcher.group(1));
            String last = path.substring(path.lastIndexOf('.') + 1);
            String field = type.substring(0, type.indexOf('.') + 1) + last;
            String word = word(language, field, at(payload, path), lookup);
            matcher.appendReplacement(sentence, Matcher.quoteReplacement(word));
        }
        return matcher.appendTail(sentence).toString();
    }

    /** The first path of several that leads to something; the last where none does. */
    private static String present(JsonNode payload, String paths) {
        String path = paths;
        for (String each : paths.split("\\|")) {
            path = each;
            if (!at(payload, path).isMissingNode() && !at(payload, path).isNull()) {
                break;
            }
        }
        return path;
    }

    private static JsonNode at(JsonNode payload, String path) {
        JsonNode value = payload;
        for (String field : path.split("\\.")) {
            value = value.path(field);
        }
        return value;
    }

    /** @param field with the type of its stream before it, {@code Project.kind} */
    private String word(Language language, String field, JsonNode value, Lookup lookup) {
        Sealed sealed = Lookup.sealed(value);
        if (sealed != null) {
            return lookup.mask(bare(field), sealed);
        }
        if (value.isArray()) {
            List<String> words = new ArrayList<>();
            value.forEach(each -> words.add(word(language, field, each, lookup)));
            return String.join(language == Language.ZH ? "、" : ", ", words);
        }
        if (value.has("amount")) {
            return texts.text(
                    language,
                    "format.money",
                    Display.money(new BigDecimal(value.path("amount").asString("0"))));
        }
        if (value.has("value") && value.has("unit")) {
            return texts.text(
                    language,
                    "format.quantity." + value.path("qualifier").asString("EXACT"),
                    plain(value.path("value").decimalValue()),
                    unit(language, value.path("unit").asString()));
        }
        if (value.has("name")) {
            return word(language, "name", value.path("name"), lookup);
        }
        if (value.has("id")) {
            return word(language, "id", value.path("id"), lookup);
        }
        if (value.isObject()) {
            return texts.find(language, "value." + bare(field) + ".unnamed")
                    .orElseGet(() -> texts.text(language, "format.nothing"));
        }
        if (value.isMissingNode() || value.isNull()) {
            return texts.text(language, "format.nothing");
        }
        return text(language, field, value, lookup);
    }

    private static String bare(String qualified) {
        return qualified.substring(qualified.indexOf('.') + 1);
    }

    private String unit(Language language, String unit) {
        return texts.find(language, "unit." + unit).orElse(unit);
    }

    private String text(Language language, String qualified, JsonNode value, Lookup lookup) {
        String plain = value.asString();
        String field = bare(qualified);
        if (value.isString() && (field.endsWith("Id") || field.endsWith("Ids") || field.equals("id"))) {
            if (Lookup.division(field, value)) {
                return lookup.place(plain).map(place -> place.name()).orElse(plain);
            }
            return lookup.label(plain).orElseGet(() -> texts.text(language, "format.unnamed"));
        }
        return texts.find(language, "value." + qualified + "." + plain)
                .or(() -> texts.find(language, "value." + field + "." + plain))
                .or(() -> texts.find(language, "value." + now(field) + "." + plain))
                .or(() -> texts.find(language, "value." + plain))
                .orElse(plain);
    }

    /** What was is called as what is: {@code rankCode} of {@code formerRankCode}. */
    private static String now(String field) {
        return field.startsWith("former") && field.length() > 6
                ? Character.toLowerCase(field.charAt(6)) + field.substring(7)
                : field;
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
