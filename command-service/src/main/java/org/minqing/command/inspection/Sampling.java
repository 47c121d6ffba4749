package org.minqing.command.inspection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Drawing a sample so that anybody can draw it again, with nothing but sha256sum and sort. */
final class Sampling {
    private Sampling() {}

    /** The first of the frame by SHA-256 of {@code <seed>:<id>}. */
    static List<UUID> drawn(List<UUID> frame, String seed, int size) {
        return frame.stream()
                .sorted(Comparator.comparing(id -> sha256(seed + ":" + id)))
                .limit(size)
                .toList();
    }

    /** Of the ids in the order given, each with a newline after it. */
    static String sha256(List<UUID> frame) {
        return sha256(frame.stream().map(id -> id + "\n").collect(Collectors.joining()));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
