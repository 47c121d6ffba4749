package org.minqing.query.platform.question;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Gives a method with {@link AcceptedParameters} what was asked. */
final class QuestionParametersResolver implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == QuestionParameters.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binder) {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        AcceptedParameters takes = parameter.getMethodAnnotation(AcceptedParameters.class);
        if (takes == null) {
            throw new IllegalStateException(parameter.getMethod() + " does not say which parameters it @Takes");
        }
        QuestionCaller asker =
                QuestionCaller.of(SecurityContextHolder.getContext().getAuthentication());
        return QuestionParameters.of(
                request, asker, question(request), Set.of(takes.value()), takes.reveals() ? Purpose.of(request) : null);
    }

    /** As the policy names it: an entity's own path, and what varies from one to the next in braces. */
    private static String question(HttpServletRequest request) {
        String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> named
                        && named.get("path") != null
                ? pattern.replace("{path}", String.valueOf(named.get("path")))
                : pattern;
    }
}
