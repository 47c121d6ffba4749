package org.minqing.query.pages;

import com.sun.net.httpserver.HttpServer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.LanguageChange;
import org.minqing.query.QueryServer;
import org.minqing.query.platform.answer.PublicAddress;
import org.springframework.context.MessageSource;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.i18n.SessionLocaleResolver;
import org.thymeleaf.spring6.ISpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pages as somebody sees them who is signed in as the office of a county: the real controllers and templates over the shared
 * server. The command side answers what the test says it shall.
 */
final class SignedIn implements AutoCloseable {
    private static final String SESSION_LOCALE = SessionLocaleResolver.LOCALE_SESSION_ATTRIBUTE_NAME;

    /** A page or a part of one. */
    record Page(int status, String html, Map<String, String> headers) {}

    /** A command as it was sent. */
    record Sent(String path, String body) {}

    final List<Sent> sent = new ArrayList<>();
    private final MockMvc mvc;
    private final HttpServer commands;
    private int status = 201;
    private String answer = "{}";
    private int judged = 200;
    private String judgement = "{}";
    private Locale language = Locale.CHINESE;

    SignedIn(String division) {
        QueryServer server = QueryServer.shared();
        this.commands = commandSide();
        var context = server.context;
        var api = new Api(
                server.uri("").toString(),
                "http://127.0.0.1:" + commands.getAddress().getPort());
        var json = context.getBean(JsonMapper.class);
        var messages = context.getBean(MessageSource.class);
        var words = new Words(messages);
        var labels = new Labels(api, messages);
        var outcomes = new Outcomes(api, labels, words);
        var cadres = new Cadres(api, messages);
        var views = new ThymeleafViewResolver();
        views.setTemplateEngine(context.getBean(ISpringTemplateEngine.class));
        views.setCharacterEncoding("UTF-8");
        this.mvc = MockMvcBuilders.standaloneSetup(
                        new DashboardPage(api, words, json),
                        new EvidencePages(api, json),
                        new LinkForm(api, cadres, outcomes),
                        new DonationForm(api, cadres, outcomes),
                        new DisputeForm(api, outcomes),
                        new ReportPage(api, context.getBean(PublicAddress.class)),
                        new Missing())
                .setControllerAdvice(new PageFrame(api, words, labels))
                .setCustomArgumentResolvers(
                        given(OAuth2AuthorizedClient.class, client(server, QueryServer.office(division))),
                        given(OidcUser.class, user()))
                .setViewResolvers(views)
                .setLocaleResolver(new SessionLocaleResolver())
                .addInterceptors(new LanguageChange())
                .build();
    }

    /** An address where there is no page. Not static: scanning would find it and put it into every server that a test starts. */
    @Controller
    final class Missing {
        @GetMapping("/missing")
        ModelAndView missing(HttpServletRequest request) {
            return new ErrorPage().resolveErrorView(request, HttpStatus.NOT_FOUND, Map.of("status", 404));
        }
    }

    private HttpServer commandSide() {
        try {
            HttpServer side = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            side.createContext("/", exchange -> {
                sent.add(new Sent(
                        exchange.getRequestURI().getPath(),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
                boolean dry = "dryRun=true".equals(exchange.getRequestURI().getQuery());
                int code = dry ? judged : status;
                byte[] body = (dry ? judgement : answer).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders()
                        .set("Content-Type", code < 400 ? "application/json" : "application/problem+json");
                exchange.sendResponseHeaders(code, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            side.start();
            return side;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OAuth2AuthorizedClient client(QueryServer server, String token) {
        Instant now = Instant.now();
        return new OAuth2AuthorizedClient(
                server.context.getBean(ClientRegistrationRepository.class).findByRegistrationId("pages"),
                "office",
                new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, token, now, now.plus(Duration.ofHours(1))));
    }

    private static Authentication signedIn() {
        return new OAuth2AuthenticationToken(user(), AuthorityUtils.NO_AUTHORITIES, "pages");
    }

    private static OidcUser user() {
        Instant now = Instant.now();
        return new DefaultOidcUser(
                AuthorityUtils.NO_AUTHORITIES,
                new OidcIdToken(
                        "id", now, now.plus(Duration.ofHours(1)), Map.of("sub", "office", "roles", List.of("office"))));
    }

    private static HandlerMethodArgumentResolver given(Class<?> type, Object value) {
        return new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == type;
            }

            @Override
            public Object resolveArgument(
                    MethodParameter parameter,
                    @Nullable ModelAndViewContainer container,
                    NativeWebRequest web,
                    @Nullable WebDataBinderFactory binder) {
                return value;
            }
        };
    }

    SignedIn speaking(Locale other) {
        language = other;
        return this;
    }

    /** What the command side says from here on. */
    void commandsAnswer(int code, String body) {
        status = code;
        answer = body;
    }

    /** What the command side says from here on of a command that is only to be judged. */
    void commandsAreJudged(int code, String body) {
        judged = code;
        judgement = body;
    }

    Page get(String address) {
        return perform(MockMvcRequestBuilders.get(URI.create(address)));
    }

    /** As htmx asks for a part of a page. */
    Page part(String address) {
        return perform(MockMvcRequestBuilders.get(URI.create(address)).header("HX-Request", "true"));
    }

    /** A form sent by htmx; names and values in turn. */
    Page post(String address, String... fields) {
        var request = MockMvcRequestBuilders.post(URI.create(address))
                .header("HX-Request", "true")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return perform(request);
    }

    private Page perform(MockHttpServletRequestBuilder request) {
        try {
            MockHttpServletResponse response = mvc.perform(request.locale(language)
                            .sessionAttr(SESSION_LOCALE, language)
                            .principal(signedIn()))
                    .andReturn()
                    .getResponse();
            Map<String, String> headers = new java.util.HashMap<>();
            response.getHeaderNames().forEach(name -> headers.put(name, response.getHeader(name)));
            return new Page(response.getStatus(), response.getContentAsString(StandardCharsets.UTF_8), headers);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        commands.stop(0);
    }
}
