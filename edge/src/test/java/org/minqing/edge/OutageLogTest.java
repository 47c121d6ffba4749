package org.minqing.edge;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a log says of a database that is away. */
class OutageLogTest {
    private final AtomicLong now = new AtomicLong();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final LoggerContext context = new LoggerContext();
    private final Logger logger = context.getLogger("org.minqing.Some");

    OutageLogTest() throws JoranException {
        context.setMDCAdapter(new LogbackMDCAdapter());
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(new ByteArrayInputStream("""
                <configuration>
                  <conversionRule conversionWord="outage" class="org.minqing.edge.BriefOutage"/>
                </configuration>
                """.getBytes(StandardCharsets.UTF_8)));
        var filter = new OncePerSecond(now::get);
        filter.start();
        context.addTurboFilter(filter);
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%level %msg%n%outage");
        encoder.start();
        var appender = new OutputStreamAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setOutputStream(written);
        appender.start();
        logger.addAppender(appender);
        logger.setLevel(Level.INFO);
    }

    private String log() {
        return written.toString(StandardCharsets.UTF_8);
    }

    @Test
    void one_line_a_kind_and_second_however_many_are_met() {
        for (int i = 0; i < 170; i++) {
            logger.warn("request {} was not answered", i);
            logger.warn("connection org.postgresql.PgConnection@" + Integer.toHexString(70_000 + i) + " is broken");
        }
        assertThat(log().lines()).hasSize(2);
        logger.error("request {} was not answered", 1);
        assertThat(log().lines()).hasSize(3);
        now.set(1_000_000_001);
        logger.warn("request {} was not answered", 200);
        assertThat(log().lines()).hasSize(4).last().isEqualTo("WARN request 200 was not answered");
        for (int i = 0; i < 5; i++) {
            logger.info("taken in up to {}", i);
        }
        assertThat(log().lines()).hasSize(9);
    }

    @Test
    void an_outage_is_one_line_and_another_failure_has_its_frames() {
        logger.error(
                "a question failed",
                new IllegalStateException(new SQLTransientConnectionException("no connection in time\nmore of it")));
        assertThat(log().lines())
                .containsExactly(
                        "ERROR a question failed", "java.sql.SQLTransientConnectionException: no connection in time");
        logger.error("a thought failed", new IllegalStateException("odd"));
        assertThat(log())
                .contains("java.lang.IllegalStateException: odd")
                .contains("\tat org.minqing.edge.OutageLogTest");
    }
}
