package org.minqing.edge;

import java.time.Clock;
import java.time.Duration;
import org.minqing.edge.header.AnswerHeaders;
import org.minqing.edge.share.Shares;
import org.minqing.edge.token.TokenConfiguration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** What a service takes of the edge as it is; its {@link Problems} it brings itself. */
@Configuration(proxyBeanMethods = false)
@Import({ConnectionBounds.class, AnswerHeaders.class, TokenConfiguration.class})
@EnableConfigurationProperties(Shares.class)
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

    @Bean
    static FilterRegistrationBean<?> downForTheMoment() {
        var registration = new FilterRegistrationBean<>(new HealthFilter(Duration.ofSeconds(5)));
        registration.addUrlPatterns("/actuator/health", "/actuator/health/*");
        return registration;
    }

    /** Nobody asks how long each filter of the security chain took; requests are counted and timed as a whole. */
    @Bean
    static SecurityObservationSettings unobservedSecurity() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    static BeanPostProcessor verifiedTokens() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JwtDecoder verifying ? new VerifiedTokens(verifying, Clock.systemUTC()) : bean;
            }
        };
    }
}
