package org.minqing.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class VerifiedTokensTest {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private int verified;
    private boolean withdrawn;

    @Test
    void a_token_is_verified_once_in_25_seconds() {
        VerifiedTokens tokens = tokens(now.plusSeconds(300));
        Jwt first = tokens.decode("one");
        now = now.plusSeconds(24);
        assertThat(tokens.decode("one")).isSameAs(first);
        assertThat(verified).isOne();
        now = now.plusSeconds(2);
        tokens.decode("one");
        assertThat(verified).isEqualTo(2);
    }

    @Test
    void another_token_is_another_token() {
        VerifiedTokens tokens = tokens(now.plusSeconds(300));
        assertThat(tokens.decode("one").getSubject()).isEqualTo("one");
        assertThat(tokens.decode("two").getSubject()).isEqualTo("two");
        assertThat(verified).isEqualTo(2);
    }

    @Test
    void what_has_expired_is_not_remembered() {
        VerifiedTokens tokens = tokens(now.plusSeconds(10));
        tokens.decode("one");
        now = now.plusSeconds(11);
        tokens.decode("one");
        assertThat(verified).isEqualTo(2);
        tokens.decode("one");
        assertThat(verified).as("expired when it came").isEqualTo(3);
    }

    @Test
    void a_key_that_is_withdrawn_is_good_for_a_minute_at_most() {
        VerifiedTokens tokens = tokens(now.plusSeconds(300));
        tokens.decode("one");
        withdrawn = true;
        now = now.plusSeconds(61);
        assertThatThrownBy(() -> tokens.decode("one")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void what_was_turned_away_is_verified_each_time() {
        withdrawn = true;
        VerifiedTokens tokens = tokens(null);
        assertThatThrownBy(() -> tokens.decode("one")).isInstanceOf(BadJwtException.class);
        withdrawn = false;
        assertThat(tokens.decode("one").getSubject()).isEqualTo("one");
    }

    private VerifiedTokens tokens(@Nullable Instant until) {
        return new VerifiedTokens(
                token -> {
                    if (withdrawn) {
                        throw new BadJwtException("unknown key");
                    }
                    verified++;
                    Jwt.Builder jwt =
                            Jwt.withTokenValue(token).header("alg", "RS256").subject(token);
                    return until == null
                            ? jwt.build()
                            : jwt.issuedAt(Instant.EPOCH).expiresAt(until).build();
                },
                clock());
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }
}
