package org.minqing.command.platform.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that somebody may also be called by. */
public final class CommonWords {
    private static final Set<String> WORDS = read();

    private CommonWords() {}

    public static boolean contain(String word) {
        return WORDS.contains(word);
    }

    private static Set<String> read() {
        try (InputStream in = Objects.requireNonNull(CommonWords.class.getResourceAsStream("/words/like-names.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
