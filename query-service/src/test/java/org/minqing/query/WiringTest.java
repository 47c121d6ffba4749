package org.minqing.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.minqing.log.EventLog;
import org.minqing.log.LogMessageSource;
import org.minqing.query.platform.projection.Projection;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The traps of wiring that are silent, kept shut on this side. */
class WiringTest {
    private final QueryServer server = QueryServer.shared();

    private Environment environment() {
        return server.context.getEnvironment();
    }

    @Test
    void what_the_projection_stands_on_is_wired_by_hand_and_nothing_of_axons_own_configuration_is_there() {
        assertThat(server.context.getBean(Projection.class).isRunning()).isTrue();
        assertThat(server.context.getBean(LogMessageSource.class)).isNotNull();
        assertThat(server.context.getBean(EventLog.class)).isNotNull();
        assertThat(server.context.getBean(PlatformTransactionManager.class)).isInstanceOf(JdbcTransactionManager.class);
        for (Class<?> bean : List.of(
                CommandBus.class,
                EventBus.class,
                TokenStore.class,
                Serializer.class,
                EventProcessingConfiguration.class)) {
            assertThat(server.context.getBeanNamesForType(bean))
                    .as(bean.getName())
                    .isEmpty();
        }
    }

    @Test
    void a_token_is_one_number_in_the_row_that_says_where_the_read_side_stands() {
        // no serialized token, so none that a fresh projection could not read
        assertThat(server.context
                        .getBean(JdbcClient.class)
                        .sql("select data_type from information_schema.columns where table_schema = 'read'"
                                + " and table_name = 'checkpoint' and column_name = 'position'")
                        .query(String.class)
                        .single())
                .isEqualTo("bigint");
    }

    @Test
    void the_read_side_may_read_the_log_and_nothing_else_of_it() {
        JdbcClient jdbc = server.context.getBean(JdbcClient.class);
        assertThat(jdbc.sql("select count(*) from log.event").query(Long.class).single())
                .isPositive();
        assertThatThrownBy(() -> jdbc.sql("delete from log.event").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> jdbc.sql("delete from reading.reading").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> jdbc.sql("drop table reading.reading").update())
                .rootCause()
                .hasMessageContaining("must be owner");
        assertThatThrownBy(() -> jdbc.sql("drop table read.event").update())
                .rootCause()
                .hasMessageContaining("must be owner");
    }

    @Test
    void axon_server_and_whatever_calls_home_are_shut_out() {
        assertThatThrownBy(() -> Class.forName("org.axonframework.axonserver.connector.AxonServerConfiguration"))
                .isInstanceOf(ClassNotFoundException.class);
        assertThat(environment().getProperty("axon.update-check.disabled")).isEqualTo("true");
        assertThat(environment().getProperty("axoniq.update-checker.disabled")).isEqualTo("true");
        assertThat(environment().getProperty("disable-axoniq-console-message")).isEqualTo("true");
        assertThat(environment().getProperty("axon.timeout.enabled")).isEqualTo("false");
    }

    @Test
    void configuration_schema_and_cookie_are_this_services_own() {
        assertThat(environment().getProperty("spring.application.name")).isEqualTo("minqing-query");
        assertThat(environment().getProperty("server.servlet.session.cookie.name"))
                .isEqualTo("minqing-query");
        assertThat(environment().getProperty("server.address")).isEqualTo("127.0.0.1");
        assertThat(environment().getProperty("spring.threads.virtual.enabled")).isEqualTo("true");
        assertThat(JdbcClient.create(server.database.upkeep())
                        .sql("select count(*) from read.flyway_schema_history where success")
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(2);
    }
}
