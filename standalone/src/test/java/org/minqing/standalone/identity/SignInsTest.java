package org.minqing.standalone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

class SignInsTest {
    private final AtomicLong now = new AtomicLong();
    private final SignIns signIns = new SignIns(Duration.ofHours(10), now::get);

    @Test
    void one_ends_ten_hours_after_it_began_however_often_its_tokens_were_renewed() {
        OAuth2Authorization one = signIn();
        signIns.save(one);
        for (int hour = 1; hour < 10; hour++) {
            now.addAndGet(Duration.ofHours(1).toNanos());
            assertThat(signIns.findById("one")).isNotNull();
            signIns.save(one);
        }
        now.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(signIns.findById("one")).isNull();
    }

    private static OAuth2Authorization signIn() {
        RegisteredClient pages = RegisteredClient.withId("pages")
                .clientId("pages")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("http://127.0.0.1/login")
                .build();
        return OAuth2Authorization.withRegisteredClient(pages)
                .id("one")
                .principalName("zhang")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .build();
    }
}
