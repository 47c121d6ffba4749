package org.minqing.query.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.client.RestClientException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What every page knows: who is signed in, what they may do, in which language; and what it shows when it cannot be made. */
@ControllerAdvice(
        assignableTypes = {
            DashboardPage.class,
            EvidencePages.class,
            LinkForm.class,
            DonationForm.class,
            DisputeForm.class,
            ReportPage.class
        })
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageFrame {
    private static final Logger LOG = LoggerFactory.getLogger(PageFrame.class);

    private final Api api;
    private final Words words;
    private final Labels labels;

    PageFrame(Api api, Words words, Labels labels) {
        this.api = api;
        this.words = words;
        this.labels = labels;
    }

    @ModelAttribute
    Reader reader(@RegisteredOAuth2AuthorizedClient("pages") OAuth2AuthorizedClient client) {
        return new Reader(client.getAccessToken().getTokenValue(), language());
    }

    @ModelAttribute("user")
    String user(@AuthenticationPrincipal OidcUser user) {
        return Objects.requireNonNullElse(user.getSubject(), "");
    }

    @ModelAttribute("roles")
    List<String> roles(@AuthenticationPrincipal OidcUser user) {
        return rolesOf(user);
    }

    private static List<String> rolesOf(OidcUser user) {
        List<String> roles = user.getClaimAsStringList("roles");
        return roles == null ? List.of() : roles;
    }

    /** When the record was made up to which things are told; null: they are told to a time, or the reader does not see that record. */
    @ModelAttribute("moment")
    @Nullable
    String moment(
            @RegisteredOAuth2AuthorizedClient("pages") OAuth2AuthorizedClient client, HttpServletRequest request) {
        String position = Viewpoint.of(request).knownPosition();
        return position.isEmpty() || PagesSecurity.fragment(request)
                ? null
                : api.recordedAt(reader(client), Long.parseLong(position));
    }

    @ModelAttribute("language")
    static String language() {
        return Locale.ENGLISH
                        .getLanguage()
                        .equals(LocaleContextHolder.getLocale().getLanguage())
                ? "en"
                : "zh";
    }

    @ModelAttribute("view")
    Viewpoint view(HttpServletRequest request) {
        return Viewpoint.of(request);
    }

    @ModelAttribute("trail")
    Trail trail(HttpServletRequest request) {
        return Trail.of(request);
    }

    /** The same page in the other language; of an error, the page that was asked for. */
    @ModelAttribute("otherLanguage")
    static String otherLanguage(HttpServletRequest request) {
        String query = ServletUriComponentsBuilder.fromRequest(request)
                .replaceQueryParam("after")
                .replaceQueryParam("lang", language().equals("en") ? "zh" : "en")
                .build()
                .getQuery();
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return (asked == null ? request.getRequestURI() : asked) + "?" + query;
    }

    /** What stands around a page that could not be made. */
    static ModelAndView around(ModelAndView page, HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof Authentication signedIn
                && signedIn.getPrincipal() instanceof OidcUser user) {
            page.addObject("user", Objects.requireNonNullElse(user.getSubject(), ""))
                    .addObject("roles", rolesOf(user));
        }
        return page.addObject("view", Viewpoint.of(request))
                .addObject("today", Viewpoint.today())
                .addObject("otherLanguage", otherLanguage(request))
                .addObject("language", language());
    }

    /** The last day that can be entered. */
    @ModelAttribute("today")
    String today() {
        return Viewpoint.today();
    }

    /** The sign-in has run out, and could not be renewed behind the scenes. */
    @ExceptionHandler
    ModelAndView signInAgain(OAuth2AuthorizationException e, HttpServletRequest request, HttpServletResponse response) {
        return leadToSignIn(request, response);
    }

    private ModelAndView leadToSignIn(HttpServletRequest request, HttpServletResponse response) {
        if (PagesSecurity.fragment(request)) {
            return shown("forms :: sign-in-again", HttpStatus.UNAUTHORIZED.value(), words.away(), request, response);
        }
        PagesSecurity.whereTheyWere().saveRequest(request, response);
        return new ModelAndView("redirect:" + PagesSecurity.SIGN_IN);
    }

    /** Also where the token was ended: whoever was disabled or signed out elsewhere has no session here any more. */
    @ExceptionHandler
    ModelAndView refused(Answer.Refused e, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (e.answer().status() == HttpStatus.UNAUTHORIZED.value() && session != null) {
            SecurityContextHolder.clearContext();
            session.invalidate();
            return leadToSignIn(request, response);
        }
        String page = PagesSecurity.fragment(request) ? "forms :: refused" : "problem";
        Told told = words.told(e.answer(), Map.of()).in(said -> words.shown(labels.readable(said)));
        return shown(page, e.answer().status(), told, request, response);
    }

    /** The other side does not answer. */
    @ExceptionHandler
    ModelAndView unreachable(RestClientException e, HttpServletRequest request, HttpServletResponse response) {
        LOG.error("a page could not be made", e);
        String page = PagesSecurity.fragment(request) ? "forms :: unreachable" : "problem";
        return shown(page, HttpStatus.SERVICE_UNAVAILABLE.value(), words.away(), request, response);
    }

    private ModelAndView shown(
            String page, int status, Told problem, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(status);
        return around(new ModelAndView(page).addObject("problem", problem).addObject("status", status), request);
    }
}
