package org.minqing.query.platform.endpoint;

import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.question.Refusal;
import org.minqing.query.platform.view.Entity;
import org.minqing.query.platform.view.Views;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Gives a method the entity that {@code {path}} names; 404 where it names none, before any parameter is looked at. */
record EntityResolver(Views views) implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Entity.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binder) {
        Object variables =
                web.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        String path = variables instanceof java.util.Map<?, ?> named ? String.valueOf(named.get("path")) : "";
        return views.at(path).orElseThrow(Refusal::noSuchPage);
    }
}
