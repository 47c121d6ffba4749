package org.minqing.standalone.account;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of six digits that a telephone shows for thirty seconds (RFC 6238, HMAC-SHA-1), and recovery codes in their place. */
public final class OneTimeCodes {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int KEY_BYTES = 20;
    private static final int STEP_SECONDS = 30;
    /** A clock may be one step off, either way. */
    private static final int DRIFT = 1;

    private static final int RECOVERY_CODES = 10;

    private final Accounts accounts;
    private final InstantSource clock;

    public OneTimeCodes(Accounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * What is typed or read into the telephone.
     *
     * @param key in Base32
     * @param address {@code otpauth://totp/...}
     */
    public record Offer(String key, String address) {}

    /** A key for somebody who has none yet; the same until it is confirmed or given up. */
    public Offer offer(String name) {
        byte[] key = accounts.codeKey(name).orElseGet(() -> {
            byte[] made = Secrets.bytes(KEY_BYTES);
            accounts.offerCodeKey(name, made);
            return made;
        });
        String shown = base32(key);
        return new Offer(
                shown,
                "otpauth://totp/Minqing:%s?secret=%s&issuer=Minqing&algorithm=SHA1&digits=6&period=%d"
                        .formatted(URLEncoder.encode(name, StandardCharsets.UTF_8), shown, STEP_SECONDS));
    }

    /**
     * From now on codes are required.
     *
     * @return recovery codes, told this once
     * @throws AccountRefusal {@code wrong-code}
     */
    List<String> confirm(String name, String code) {
        if (!isRight(name, code)) {
            throw new AccountRefusal("wrong-code");
        }
        List<String> recovery = Secrets.recoveryCodes(RECOVERY_CODES);
        accounts.confirmCodes(name, recovery.stream().map(OneTimeCodes::hash).toList());
        return recovery;
    }

    /** Whether this code, or recovery code, lets somebody in. Each does so once. */
    public boolean take(String name, String said) {
        String code = said.strip().replace(" ", "").toLowerCase(Locale.ROOT);
        return code.length() > 6 ? accounts.takeRecoveryCode(name, hash(code)) : isRight(name, code);
    }

    public int recoveryCodesLeft(String name) {
        return accounts.recoveryCodesLeft(name);
    }

    private boolean isRight(String name, String said) {
        byte[] key = accounts.codeKey(name).orElse(null);
        if (key == null) {
            return false;
        }
        byte[] code = said.strip().replace(" ", "").getBytes(StandardCharsets.UTF_8);
        long now = clock.instant().getEpochSecond() / STEP_SECONDS;
        long right = -1;
        for (long step = now - DRIFT; step <= now + DRIFT; step++) {
            if (MessageDigest.isEqual(code(key, step).getBytes(StandardCharsets.UTF_8), code)) {
                right = step;
            }
        }
        return right >= 0 && accounts.takeStep(name, right);
    }

    /** The code of one step of thirty seconds since 1970. */
    public static String code(byte[] key, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int at = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, at, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA1", e);
        }
    }

    private static byte[] hash(String code) {
        try {
            String plain = code.replace("-", "");
            return MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String base32(byte[] bytes) {
        var text = new StringBuilder();
        long held = 0;
        int bits = 0;
        for (byte b : bytes) {
            held = held << 8 | b & 0xff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt((int) (held >> bits & 31)));
            }
        }
        if (bits > 0) {
            text.append(BASE32.charAt((int) (held << 5 - bits & 31)));
        }
        return text.toString();
    }

    /** What is read from Base32, as authenticators do. */
    public static byte[] bytes(String base32) {
        var bytes = new ByteArrayOutputStream();
        long held = 0;
        int bits = 0;
        for (char letter : base32.toCharArray()) {
            held = held << 5 | BASE32.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write((int) (held >> bits & 0xff));
            }
        }
        return bytes.toByteArray();
    }
}
