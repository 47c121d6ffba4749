package org.minqing.edge.watch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalListener;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * One JSON object a line on the logger {@code minqing.security}: {@code time, event}, and as far as they are known {@code account} (a keyed
 * pseudonym of the name), {@code source} (the address of the sender) and what else the event has. Whatever a sender wrote is a JSON string here,
 * or left out.
 *
 * <p>Of one event from one source the first {@link #FIRST} of a minute are lines of their own; how many more there were is one line when the
 * minute is over. Of all sources together no more than {@link #ALL} a minute are told one by one. Changes of accounts are always told.
 */
public final class SecurityLog {
    /** Attribute of a request: the name of the account it came from. */
    public static final String ACCOUNT = SecurityLog.class.getName() + ".account";

    static final int FIRST = 20;
    static final int ALL = 3_000;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int KINDS = 10_000;
    private static final String EVERYBODY = "*";
    private static final SecurityLog OWN = new SecurityLog(
            System.getenv("MINQING_SECURITYLOG_SECRET"),
            LoggerFactory.getLogger("minqing.security")::info,
            Ticker.systemTicker());

    private final Consumer<String> lines;
    private final Cache<Kind, AtomicLong> counted;
    /** How often each event was met, told or not. */
    private final Map<String, LongAdder> met = new ConcurrentHashMap<>();

    private volatile SecretKeySpec key;

    private record Kind(String event, String source) {}

    SecurityLog(@Nullable String secret, Consumer<String> lines, Ticker ticker) {
        this.lines = lines;
        this.key = key(secret);
        this.counted = Caffeine.newBuilder()
                .maximumSize(KINDS)
                .expireAfter(com.github.benmanes.caffeine.cache.Expiry.creating((Kind kind, AtomicLong n) -> MINUTE))
                .scheduler(Scheduler.systemScheduler())
                .executor(Runnable::run)
                .ticker(ticker)
                .removalListener((RemovalListener<Kind, AtomicLong>) (kind, n, why) -> more(kind, n))
                .build();
    }

    /** Names are told by this secret from now on: the same each time, so that what one account did can be found. */
    public static void pseudonymsBy(String secret) {
        OWN.key = key(secret);
    }

    /**
     * @param account name of who did it, or to whom it was done; told as a pseudonym
     * @param more names and values in turn, which are words of the house and no text of a sender's
     */
    public static void tell(String event, @Nullable String account, @Nullable String source, Object... more) {
        OWN.write(event, account, source, more);
    }

    /**
     * A change of rights that was made: told whatever else is told, for a change that nobody sees is one that nobody can question.
     *
     * @param more as in {@link #tell}
     */
    public static void keep(String event, @Nullable String account, Object... more) {
        OWN.writeAlways(event, account, more);
    }

    void writeAlways(String event, @Nullable String account, Object... more) {
        met.computeIfAbsent(event, first -> new LongAdder()).increment();
        line(event, account, null, more);
    }

    /** How often an event was met in this process since its start, lines that were left out among them. */
    public static long met(String event) {
        return OWN.timesMet(event);
    }

    long timesMet(String event) {
        LongAdder times = met.get(event);
        return times == null ? 0 : times.sum();
    }

    void write(String event, @Nullable String account, @Nullable String source, Object... more) {
        met.computeIfAbsent(event, first -> new LongAdder()).increment();
        String from = source == null ? "-" : source;
        if (count(new Kind(event, from)) > FIRST || count(new Kind(EVERYBODY, EVERYBODY)) > ALL) {
            return;
        }
        line(event, account, source, more);
    }

    private void line(String event, @Nullable String account, @Nullable String source, Object... more) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", Instant.now().toString());
        line.put("event", event);
        if (account != null) {
            line.put("account", pseudonym(account));
        }
        if (source != null) {
            line.put("source", source);
        }
        for (int i = 0; i + 1 < more.length; i += 2) {
            line.put(more[i].toString(), more[i + 1]);
        }
        lines.accept(JsonMapper.shared().writeValueAsString(line));
    }

    private long count(Kind kind) {
        return counted.get(kind, made -> new AtomicLong()).incrementAndGet();
    }

    private void more(@Nullable Kind kind, @Nullable AtomicLong n) {
        int told = kind != null && kind.event.equals(EVERYBODY) ? ALL : FIRST;
        if (kind != null && n != null && n.get() > told) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("time", Instant.now().toString());
            line.put("event", kind.event);
            line.put("source", kind.source);
            line.put("more", n.get() - told);
            lines.accept(JsonMapper.shared().writeValueAsString(line));
        }
    }

    /** Tells what was only counted so far. */
    void flush() {
        counted.invalidateAll();
        counted.cleanUp();
    }

    /** The first 16 hexadecimal digits of HMAC-SHA256. */
    String pseudonym(String account) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(account.getBytes(StandardCharsets.UTF_8)), 0, 8);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }

    /** Without a secret names are told by one that is forgotten with the process. */
    private static SecretKeySpec key(@Nullable String secret) {
        byte[] bytes = new byte[32];
        if (secret == null || secret.isBlank()) {
            new SecureRandom().nextBytes(bytes);
        } else {
            bytes = secret.strip().getBytes(StandardCharsets.UTF_8);
        }
        return new SecretKeySpec(bytes, "HmacSHA256");
    }
}
