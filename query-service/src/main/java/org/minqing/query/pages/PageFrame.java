package org.minqing.query.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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

    private final Words words;
    private final Labels labels;

    PageFrame(Words words, Labels labels) {
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
        List<String> roles = user.getClaimAsStringList("roles");
        return roles == null ? List.of() : roles;
    }

    @ModelAttribute("language")
    String language() {
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

    /** The same page in the other language. */
    @ModelAttribute("otherLanguage")
    String otherLanguage(HttpServletRequest request) {
        String query = ServletUriComponentsBuilder.fromRequest(request)
                .replaceQueryParam("lang", language().equals("en") ? "zh" : "en")
                .build()
                .getQuery();
        return request.getRequestURI() + "?" + query;
    }

    /** The last day that can be entered. */
    @ModelAttribute("today")
    String today() {
        return Viewpoint.today();
    }

    /** The sign-in has run out, and could not be renewed behind the scenes. */
    @ExceptionHandler
    ModelAndView signInAgain(OAuth2AuthorizationException e, HttpServletRequest request, HttpServletResponse response) {
        if (PagesSecurity.fragment(request)) {
            return shown("forms :: sign-in-again", HttpStatus.UNAUTHORIZED.value(), words.away(), request, response);
        }
        PagesSecurity.whereTheyWere().saveRequest(request, response);
        return new ModelAndView("redirect:" + PagesSecurity.SIGN_IN);
    }

    @ExceptionHandler
    ModelAndView refused(Answer.Refused e, HttpServletRequest request, HttpServletResponse response) {
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
        return new ModelAndView(page)
                .addObject("problem", problem)
                .addObject("status", status)
                .addObject("view", Viewpoint.of(request))
                .addObject("today", today())
                .addObject("otherLanguage", otherLanguage(request))
                .addObject("language", language());
    }
}
