package org.minqing.standalone.identity;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import org.minqing.edge.watch.SecurityLog;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Figures for Prometheus, as both services give them; {@code minqing.security.events} by {@code event} of the security log. */
@RestController
class MetricsPage implements MeterBinder {
    static final String AT = "/actuator/prometheus";

    /** Told from the start on, so that the first of a kind is seen to come. */
    private static final List<String> EVENTS = List.of(
            "sign-in",
            "sign-in-refused",
            "sign-in-delayed",
            "sign-out",
            "token",
            "token-given-back",
            "account-made",
            "account-disabled",
            "account-enabled",
            "account-rights",
            "account-reset",
            "account-secret",
            "account-refused",
            "account-password",
            "account-codes-on",
            "account-codes-off",
            "signing-keys-changed");

    private final PrometheusMeterRegistry registry;

    MetricsPage(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    @GetMapping(path = AT, produces = "text/plain;version=0.0.4;charset=utf-8")
    String figures() {
        return registry.scrape();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (String event : EVENTS) {
            FunctionCounter.builder("minqing.security.events", event, SecurityLog::met)
                    .tag("event", event)
                    .description("Events of the security log")
                    .register(meters);
        }
    }
}
