package org.minqing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class LogConfigurationTest {
    @Test
    void a_reader_gets_all_it_needs_and_no_appender() {
        try (TestDatabase database = TestDatabase.create();
                var context = context(database::query, LogConfiguration.class)) {
            LogSchema.open(database.command());
            assertThat(context.getBean(EventLog.class).head()).isEqualTo(1);
            assertThat(context.getBean(StreamableMessageSource.class)).isInstanceOf(LogMessageSource.class);
            assertThat(context.getBeanNamesForType(Appender.class)).isEmpty();
        }
    }

    @Test
    void who_appends_gets_the_storage_engine_too() {
        try (TestDatabase database = TestDatabase.create();
                var context = context(database::command, LogConfiguration.class, LogConfiguration.Appending.class)) {
            LogSchema.open(database.command());
            assertThat(context.getBean(EventStorageEngine.class)).isInstanceOf(LogEventStorageEngine.class);
            assertThat(context.getBean(Appender.class).append(Sample.request("Note-a", 0, "a")))
                    .isEqualTo(2);
        }
    }

    @Test
    void applications_of_one_process_may_share_a_tail_which_none_of_them_closes() {
        try (TestDatabase database = TestDatabase.create();
                LogTail shared = new LogTail(database.query());
                var context = new AnnotationConfigApplicationContext()) {
            LogSchema.open(database.command());
            context.getBeanFactory().registerSingleton(LogTail.BEAN, shared);
            refresh(context, database::query, LogConfiguration.class);
            assertThat(context.getBean(LogTail.class)).isSameAs(shared);
            context.close();
            long seen = shared.seen().position();
            try (Appender elsewhere = Sample.appender(database.command(), new LogTail(database.command()))) {
                elsewhere.append(Sample.request("Note-a", 0, "a"));
            }
            await().until(() -> shared.seen().position() > seen);
        }
    }

    private static AnnotationConfigApplicationContext context(Supplier<DataSource> dataSource, Class<?>... imports) {
        return refresh(new AnnotationConfigApplicationContext(), dataSource, imports);
    }

    private static AnnotationConfigApplicationContext refresh(
            AnnotationConfigApplicationContext context, Supplier<DataSource> dataSource, Class<?>... imports) {
        context.registerBean(DataSource.class, dataSource);
        context.registerBean(EventTypes.class, () -> Sample.TYPES);
        context.registerBean(EventHeaders.class, () -> Sample.HEADERS);
        context.registerBean(EventIds.class, () -> Sample.IDS);
        context.register(imports);
        context.refresh();
        return context;
    }
}
