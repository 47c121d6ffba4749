package org.minqing.standalone.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is written for something new: whole files, or lines put into files that are there.
 *
 * @param files by path from the root of the repository, how each comes to be
 */
record Template(Map<String, Piece> files) {
    private static final String FILE = "=== ";
    private static final String NEXT = "@@";

    /** What becomes of one file. */
    interface Piece {
        /** @param before what the file says so far; empty where there is none */
        String after(String before);

        long lines();
    }

    /** Every file below a folder. */
    static Template files(Path folder) {
        try (Stream<Path> below = Files.walk(folder)) {
            Map<String, Piece> files = new LinkedHashMap<>();
            below.filter(Files::isRegularFile)
                    .sorted()
                    .forEach(file ->
                            files.put(folder.relativize(file).toString().replace('\\', '/'), new Whole(read(file))));
            return new Template(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Insertions, written like a diff: {@code === file}, then pieces of text with {@code @@} between them, each with a line or
     * two that stand there already (a blank before them) and the new lines (a plus) around them.
     */
    static Template insertions(Path diff) {
        Map<String, Piece> files = new LinkedHashMap<>();
        for (String part : read(diff).split("(?m)^" + FILE)) {
            if (!part.isBlank()) {
                int end = part.indexOf('\n');
                files.put(part.substring(0, end), new Insertions(part.substring(0, end), part.substring(end + 1)));
            }
        }
        return new Template(files);
    }

    private record Whole(String text) implements Piece {
        @Override
        public String after(String before) {
            if (!before.isEmpty()) {
                throw new AssertionError("there is such a file already");
            }
            return text;
        }

        @Override
        public long lines() {
            return text.lines().count();
        }
    }

    private record Insertions(String file, String text) implements Piece {
        @Override
        public String after(String before) {
            String after = "\n" + before;
            for (String hunk : text.split("(?m)^" + NEXT + "\n")) {
                String anchor = lines(hunk, " ");
                int at = after.indexOf(anchor);
                if (at < 0 || after.indexOf(anchor, at + 1) >= 0) {
                    throw new AssertionError(file + " has not once, as the template expects:" + anchor);
                }
                after = after.substring(0, at) + lines(hunk, "[ +]") + after.substring(at + anchor.length());
            }
            return after.substring(1);
        }

        private static String lines(String hunk, String sign) {
            return hunk.lines()
                    .filter(line -> line.matches(sign + ".*"))
                    .map(line -> line.substring(1))
                    .collect(Collectors.joining("\n", "\n", "\n"));
        }

        @Override
        public long lines() {
            return text.lines().filter(line -> line.startsWith("+")).count();
        }
    }

    long lines() {
        return files.values().stream().mapToLong(Piece::lines).sum();
    }

    /** Lines and path of each file, as docs/walk.md lists them. */
    String listed() {
        List<String> lines = new ArrayList<>();
        files.forEach((file, piece) -> lines.add("%3d  %s\n".formatted(piece.lines(), file)));
        return String.join("", lines);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
