package org.minqing.command.platform;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Words for people, Chinese and English: every {@code messages/<feature>_zh.properties} and {@code _en} on the classpath. */
final class Messages {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)}");

    private final Map<Language, Map<String, String>> texts;
    private final Set<String> twice;

    enum Language {
        ZH,
        EN;

        String tag() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The first of the two that {@code Accept-Language} asks for; Chinese where it asks for neither. */
        static Language of(@Nullable String acceptLanguage) {
            if (acceptLanguage == null || acceptLanguage.isBlank()) {
                return ZH;
            }
            try {
                return Locale.LanguageRange.parse(acceptLanguage).stream()
                        .filter(range -> range.getWeight() > 0)
                        .map(Locale.LanguageRange::getRange)
                        .flatMap(range -> of(range.split("-", 2)).stream())
                        .findFirst()
                        .orElse(ZH);
            } catch (IllegalArgumentException e) {
                return ZH;
            }
        }

        private static Optional<Language> of(String[] range) {
            return switch (range[0]) {
                case "zh", "*" -> Optional.of(ZH);
                case "en" -> Optional.of(EN);
                default -> Optional.empty();
            };
        }
    }

    private Messages(Map<Language, Map<String, String>> texts, Set<String> twice) {
        this.texts = texts;
        this.twice = twice;
    }

    static Messages scan() {
        Map<Language, Map<String, String>> texts = new HashMap<>();
        Set<String> twice = new TreeSet<>();
        for (Language language : Language.values()) {
            texts.put(language, read("classpath*:messages/*_" + language.tag() + ".properties", twice));
        }
        return new Messages(texts, twice);
    }

    private static Map<String, String> read(String pattern, Set<String> twice) {
        Map<String, String> texts = new HashMap<>();
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                Properties properties = new Properties();
                try (Reader reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                for (String key : properties.stringPropertyNames()) {
                    if (key.startsWith("command.") || key.startsWith("problem.")) {
                        String other = texts.put(key, properties.getProperty(key));
                        if (other != null && !other.equals(properties.getProperty(key))) {
                            twice.add(key);
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** Keys that two files say in two ways: a test keeps this empty. */
    Set<String> twice() {
        return twice;
    }

    /** The text with its arguments put in, if there is one. */
    Optional<String> find(Language language, String key, List<?> arguments) {
        return Optional.ofNullable(texts.getOrDefault(language, Map.of()).get(key))
                .map(text -> PLACE.matcher(text).replaceAll(place -> {
                    int index = Integer.parseInt(place.group(1));
                    return Matcher.quoteReplacement(
                            index < arguments.size() ? String.valueOf(arguments.get(index)) : "");
                }));
    }

    /** The text, or where there is none the key itself, which a test finds. */
    String text(Language language, String key, Object... arguments) {
        return find(language, key, List.of(arguments)).orElse(key);
    }

    Set<String> keys(Language language) {
        return texts.getOrDefault(language, Map.of()).keySet();
    }

    boolean has(Language language, String key) {
        return texts.getOrDefault(language, Map.of()).containsKey(key);
    }
}
