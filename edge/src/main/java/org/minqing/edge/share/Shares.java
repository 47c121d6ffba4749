package org.minqing.edge.share;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The shares of a service by the kind of request, {@code minqing.shares.<kind>.<setting>}: see {@link Share}. */
@ConfigurationProperties("minqing")
public final class Shares {
    private final Map<String, Share> shares;
    private final Map<String, Places> places = new ConcurrentHashMap<>();
    private final Map<String, Rates> rates = new ConcurrentHashMap<>();

    public Shares(Map<String, Share> shares) {
        this.shares = Map.copyOf(shares);
    }

    /** The places of this kind, the same for everybody who asks for them. */
    public Places places(String kind) {
        return places.computeIfAbsent(kind, k -> new Places(of(k)));
    }

    public Rates rates(String kind) {
        return rates.computeIfAbsent(kind, k -> new Rates(k, of(k)));
    }

    private Share of(String kind) {
        return Objects.requireNonNull(shares.get(kind), () -> "minqing.shares." + kind + " is not set");
    }
}
