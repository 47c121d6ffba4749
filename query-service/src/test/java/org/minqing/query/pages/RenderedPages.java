package org.minqing.query.pages;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.minqing.query.QueryServer;
import org.minqing.query.platform.answer.PublicAddress;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import tools.jackson.databind.json.JsonMapper;

/** The pages as a browser gets them, over the questions of a server, for somebody of an office who is signed in. */
final class RenderedPages {
    private static final Pattern UNSEEN = Pattern.compile("(?s)<head>.*?</head>|<script.*?</script>|<style.*?</style>");
    private static final Pattern INSPECTION = Pattern.compile("(?s)<details[^>]* id=\"inspection\".*?</details>");
    private static final Pattern SAID =
            Pattern.compile("(?:title|placeholder|aria-label|label|alt)=\"([^\"]*)\"|<title>([^<]*)");
    /** Where a page leads; the own account is no page of these, and leads elsewhere. */
    private static final Pattern LINK = Pattern.compile("(?:href|hx-get)=\"(/(?!account\")[^\"#]*)[^\"]*\"");

    private final MockMvc mvc;
    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    RenderedPages(QueryServer server, String token) {
        messages.setBasename("pages/messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        String url = server.uri("").toString();
        Api api = new Api(url, url);
        JsonMapper json = JsonMapper.shared();
        Cadres cadres = new Cadres(api, messages);
        Labels labels = new Labels(api, messages);
        Words words = new Words(messages);
        Outcomes outcomes = new Outcomes(api, labels, words);
        this.mvc = MockMvcBuilders.standaloneSetup(
                        new DashboardPage(api, words, json),
                        new EvidencePages(api, json),
                        new LinkForm(api, cadres, outcomes),
                        new DonationForm(api, cadres, outcomes),
                        new DisputeForm(api, outcomes),
                        new ReportPage(api, server.context.getBean(PublicAddress.class)))
                .setControllerAdvice(new PageFrame(api, words, labels))
                .setCustomArgumentResolvers(
                        new SignedIn(OAuth2AuthorizedClient.class, client(token)), new SignedIn(OidcUser.class, user()))
                .setLocaleResolver(new AcceptHeaderLocaleResolver())
                .setViewResolvers(views())
                .build();
    }

    private ThymeleafViewResolver views() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("pages/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(messages);
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        return views;
    }

    private static OAuth2AuthorizedClient client(String token) {
        ClientRegistration registration = ClientRegistration.withRegistrationId("pages")
                .clientId("pages")
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenUri("http://127.0.0.1/token")
                .build();
        return new OAuth2AuthorizedClient(
                registration,
                "office",
                new OAuth2AccessToken(
                        OAuth2AccessToken.TokenType.BEARER,
                        token,
                        Instant.now(),
                        Instant.now().plusSeconds(3600)));
    }

    private static OidcUser user() {
        return new DefaultOidcUser(
                List.of(),
                OidcIdToken.withTokenValue("token")
                        .subject("office")
                        .claim("roles", List.of("office"))
                        .build());
    }

    /** What a page is given of whoever is signed in. */
    private record SignedIn(Class<?> type, Object value) implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType().equals(type);
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return value;
        }
    }

    /**
     * A page.
     *
     * @param address what was asked for
     * @param html as it is sent
     */
    record Rendered(int status, String address, String html) {
        /** What people read of it, without what is meant for inspectors. */
        String text() {
            String seen = INSPECTION.matcher(html).replaceAll(" ");
            StringBuilder text = new StringBuilder();
            Matcher said = SAID.matcher(seen);
            while (said.find()) {
                text.append(said.group(1) == null ? said.group(2) : said.group(1))
                        .append('\n');
            }
            return text + UNSEEN.matcher(seen).replaceAll(" ").replaceAll("<[^>]*>", "\n");
        }

        /** Addresses of pages it leads to. */
        List<String> links() {
            List<String> links = new ArrayList<>();
            Matcher link = LINK.matcher(html);
            while (link.find()) {
                links.add(link.group(1).replace("&amp;", "&"));
            }
            return links;
        }

        int count(String element) {
            return html.split(Pattern.quote(element), -1).length - 1;
        }
    }

    Rendered get(String address, String language) {
        try {
            MockHttpServletResponse response = mvc.perform(MockMvcRequestBuilders.get(URI.create(address))
                            .locale(Locale.of(language))
                            .principal(new OAuth2AuthenticationToken(user(), List.of(), "pages")))
                    .andReturn()
                    .getResponse();
            return new Rendered(response.getStatus(), address, response.getContentAsString(StandardCharsets.UTF_8));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
