package org.minqing.query.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What people call the things whose ids stand in an answer; names masked, as everywhere. */
@Component
class Labels {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    /** A choice is told by its code, for programs, with its words: these stay. */
    private static final Pattern CHOICE = Pattern.compile("\\b[A-Z][A-Z_]+(?:（([^（）]+)）| \\(([^()]+)\\))");
    /** Programs read the command or the field to send next in the same sentence; people have no use for it. */
    private static final Pattern COMMAND =
            Pattern.compile("\\s?（[A-Za-z]+）|\\s?\\((?:Void|Correct|[A-Za-z]+[A-Z][A-Za-z]*|[A-Z_]+)\\)");

    private static final Pattern CODE = Pattern.compile("\\b[A-Z][A-Z_]{2,}\\b");
    private static final Pattern RANK = Pattern.compile("(?<=职级 |\\brank )[0-9]{3}\\b");

    private static final List<String> KINDS = List.of(
            "households",
            "cadres",
            "funds",
            "disputes",
            "organisations",
            "link-points",
            "programmes",
            "projects",
            "activities",
            "concerns",
            "visits");

    private final Api api;
    private final MessageSource messages;

    Labels(Api api, MessageSource messages) {
        this.api = api;
        this.messages = messages;
    }

    /** A sentence for people: ids and codes in it become names where there are any, names of commands go. */
    String readable(Reader reader, String sentence) {
        Map<String, String> known = new HashMap<>();
        Matcher ids = ID.matcher(plain(sentence));
        return ids.replaceAll(id -> Matcher.quoteReplacement(known.computeIfAbsent(id.group(), i -> label(reader, i))));
    }

    private String plain(String sentence) {
        String chosen = CHOICE.matcher(sentence)
                .replaceAll(c -> Matcher.quoteReplacement(Objects.requireNonNullElse(c.group(1), c.group(2))));
        String told = CODE.matcher(COMMAND.matcher(chosen).replaceAll(""))
                .replaceAll(c -> Matcher.quoteReplacement(name("word." + c.group(), c.group())));
        return RANK.matcher(told).replaceAll(r -> Matcher.quoteReplacement(name("rank." + r.group(), r.group())));
    }

    private String name(String key, String code) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, code, LocaleContextHolder.getLocale()), code);
    }

    private String label(Reader reader, String id) {
        for (String kind : KINDS) {
            Answer item = api.get(reader, Api.path(kind, id), Map.of());
            if (item.good() && !self(item.body()).isEmpty()) {
                return "“" + self(item.body()) + "”";
            }
        }
        return something();
    }

    /** A sentence for people where nobody can be asked for names. */
    String readable(String sentence) {
        return ID.matcher(COMMAND.matcher(sentence).replaceAll(""))
                .replaceAll(id -> Matcher.quoteReplacement(something()));
    }

    private String something() {
        return messages.getMessage("something", null, LocaleContextHolder.getLocale());
    }

    /** What an item is called: its own label, else its place. */
    static String self(Map<String, Object> item) {
        String type = Answer.text(item, "type");
        String own = type.isEmpty() ? "" : Character.toLowerCase(type.charAt(0)) + type.substring(1) + "Name";
        for (String field : List.of(own, "name", "villageName")) {
            if (!Answer.text(item, field).isEmpty()) {
                return Answer.text(item, field);
            }
        }
        return "";
    }
}
