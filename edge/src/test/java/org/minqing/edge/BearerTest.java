package org.minqing.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

class BearerTest {
    private static final String CADRE = "123e4567-e89b-42d3-a456-426614174000";

    @Test
    void is_who_the_claims_say() {
        Bearer bearer = bearer(Map.of(
                "sub",
                "zhang",
                "client_id",
                "pages",
                "roles",
                List.of("cadre"),
                "division",
                "5303",
                "cadre_id",
                CADRE));
        assertThat(bearer)
                .isEqualTo(new Bearer("zhang", "pages", Set.of("cadre"), "5303", null, UUID.fromString(CADRE), null));
    }

    @Test
    void other_servers_name_the_client_azp() {
        assertThat(bearer(Map.of("azp", "province"))).extracting(Bearer::client).isEqualTo("province");
    }

    @Test
    void a_blank_division_is_none_and_not_the_whole_country() {
        assertThat(bearer(Map.of("sub", "x", "division", " ")))
                .extracting(Bearer::division)
                .isNull();
    }

    @Test
    void a_claim_that_narrows_the_scope_and_cannot_be_read_is_refused() {
        assertThatThrownBy(() -> bearer(Map.of("organisation", "nowhere")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("organisation");
    }

    @Test
    void a_narrowing_claim_that_is_there_and_says_nothing_does_not_widen_the_scope() {
        for (Object nothing : List.of("", " ", 5, List.of(CADRE), Map.of("id", CADRE), "1-1-1-1-1")) {
            for (String claim : List.of("organisation", "cadre_id")) {
                assertThatThrownBy(() -> bearer(Map.of(claim, nothing)))
                        .as("%s = %s", claim, nothing)
                        .hasMessage(claim);
            }
        }
    }

    @Test
    void a_claim_of_another_type_is_refused() {
        for (Object wrong : List.of(5303, List.of("5303"), Map.of("code", "5303"), true)) {
            assertThatThrownBy(() -> bearer(Map.of("division", wrong))).hasMessage("division");
        }
        for (Object wrong : List.of("office", 1, List.of(1), List.of("office", List.of()), Map.of("office", true))) {
            assertThatThrownBy(() -> bearer(Map.of("roles", wrong))).hasMessage("roles");
        }
    }

    @Test
    void nobody_signed_in_is_nobody() {
        var nobody = new AnonymousAuthenticationToken("key", "nobody", AuthorityUtils.createAuthorityList("ROLE_X"));
        assertThat(Bearer.of(nobody, IllegalStateException::new)).isNull();
        assertThat(Bearer.of(null, IllegalStateException::new)).isNull();
    }

    private static @Nullable Bearer bearer(Map<String, Object> claims) {
        Jwt token = Jwt.withTokenValue("x")
                .header("alg", "none")
                .claims(all -> all.putAll(claims))
                .build();
        return Bearer.of(new JwtAuthenticationToken(token), IllegalStateException::new);
    }
}
