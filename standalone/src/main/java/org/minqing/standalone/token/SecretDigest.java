package org.minqing.standalone.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * SHA-256 of the secrets the sides share among each other: drawn at random, too long to be guessed, and told for every token that is
 * verified, so that a hash that is dear on purpose would cost much and protect nothing.
 */
public final class SecretDigest implements PasswordEncoder {
    private static final String ID = "digest";

    /** bcrypt for people and programs, this for what was made with {@link #of}; nothing is hashed anew by the way. */
    public static PasswordEncoder orBcrypt() {
        return new DelegatingPasswordEncoder(
                "bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(), ID, new SecretDigest())) {
            @Override
            protected boolean upgradeEncodingNonNull(String hash) {
                return false;
            }
        };
    }

    public static String of(String secret) {
        return "{" + ID + "}" + new SecretDigest().encode(secret);
    }

    @Override
    public String encode(@Nullable CharSequence secret) {
        try {
            byte[] bytes = String.valueOf(secret).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String hash) {
        return hash != null
                && MessageDigest.isEqual(
                        encode(secret).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }
}
