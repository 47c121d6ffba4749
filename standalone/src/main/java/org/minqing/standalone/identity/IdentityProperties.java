package org.minqing.standalone.identity;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties {@code minqing.identity.*}.
 *
 * @param directory holds signing key, the operator's key and {@code credentials.json}
 * @param issuer how tokens name this server; also where it is reached from outside
 * @param pagesSecret shared with the query side, which asks for tokens on behalf of people
 * @param pagesAt addresses of the pages
 * @param commandServiceSecret shared with the command side, which asks the read side with tokens of its own
 * @param resources the services that take its tokens, as their {@code minqing.resource} names them
 * @param queryUrl where query-service answers, which knows the divisions
 * @param demonstration makes the accounts of the demonstration where there are none
 * @param production refuses to start: keys made here are for demonstrations
 */
@ConfigurationProperties("minqing.identity")
record IdentityProperties(
        Path directory,
        String issuer,
        String pagesSecret,
        List<String> pagesAt,
        String commandServiceSecret,

        @DefaultValue({"http://127.0.0.1:8080", "http://127.0.0.1:8081"})
        List<String> resources,

        @DefaultValue("http://127.0.0.1:8080") String queryUrl,
        @DefaultValue("false") boolean demonstration,
        @DefaultValue("false") boolean production) {
    IdentityProperties {
        if (production) {
            throw new IllegalStateException("In production the demonstration's authorization server does not start:"
                    + " set issuer-uri and jwk-set-uri of an issuer of your own."
                    + " 生产环境不启动演示用的认证服务：请把 issuer-uri 和 jwk-set-uri 设为自己的认证服务。");
        }
        if (commandServiceSecret.isBlank()) {
            throw new IllegalStateException(
                    "minqing.identity.command-service-secret is empty: share one with the command side");
        }
        if (pagesSecret.isBlank()) {
            throw new IllegalStateException("minqing.identity.pages-secret is empty: share one with the query side");
        }
    }
}
