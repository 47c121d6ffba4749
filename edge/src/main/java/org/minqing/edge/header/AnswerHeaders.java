package org.minqing.edge.header;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Headers of security on every answer: also on what the container refuses, on files and on redirects. Pages and the documentation have a
 * content policy of their own, which they set instead. {@code minqing.refusals} counts those that say no, by {@code status}.
 */
@Configuration(proxyBeanMethods = false)
@Order(Ordered.HIGHEST_PRECEDENCE)
public class AnswerHeaders implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, MeterBinder {
    public static final String POLICY = "Content-Security-Policy";
    private static final Map<String, String> ALWAYS = new LinkedHashMap<>();

    static {
        // of what is no page nothing is ever run, shown or sent on
        ALWAYS.put(POLICY, "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
        ALWAYS.put("X-Content-Type-Options", "nosniff");
        ALWAYS.put("X-Frame-Options", "DENY");
        ALWAYS.put("Referrer-Policy", "same-origin");
        ALWAYS.put(
                "Permissions-Policy",
                "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(),"
                        + " midi=(), payment=(), usb=()");
        ALWAYS.put("Cross-Origin-Opener-Policy", "same-origin");
        ALWAYS.put("Cross-Origin-Embedder-Policy", "require-corp");
        ALWAYS.put("Cross-Origin-Resource-Policy", "same-origin");
    }

    private final String publicUrl;
    private final Refusals refusals = new Refusals();

    AnswerHeaders(@Value("${minqing.public-url:}") String publicUrl) {
        this.publicUrl = publicUrl;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            context.setUseRelativeRedirects(true);
            // before anything that could refuse
            context.getParent().getParent().getPipeline().addValve(new HeaderValve(publicUrl, refusals));
        });
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Refusals.STATUSES.forEach(status -> FunctionCounter.builder("minqing.refusals", refusals, r -> r.count(status))
                .tag("status", Integer.toString(status))
                .description("Answers that turned somebody away: unknown, not allowed, too often")
                .register(registry));
    }

    /** Sets what is not set; under TLS also that nothing else shall be spoken here. */
    public static void on(HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            return;
        }
        ALWAYS.forEach((name, value) -> {
            if (!response.containsHeader(name)) {
                response.setHeader(name, value);
            }
        });
        if (request.isSecure() && !response.containsHeader("Strict-Transport-Security")) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
