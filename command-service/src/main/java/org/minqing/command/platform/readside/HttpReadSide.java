package org.minqing.command.platform.readside;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.refusal.Faults;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.log.EventLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Over REST, with a token of this service's own. */
public final class HttpReadSide implements ReadSide {
    /**
     * @param url where it answers from inside; left out, as from outside
     * @param tokenUri where this service gets a token of its own, as clientId with clientSecret
     */
    public record Settings(
            @Nullable String url,
            String tokenUri,
            @DefaultValue("command-service") String clientId,
            String clientSecret) {
        @Override
        public String toString() {
            return "Settings[" + url + ", " + tokenUri + ", " + clientId + "]";
        }
    }

    private static final String REGISTRATION = "read-side";
    private static final String PRINCIPAL = "command-service";
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Logger LOGGER = LoggerFactory.getLogger(HttpReadSide.class);

    private final EventLog log;
    private final String url;
    private final RestClient http;
    private final InMemoryOAuth2AuthorizedClientService tokens;
    private final AuthorizedClientServiceOAuth2AuthorizedClientManager clients;

    public HttpReadSide(EventLog log, Settings settings, String url) {
        this.log = log;
        this.url = url;
        var factory = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(CONNECT).build());
        factory.setReadTimeout(PATIENCE);
        this.http = RestClient.builder().requestFactory(factory).build();
        var registrations = new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId(REGISTRATION)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenUri(settings.tokenUri())
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .build());
        this.tokens = new InMemoryOAuth2AuthorizedClientService(registrations);
        this.clients = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, tokens);
    }

    @Override
    public long head() {
        return log.head();
    }

    @Override
    public Answer ask(String path, Map<String, String> parameters, long position) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromUriString(url).path(path);
        parameters.forEach((name, value) -> uri.queryParam(name, "{" + name + "}"));
        uri.queryParam("knownAt", position);
        String asked = uri.encode().buildAndExpand(parameters).toUriString();
        Reply reply = send(asked);
        if (reply.status == 401) {
            // the issuer has other keys than when the token was made
            tokens.removeAuthorizedClient(REGISTRATION, PRINCIPAL);
            reply = send(asked);
        }
        return switch (reply.status / 100) {
            case 2 -> new Answer(reply.body);
            case 4 -> throw Refusal.conflict("not-answered", path, reply.status, code(reply.body));
            default -> throw away(path + " " + reply.status);
        };
    }

    private record Reply(int status, byte[] body) {}

    private Reply send(String uri) {
        try {
            String token = token();
            return Objects.requireNonNull(http.get()
                    .uri(java.net.URI.create(uri))
                    .headers(headers -> headers.setBearerAuth(token))
                    .exchange((request, response) -> new Reply(
                            response.getStatusCode().value(), response.getBody().readAllBytes())));
        } catch (ResourceAccessException | OAuth2AuthorizationException e) {
            throw away(e.toString());
        }
    }

    private String token() {
        OAuth2AuthorizedClient client = clients.authorize(OAuth2AuthorizeRequest.withClientRegistrationId(REGISTRATION)
                .principal(PRINCIPAL)
                .build());
        return Objects.requireNonNull(client).getAccessToken().getTokenValue();
    }

    private static String code(byte[] problem) {
        try {
            return JsonMapper.shared().readTree(problem).path("code").asString("");
        } catch (JacksonException e) {
            return "";
        }
    }

    private static Refusal away(@Nullable String reason) {
        LOGGER.warn("the read side cannot be asked: {}", reason);
        return Faults.status(503, "read-side-away");
    }
}
