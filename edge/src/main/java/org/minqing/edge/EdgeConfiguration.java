package org.minqing.edge;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What a service takes of the edge as it is; its {@link Problems} it brings itself. */
@Configuration(proxyBeanMethods = false)
public class EdgeConfiguration {
    @Bean
    static Texts texts() {
        return new Texts();
    }

    @Bean
    static WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemsBelow(Problems problems) {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemValve(problems)));
    }

    @Bean
    static FilterRegistrationBean<?> traces() {
        var registration = new FilterRegistrationBean<>(new TraceFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
