package org.minqing.edge.token;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.watch.SecurityLog;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** What a token is for, whatever its bearer may do otherwise: {@code read} asks, {@code write} commands. One that says nothing is for nothing. */
public final class Scope {
    public static final String READ = "read";
    public static final String WRITE = "write";

    private Scope() {}

    public static List<String> of(Jwt token) {
        return token.getClaim("scope") instanceof Object scope ? words(scope) : words(token.getClaim("scp"));
    }

    private static List<String> words(@Nullable Object claim) {
        return switch (claim) {
            case Collection<?> many -> many.stream().map(String::valueOf).toList();
            case String words ->
                Arrays.stream(words.split(" ")).filter(word -> !word.isBlank()).toList();
            case null, default -> List.of();
        };
    }

    /** The bearer with {@code SCOPE_read} ... for what the token is for and {@code ROLE_office} ... for what the bearer is. */
    public static JwtAuthenticationConverter authorities() {
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(token -> {
            List<GrantedAuthority> all = new ArrayList<>();
            of(token).forEach(scope -> all.add(new SimpleGrantedAuthority("SCOPE_" + scope)));
            if (token.getClaim("roles") instanceof Collection<?> roles) {
                roles.forEach(role -> all.add(new SimpleGrantedAuthority("ROLE_" + role)));
            }
            return all;
        });
        return converter;
    }

    /** Whoever bears a token for one of these; without a token nobody, with another {@link Insufficient}. */
    public static AuthorizationManager<RequestAuthorizationContext> required(String... scopes) {
        List<String> good = List.of(scopes);
        return new AuthorizationManager<>() {
            @Override
            public AuthorizationResult authorize(
                    Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext asked) {
                if (!(who.get() instanceof JwtAuthenticationToken bearer)) {
                    return new AuthorizationDecision(false);
                }
                asked.getRequest().setAttribute(SecurityLog.ACCOUNT, bearer.getName());
                if (of(bearer.getToken()).stream().noneMatch(good::contains)) {
                    throw new Insufficient(good.getFirst());
                }
                return new AuthorizationDecision(true);
            }
        };
    }

    /** A token that is good, and for something else. */
    public static final class Insufficient extends AccessDeniedException {
        private final String scope;

        Insufficient(String scope) {
            super("needs scope " + scope);
            this.scope = scope;
        }

        public String scope() {
            return scope;
        }
    }
}
