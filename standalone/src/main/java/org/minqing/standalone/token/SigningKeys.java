package org.minqing.standalone.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.watch.SecurityLog;
import org.minqing.standalone.PrivateFile;

/**
 * The keys of tokens in {@code identity/signing-key.json}, a JWK set: the first signs, those behind it only verify what they signed, each
 * until its {@code exp}. Read again whenever the file has changed, so that whoever writes it changes keys under a running server.
 */
public final class SigningKeys implements JWKSource<SecurityContext> {
    /** Every key made here says so in its id, in every token: production services can tell and refuse. */
    static final String MARK = "demonstration-";

    private static final int BITS = 3072;
    /** As long as a token that was signed a moment before, and what clocks differ by. */
    private static final Duration OVERLAP = TokenStates.LIFE.plusMinutes(5);

    private final Path file;
    private final InstantSource clock;
    private volatile @Nullable Read read;

    private record Read(FileTime at, List<JWK> keys) {}

    private SigningKeys(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Makes the first one if there is none. */
    public static SigningKeys in(Path directory, InstantSource clock) throws IOException {
        var keys = new SigningKeys(file(directory), clock);
        if (Files.notExists(keys.file)) {
            write(keys.file, List.of(made(clock.instant())));
        }
        keys.good();
        return keys;
    }

    /**
     * A new key signs from now on.
     *
     * @param atOnce whether what the one before signed is worth nothing from now on, as when it got into other hands; else it is good until its
     *     tokens have expired
     * @return the new key's id
     */
    public static String rotate(Path directory, boolean atOnce, InstantSource clock) throws IOException {
        Path file = file(directory);
        Instant now = clock.instant();
        JWK made = made(now);
        List<JWK> keys = new ArrayList<>(List.of(made));
        if (!atOnce) {
            for (JWK before : read(file)) {
                Date until = before.getExpirationTime();
                if (until == null) {
                    keys.add(new RSAKey.Builder(before.toRSAKey())
                            .expirationTime(Date.from(now.plus(OVERLAP)))
                            .build());
                } else if (until.toInstant().isAfter(now)) {
                    keys.add(before);
                }
            }
        }
        write(file, keys);
        return made.getKeyID();
    }

    public static Path file(Path directory) {
        return directory.resolve("identity").resolve("signing-key.json");
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(new JWKSet(good()));
    }

    /** The one that signs. */
    public JWKSource<SecurityContext> signing() {
        return (selector, context) -> selector.select(new JWKSet(good().getFirst()));
    }

    private List<JWK> good() {
        try {
            FileTime at = Files.getLastModifiedTime(file);
            Read known = read;
            if (known == null || !known.at.equals(at)) {
                if (known != null) {
                    SecurityLog.tell("signing-keys-changed", null, null);
                }
                known = new Read(at, read(file));
                read = known;
            }
            Instant now = clock.instant();
            return known.keys.stream()
                    .filter(key -> key.getExpirationTime() == null
                            || key.getExpirationTime().toInstant().isAfter(now))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JWK> read(Path file) throws IOException {
        try {
            return JWKSet.parse(Files.readString(file)).getKeys();
        } catch (ParseException e) {
            throw new IOException("signing keys in " + file, e);
        }
    }

    private static void write(Path file, List<JWK> keys) throws IOException {
        PrivateFile.write(file, new JWKSet(keys).toString(false) + "\n");
    }

    private static JWK made(Instant now) throws IOException {
        try {
            RSAKey key = new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .issueTime(Date.from(now))
                    .generate();
            return new RSAKey.Builder(key).keyID(MARK + key.computeThumbprint()).build();
        } catch (JOSEException e) {
            throw new IOException("no signing key could be made", e);
        }
    }
}
