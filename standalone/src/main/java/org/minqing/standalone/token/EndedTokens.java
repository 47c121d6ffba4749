package org.minqing.standalone.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.minqing.standalone.PrivateFile;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Tokens of programs that were given back before they expired, in {@code identity/ended-tokens.json}: their ids, each until it has expired. */
public final class EndedTokens {
    private static final int MOST = 10_000;
    private static final TypeReference<LinkedHashMap<String, Long>> UNTIL = new TypeReference<>() {};

    private final Path file;
    private final InstantSource clock;
    private final Map<String, Long> until;

    private EndedTokens(Path file, InstantSource clock, Map<String, Long> until) {
        this.file = file;
        this.clock = clock;
        this.until = until;
    }

    public static EndedTokens in(Path directory, InstantSource clock) throws IOException {
        Path file = directory.resolve("identity").resolve("ended-tokens.json");
        Map<String, Long> until = Files.exists(file)
                ? JsonMapper.shared().readValue(Files.readString(file), UNTIL)
                : new LinkedHashMap<>();
        return new EndedTokens(file, clock, until);
    }

    synchronized boolean has(String id) {
        return until.containsKey(id);
    }

    /** @throws IllegalStateException when there are too many: whoever gives back so many does not need them to end */
    synchronized void add(String id, Instant expires) {
        long now = clock.instant().getEpochSecond();
        until.values().removeIf(end -> end < now);
        if (until.size() >= MOST) {
            throw new IllegalStateException("more than " + MOST + " tokens were given back within their hour");
        }
        until.put(id, expires.getEpochSecond());
        try {
            PrivateFile.write(file, JsonMapper.shared().writeValueAsString(until));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
