package org.minqing.log;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Reading the log, for a service that gives a {@link DataSource} and its {@link EventTypes}. The service that appends imports
 * {@link Appending} beside it and gives {@link EventHeaders} and {@link EventIds} too.
 */
// no @Configuration here: it would bring the nested Appending with it, also to a service that only reads
public class LogConfiguration {
    @Bean
    EventCodec eventCodec() {
        return new EventCodec();
    }

    @Bean(destroyMethod = "close")
    Pulse pulse(DataSource dataSource, @Value("${minqing.database.silence-seconds:3}") int silence) {
        return new Pulse(dataSource, Duration.ofSeconds(silence));
    }

    @Bean
    HealthIndicator databaseHealthIndicator(Pulse pulse) {
        return pulse::health;
    }

    /** Of the folder that is named, if the database's disk is one of this machine. */
    @Bean
    FreeSpace freeSpace(DataSource dataSource, @Value("${minqing.database.folder:#{null}}") @Nullable Path folder) {
        DatabaseSockets.Server server = new DirectConnections(dataSource).server();
        return folder == null ? server.space() : server.watch(folder);
    }

    /** Its own, unless the process has one that its applications share: a singleton of this name, whose owner closes it. */
    @Bean(name = LogTail.BEAN, destroyMethod = "close")
    @Conditional(NoSharedTail.class)
    LogTail logTail(DataSource dataSource) {
        return new LogTail(dataSource);
    }

    @Bean
    PostgresEventLog eventLog(DataSource dataSource, EventTypes types, EventCodec codec, LogTail tail) {
        return new PostgresEventLog(dataSource, types, codec, tail);
    }

    @Bean
    LogMessageSource logMessageSource(EventLog log, LogTail tail) {
        return new LogMessageSource(log, tail);
    }

    static final class NoSharedTail implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            ConfigurableListableBeanFactory beans = context.getBeanFactory();
            return beans == null || !beans.containsSingleton(LogTail.BEAN);
        }
    }

    /** {@code minqing.disk.free}; not a number where nothing is known of the disk. */
    @Bean
    MeterBinder spaceMeter(FreeSpace space) {
        return registry -> Gauge.builder("minqing.disk.free", space, FreeSpace::lookedAt)
                .baseUnit("bytes")
                .description("What is left on the disk of the database")
                .register(registry);
    }

    /** Appending to the log: one appender per process. */
    @Configuration(proxyBeanMethods = false)
    public static class Appending {
        /** DOWN while nothing is taken for want of space. */
        @Bean
        HealthIndicator spaceHealthIndicator(FreeSpace space) {
            return () -> (space.full() ? Health.down() : Health.up())
                    .withDetail("left", space.bytes())
                    .build();
        }

        @Bean(destroyMethod = "close")
        ClockWitness clockWitness(DataSource dataSource) {
            return ClockWitness.begin(dataSource);
        }

        /** DOWN while commands wait because the clock is doubted; a clock that has leapt stops nobody, and is told. */
        @Bean
        HealthIndicator clockHealthIndicator(LogTail tail) {
            return () -> {
                SoundClock clock = SoundClock.SYSTEM;
                boolean leapt = clock.leapt();
                return (clock.doubtful() ? Health.down() : Health.up())
                        .withDetail("sound", !leapt && !clock.doubtful())
                        .withDetail("systemAheadSeconds", clock.off().toSeconds())
                        .withDetail("logAheadSeconds", ahead(tail).toSeconds())
                        .build();
            };
        }

        @Bean
        MeterBinder clockMeters(LogTail tail) {
            return registry -> {
                Gauge.builder("minqing.clock.system.ahead", () -> {
                            SoundClock.SYSTEM.now();
                            return SoundClock.SYSTEM.off().toSeconds();
                        })
                        .baseUnit("seconds")
                        .description("How far the system's clock is ahead of the time as it is counted")
                        .register(registry);
                Gauge.builder("minqing.clock.log.ahead", () -> ahead(tail).toSeconds())
                        .baseUnit("seconds")
                        .description("How far the log's last time is ahead of the time")
                        .register(registry);
            };
        }

        private static Duration ahead(LogTail tail) {
            Duration ahead =
                    Duration.between(SoundClock.SYSTEM.now(), tail.seen().recordedAt());
            return ahead.isNegative() ? Duration.ZERO : ahead;
        }

        @Bean
        Frontier frontier(EventLog log, LogTail tail) {
            return new Frontier(log, tail);
        }

        @Bean(destroyMethod = "close")
        Appender logAppender(
                DataSource dataSource,
                EventCodec codec,
                LogTail tail,
                Frontier frontier,
                ObjectProvider<MeterRegistry> registry) {
            return new Appender(
                    dataSource, codec, tail, frontier, registry.getIfAvailable(CompositeMeterRegistry::new));
        }

        @Bean(destroyMethod = "close")
        NameBlocks nameBlocks(DataSource dataSource, LogTail tail) {
            return new NameBlocks(dataSource, tail);
        }

        @Bean
        LogEventStorageEngine logEventStorageEngine(
                PostgresEventLog log,
                Appender appender,
                EventTypes types,
                EventCodec codec,
                EventHeaders headers,
                EventIds ids) {
            return new LogEventStorageEngine(log, appender, types, codec, headers, ids);
        }
    }
}
