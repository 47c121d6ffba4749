package org.minqing.query.platform.projection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.minqing.log.EventLog;
import org.minqing.log.EventTypes;
import org.minqing.log.LogMessageSource;
import org.minqing.query.platform.fact.Catalogue;
import org.minqing.query.platform.view.View;
import org.minqing.query.platform.view.Views;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {
    @Bean
    EventTypes eventTypes() {
        return EventTypes.scan("org.minqing.events");
    }

    @Bean
    Views views(List<View<?>> views) {
        return new Views(views);
    }

    @Bean
    Catalogue catalogue(Views views) {
        return new Catalogue(views);
    }

    @Bean
    TailConnections tailConnections(
            DataSource dataSource,
            @Value("${minqing.upkeep.username}") String user,
            @Value("${minqing.upkeep.password:}") String password) {
        return new TailConnections(dataSource, user, password);
    }

    /** Starts with the context and stops with it. */
    @Bean
    Projection projection(
            TailConnections connections,
            EventLog log,
            LogMessageSource source,
            EventTypes types,
            Views views,
            Catalogue catalogue,
            @Value("${minqing.read.claim:5s}") Duration claim) {
        return new Projection(connections.dataSource(), log, source, types, views, catalogue, claim);
    }

    @Bean
    Rebuild rebuild(TailConnections connections, EventLog log, Views views, Catalogue catalogue) {
        return new Rebuild(connections.ofRebuild(), log, views, catalogue);
    }

    @Bean
    HealthIndicator readHealthIndicator(Projection projection) {
        return projection::health;
    }

    /** How far the read side is behind and why; questions are answered all the same. */
    @Bean
    HealthIndicator behindHealthIndicator(Projection projection, EventLog log) {
        return () -> {
            long stands = projection.stands().seen();
            return Health.up()
                    .withDetail("position", stands)
                    .withDetail("head", log.seen())
                    .withDetail("behind", Math.max(0, log.seen() - stands))
                    .withDetail("diskFull", log.space().full())
                    .build();
        };
    }

    @Bean
    MeterBinder readMeters(Projection projection, EventLog log) {
        return registry -> {
            Gauge.builder("minqing.read.position", projection, p -> p.stands().seen())
                    .description("Position at which the read side stands")
                    .register(registry);
            Gauge.builder(
                            "minqing.read.lag",
                            projection,
                            p -> log.head() - p.stands().position())
                    .description("Events in the log that the read side has not taken in")
                    .register(registry);
            Gauge.builder("minqing.read.stopped", projection, p -> p.stoppedForGood() ? 1 : 0)
                    .description("1 once an event could not be taken in")
                    .register(registry);
        };
    }
}
