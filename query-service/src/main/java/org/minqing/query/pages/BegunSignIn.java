package org.minqing.query.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.BrowserCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.web.util.UrlUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A sign-in on its way: what the answer of the authorization server is held against (state, nonce, and the code's verifier) stays with the
 * browser that began it, in a cookie, so that beginning one takes no memory here.
 */
final class BegunSignIn implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    private static final BrowserCookie COOKIE = new BrowserCookie("minqing-sign-in");
    private static final String REGISTRATION = "pages";
    private static final int PARTS = 3;

    private final ClientRegistrationRepository registrations;

    BegunSignIn(ClientRegistrationRepository registrations) {
        this.registrations = registrations;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        String cookie = COOKIE.value(request);
        String[] kept = cookie == null ? new String[0] : cookie.split("\\.", -1);
        if (kept.length != PARTS || !kept[0].equals(request.getParameter(OAuth2ParameterNames.STATE))) {
            return null;
        }
        ClientRegistration pages = Objects.requireNonNull(registrations.findByRegistrationId(REGISTRATION));
        Map<String, Object> attributes = new HashMap<>();
        attributes.put(OAuth2ParameterNames.REGISTRATION_ID, REGISTRATION);
        put(attributes, OidcParameterNames.NONCE, kept[1]);
        put(attributes, PkceParameterNames.CODE_VERIFIER, kept[2]);
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        Objects.requireNonNull(pages.getProviderDetails().getAuthorizationUri()))
                .clientId(pages.getClientId())
                // where the answer came is where it was asked to come
                .redirectUri(UriComponentsBuilder.fromUriString(UrlUtils.buildFullRequestUrl(request))
                        .replaceQuery(null)
                        .build()
                        .toUriString())
                .scopes(pages.getScopes())
                .state(kept[0])
                .attributes(attributes)
                .build();
    }

    private static void put(Map<String, Object> attributes, String name, String value) {
        if (!value.isEmpty()) {
            attributes.put(name, value);
        }
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest begun, HttpServletRequest request, HttpServletResponse response) {
        if (begun == null) {
            COOKIE.forget(request, response);
            return;
        }
        String value = begun.getState()
                + "." + Objects.toString(begun.getAttribute(OidcParameterNames.NONCE), "")
                + "." + Objects.toString(begun.getAttribute(PkceParameterNames.CODE_VERIFIER), "");
        COOKIE.keep(request, response, value);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest begun = loadAuthorizationRequest(request);
        if (begun != null) {
            COOKIE.forget(request, response);
        }
        return begun;
    }
}
