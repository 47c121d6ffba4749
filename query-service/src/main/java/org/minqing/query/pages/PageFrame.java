package org.minqing.query.pages;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.minqing.query.pages.Api.Session;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page knows: who is signed in, what they may do, in which language. */
@ControllerAdvice(assignableTypes = {DashboardPage.class, FormsPage.class})
class PageFrame {
    @ModelAttribute
    Session session(@RegisteredOAuth2AuthorizedClient("pages") OAuth2AuthorizedClient client) {
        return new Session(client.getAccessToken().getTokenValue(), language());
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
}
