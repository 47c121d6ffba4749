package org.minqing.command.platform.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.ReflectionUtils;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.CachingEventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.minqing.command.note.Note;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.CommandServer.Reply;
import org.minqing.command.platform.InMemoryReferences;
import org.minqing.command.platform.decision.Caller;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.desk.Amendments;
import org.minqing.command.platform.desk.CommandDesk;
import org.minqing.command.platform.desk.CommandRequest;
import org.minqing.command.platform.desk.Dispatcher;
import org.minqing.command.platform.desk.Judgement;
import org.minqing.command.platform.desk.Receipt;
import org.minqing.command.platform.desk.Sender;
import org.minqing.command.platform.history.Gazetteer;
import org.minqing.command.platform.history.Histories;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.platform.refusal.StrictJson;
import org.minqing.command.platform.stream.AggregateCache;
import org.minqing.command.platform.stream.Aggregates;
import org.minqing.command.platform.stream.DispatchContext;
import org.minqing.command.platform.type.CommandTypes;
import org.minqing.keys.SubjectKeys;
import org.minqing.log.Admission;
import org.minqing.log.AppendContext;
import org.minqing.log.EventTypes;
import org.minqing.log.KeyRows;
import org.minqing.log.LogEventStorageEngine;
import org.minqing.log.ReadSet;
import org.minqing.log.StoredEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The traps that are silent: each of them would start, answer, and be wrong. */
@Timeout(300)
class WiringTest {
    private final CommandServer server = CommandServer.shared();
    private final ConfigurableApplicationContext context = server.context();

    @AfterEach
    void lookNoMore() {
        Note.onContinue = (command, situation) -> {};
    }

    @Test
    void events_go_to_the_log_and_nowhere_else() {
        assertThat(server.bean(EventStore.class)).isInstanceOf(EmbeddedEventStore.class);
        assertThat(server.bean(EventStorageEngine.class)).isInstanceOf(LogEventStorageEngine.class);
        assertThat(context.getBeansOfType(EventStore.class)).hasSize(1);
        assertThat(context.getBeansOfType(EventStorageEngine.class)).hasSize(1);
    }

    @Test
    void nothing_that_axon_configures_by_itself_is_there() {
        assertThat(context.getBeansOfType(Configuration.class)).isEmpty();
        assertThat(context.getBeansOfType(TokenStore.class)).isEmpty();
        assertThat(context.getBeansOfType(TransactionManager.class)).isEmpty();
        assertThat(context.getBeansOfType(Serializer.class)).isEmpty();
        assertThat(Arrays.stream(context.getBeanDefinitionNames())
                        .map(name -> String.valueOf(
                                context.getBeanFactory().getBeanDefinition(name).getBeanClassName())))
                .noneMatch(name -> name.startsWith("org.axonframework.springboot"));
        assertThat(present("com.thoughtworks.xstream.XStream")).isFalse();
        assertThat(present("org.axonframework.axonserver.connector.AxonServerConfiguration"))
                .isFalse();
    }

    @Test
    void what_belongs_to_other_applications_of_the_class_path_is_shut_out() {
        assertThat(Arrays.stream(context.getBeanDefinitionNames()))
                .noneMatch(name -> name.startsWith("flyway"))
                .noneMatch(name -> name.contains("userDetailsService"))
                .noneMatch(name -> name.toLowerCase().contains("thymeleaf"));
        assertThat(context.getEnvironment().getProperty("server.servlet.session.cookie.name"))
                .isEqualTo("minqing-command");
        assertThat(context.getEnvironment().getProperty("server.address")).isEqualTo("127.0.0.1");
    }

    @Test
    void each_schema_has_a_history_of_its_own() {
        JdbcClient owner = JdbcClient.create(server.database().owner());
        assertThat(owner.sql(
                                "select table_schema from information_schema.tables where table_name = 'flyway_schema_history'")
                        .query(String.class)
                        .set())
                .containsExactlyInAnyOrder("log", "keys", "attachment", "reading", "policy", "lookup");
    }

    @Test
    void the_command_bus_has_no_transaction_manager() throws Exception {
        CommandBus bus = server.bean(CommandBus.class);
        assertThat(bus).isExactlyInstanceOf(SimpleCommandBus.class);
        TransactionManager manager =
                ReflectionUtils.getFieldValue(SimpleCommandBus.class.getDeclaredField("transactionManager"), bus);
        assertThat(manager).isInstanceOf(NoTransactionManager.class);
    }

    @Test
    void sixty_four_commands_wait_on_a_pool_of_four() throws Exception {
        assertThat(server.bean(HikariDataSource.class).getMaximumPoolSize()).isEqualTo(4);
        List<UUID> notes = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            notes.add(note());
        }
        CountDownLatch allInside = new CountDownLatch(64);
        // each holds whatever a waiting command holds until all of them are inside
        Note.onContinue = (command, situation) -> {
            allInside.countDown();
            await(allInside);
        };
        List<Callable<Reply>> calls = notes.stream()
                .map(id -> (Callable<Reply>) () ->
                        server.post("ContinueNote", "{\"noteId\": \"" + id + "\", \"lines\": 1, \"text\": \"一\"}"))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Reply> reply : threads.invokeAll(calls)) {
                reply.get().requireStatus(201);
            }
        }
        assertThat(allInside.getCount()).isZero();
    }

    @Test
    void every_aggregate_is_joined_with_the_cache() {
        CommandTypes types = server.bean(CommandTypes.class);
        assertThat(server.bean(Aggregates.class).repositories().keySet())
                .containsExactlyInAnyOrderElementsOf(types.aggregates());
        assertThat(server.bean(Aggregates.class).repositories().values())
                .hasOnlyElementsOfType(CachingEventSourcingRepository.class);
    }

    @Test
    void a_refusal_on_a_copy_out_of_date_is_decided_again_on_the_log() {
        UUID note = note();
        CommandDesk elsewhere = anotherProcess();
        send(elsewhere, "CloseNote", "{\"noteId\": \"" + note + "\"}");
        // the copy elsewhere is closed; here the note is opened again
        server.post("ReopenNote", "{\"noteId\": \"" + note + "\"}").requireStatus(201);
        Receipt receipt =
                send(elsewhere, "ContinueNote", "{\"noteId\": \"" + note + "\", \"lines\": 1, \"text\": \"a\"}");
        assertThat(receipt.version()).isEqualTo(4);
    }

    @Test
    void a_no_op_on_a_copy_out_of_date_is_decided_again_on_the_log() {
        UUID note = note();
        CommandDesk elsewhere = anotherProcess();
        send(elsewhere, "CloseNote", "{\"noteId\": \"" + note + "\"}");
        server.post("ReopenNote", "{\"noteId\": \"" + note + "\"}").requireStatus(201);
        Receipt receipt = send(elsewhere, "CloseNote", "{\"noteId\": \"" + note + "\"}");
        assertThat(receipt.events()).hasSize(1);
        assertThat(receipt.version()).isEqualTo(4);
    }

    @Test
    void what_others_changed_at_the_same_time_is_decided_again() {
        UUID note = note();
        CommandDesk elsewhere = anotherProcess();
        send(elsewhere, "ContinueNote", "{\"noteId\": \"" + note + "\", \"lines\": 1, \"text\": \"a\"}");
        server.post("CloseNote", "{\"noteId\": \"" + note + "\"}").requireStatus(201);
        // elsewhere keeps a copy that is still open: its append meets the conflict, and then the rule
        assertThatThrownBy(() -> send(
                        elsewhere, "ContinueNote", "{\"noteId\": \"" + note + "\", \"lines\": 1, \"text\": \"a\"}"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("note-closed");
        assertThat(server.stream("Note-" + note)).hasSize(3);
    }

    @Test
    void a_stream_that_others_never_leave_alone_is_given_up() {
        UUID note = note();
        String body = "{\"noteId\": \"" + note + "\", \"lines\": 1, \"text\": \"a\"}";
        CommandDesk elsewhere = anotherProcess();
        Note.onContinue = (command, situation) -> {
            if (situation.caller().client().equals(CommandServer.OFFICE)) {
                Thread other = Thread.startVirtualThread(() -> send(elsewhere, "ContinueNote", body));
                join(other);
            }
        };
        assertThat(server.post("ContinueNote", body).requireStatus(409).code()).isEqualTo("concurrent-change");
    }

    @Test
    void a_fresh_load_passes_the_cache_by() {
        AggregateCache cache = server.bean(AggregateCache.class);
        UUID note = note();
        String stream = "Note-" + note;
        assertThat(cache.containsKey(stream)).isTrue();
        AppendContext append = new AppendContext(
                "c", UUID.randomUUID(), new byte[34], null, null, () -> ReadSet.NONE, KeyRows.NONE, Admission.FREE);
        for (boolean fresh : new boolean[] {false, true}) {
            DispatchContext decision = new DispatchContext(stream, 0, situation(), append, Map.of(), fresh);
            UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(
                    new GenericCommandMessage<>("x", MetaData.with(DispatchContext.KEY, decision)));
            try {
                assertThat(cache.<String, Object>get(stream) == null).isEqualTo(fresh);
            } finally {
                work.rollback();
            }
        }
    }

    @Test
    void events_bear_logical_names_and_whole_stream_names() {
        UUID note = note();
        StoredEvent event = server.stream("Note-" + note).getFirst();
        assertThat(event.type()).isEqualTo("Note.NoteOpened");
        assertThat(event.revision()).isEqualTo(1);
        assertThat(event.stream()).isEqualTo("Note-" + note);
        assertThat(event.division()).isEqualTo("530328202207");
        assertThat(new String(event.payloadBytes())).doesNotContain("org.minqing");
    }

    @Test
    void no_recording_time_is_finer_than_a_microsecond() {
        Instant recorded = server.stream("Note-" + note()).getFirst().recordedAt();
        assertThat(recorded.getNano() % 1000).isZero();
        assertThat(server.log().clock().now().getNano() % 1000).isZero();
    }

    @Test
    void axons_static_clock_is_left_alone() {
        assertThat(GenericEventMessage.clock).isEqualTo(Clock.systemUTC());
    }

    @Test
    void axon_looks_for_nothing_over_the_network() {
        assertThat(context.getEnvironment().getProperty("axon.update-check.disabled"))
                .isEqualTo("true");
        assertThat(context.getEnvironment().getProperty("axoniq.update-checker.disabled"))
                .isEqualTo("true");
        assertThat(context.getEnvironment().getProperty("disable-axoniq-console-message"))
                .isEqualTo("true");
        assertThat(context.getEnvironment().getProperty("axon.timeout.enabled")).isEqualTo("false");
    }

    private UUID note() {
        return server.post("OpenNote", "{\"villageCode\": \"530328202207\"}")
                .requireStatus(201)
                .id();
    }

    /** A desk with a bus and a cache of its own on the same log, as another process would have. */
    private CommandDesk anotherProcess() {
        Wiring wiring = new Wiring();
        CommandTypes types = server.bean(CommandTypes.class);
        CommandBus bus = wiring.commandBus();
        new Aggregates(types, bus, server.bean(EventStore.class), new AggregateCache(100), (event, situation) -> {});
        return new CommandDesk(
                types,
                server.log(),
                server.bean(EventTypes.class),
                server.bean(SubjectKeys.class),
                server.bean(Judgement.class),
                new Dispatcher(wiring.commandGateway(bus)),
                new Amendments(types, server.log(), server.bean(Histories.class), server.bean(Judgement.class)),
                List.of());
    }

    private static Receipt send(CommandDesk desk, String command, String body) {
        Sender sender = new Sender("elsewhere", "tester", Set.of("office"), "53", null, null);
        return desk.take(new CommandRequest(
                sender,
                UUID.randomUUID(),
                command,
                StrictJson.object(body.getBytes(StandardCharsets.UTF_8)),
                null,
                CommandRequest.Trace.NONE,
                null));
    }

    private static DecisionContext situation() {
        Caller caller = new Caller("c", "a", Set.of("office"), "office", "53", null, null);
        return new DecisionContext(
                caller, UUID.randomUUID(), LocalDate.EPOCH, new InMemoryReferences(), new Gazetteer());
    }

    private static boolean present(String name) {
        try {
            Class.forName(name);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(90, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the others never came");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
