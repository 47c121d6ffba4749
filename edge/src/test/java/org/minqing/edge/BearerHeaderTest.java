package org.minqing.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

class BearerHeaderTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer a",
                "Bearer abc.DEF-0_9~+/",
                "Bearer abc==",
                "Bearer ==",
                "Bearer a=b",
                "Bearer a b",
                "Bearer  a",
                "bearer abc",
                "BEARER abc=",
                "Bearer a\u00e9",
                "Bearer a,",
                "Bearerabc",
                "Basic abc"
            })
    void reads_and_refuses_what_the_pattern_does(@Nullable String header) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        if (header != null) {
            request.addHeader("Authorization", header);
        }
        Answer expected = Answer.of(() -> new DefaultBearerTokenResolver().resolve(request));
        assertThat(Answer.of(() -> new BearerHeader().resolve(request))).isEqualTo(expected);
    }

    private record Answer(@Nullable String token, @Nullable String refusal) {
        static Answer of(Resolving resolving) {
            String[] token = new String[1];
            Throwable refusal = catchThrowable(() -> token[0] = resolving.resolve());
            return new Answer(token[0], refusal == null ? null : refusal.toString());
        }
    }

    private interface Resolving {
        @Nullable
        String resolve();
    }
}
