package org.minqing.query.platform.endpoint;

import java.util.List;
import org.minqing.query.platform.view.Views;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class EndpointConfiguration implements WebMvcConfigurer {
    private final Views views;

    EndpointConfiguration(Views views) {
        this.views = views;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new EntityResolver(views));
    }
}
