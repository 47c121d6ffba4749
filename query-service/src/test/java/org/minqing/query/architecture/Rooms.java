package org.minqing.query.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rooms of a platform as they lie in a folder of sources: each folder with Java files is one. */
record Rooms(Path platform) {
    private static final int MOST = 25;
    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern SENTENCE = Pattern.compile("Takes [^;]+; gives [^;]+; touches [^;]+\\.");

    List<String> names() {
        return rooms().map(this::name).toList();
    }

    /** Rooms with more files than one can oversee, {@code package-info.java} counted. */
    List<String> crowded() {
        return rooms().filter(room -> files(room) > MOST).map(this::name).toList();
    }

    /** Rooms that do not say, in one sentence, what they take, give and touch. */
    List<String> unsaid() {
        return rooms().filter(room -> !said(room)).map(this::name).toList();
    }

    private Stream<Path> rooms() {
        try (Stream<Path> folders = Files.walk(platform)) {
            return folders.filter(Files::isDirectory).filter(folder -> files(folder) > 0).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long files(Path room) {
        try (Stream<Path> files = Files.list(room)) {
            return files.filter(file -> file.toString().endsWith(".java")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean said(Path room) {
        Path info = room.resolve("package-info.java");
        try {
            return Files.exists(info)
                    && COMMENT.matcher(Files.readString(info))
                            .results()
                            .map(Rooms::text)
                            .anyMatch(text -> SENTENCE.matcher(text).matches() && !text.contains(". "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(MatchResult comment) {
        return comment.group(1)
                .replaceAll("\\s*\n \\*", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private String name(Path room) {
        return platform.relativize(room).toString();
    }
}
