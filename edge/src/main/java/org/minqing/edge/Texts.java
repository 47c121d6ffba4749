package org.minqing.edge;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every text for people: whatever lies in {@code messages/*_zh.properties} and {@code _en.properties}, UTF-8. */
public final class Texts {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)}");

    private final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);
    private final Set<String> twice = new TreeSet<>();

    public Texts() {
        for (Language language : Language.values()) {
            texts.put(language, read(language));
        }
    }

    private Map<String, String> read(Language language) {
        Map<String, String> all = new HashMap<>();
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:messages/*_" + language.tag() + ".properties")) {
                Properties properties = new Properties();
                try (var in = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(in);
                }
                properties.forEach((key, text) -> {
                    Object other = all.put(key.toString(), text.toString());
                    if (other != null && !other.equals(text)) {
                        twice.add(key.toString());
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** Keys that two files say in two ways: a test keeps this empty. */
    public Set<String> twice() {
        return Set.copyOf(twice);
    }

    public Set<String> keys(Language language) {
        return Set.copyOf(in(language).keySet());
    }

    /** The text as it is written, nothing replaced. */
    public Optional<String> find(Language language, String key) {
        return Optional.ofNullable(in(language).get(key));
    }

    /** The text with {0}, {1}, ... replaced, by nothing where there are fewer arguments; the key itself where there is none. */
    public String text(Language language, String key, Object... arguments) {
        return find(language, key).map(text -> filled(text, arguments)).orElse(key);
    }

    /** The text of the first of these keys that has one, filled in the same way. */
    public Optional<String> first(Language language, Collection<String> keys, Object... arguments) {
        return keys.stream()
                .flatMap(key -> find(language, key).stream())
                .findFirst()
                .map(text -> filled(text, arguments));
    }

    private Map<String, String> in(Language language) {
        return texts.getOrDefault(language, Map.of());
    }

    private static String filled(String text, Object... arguments) {
        return PLACE.matcher(text).replaceAll(place -> {
            int index = Integer.parseInt(place.group(1));
            return Matcher.quoteReplacement(index < arguments.length ? String.valueOf(arguments[index]) : "");
        });
    }
}
