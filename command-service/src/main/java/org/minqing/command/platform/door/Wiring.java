package org.minqing.command.platform.door;

import jakarta.validation.Validator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolution;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.minqing.command.platform.decision.HouseholdGuard;
import org.minqing.command.platform.decision.ReferenceGuard;
import org.minqing.command.platform.desk.AcceptanceListener;
import org.minqing.command.platform.desk.Amendments;
import org.minqing.command.platform.desk.CommandDesk;
import org.minqing.command.platform.desk.Dispatcher;
import org.minqing.command.platform.desk.Judgement;
import org.minqing.command.platform.desk.Rules;
import org.minqing.command.platform.history.Directory;
import org.minqing.command.platform.history.Histories;
import org.minqing.command.platform.history.Index;
import org.minqing.command.platform.history.LogGazetteer;
import org.minqing.command.platform.history.LogIndex;
import org.minqing.command.platform.history.LogReferences;
import org.minqing.command.platform.history.Reference;
import org.minqing.command.platform.policy.Policies;
import org.minqing.command.platform.policy.Policy;
import org.minqing.command.platform.policy.PolicyProcessor;
import org.minqing.command.platform.readside.HttpReadSide;
import org.minqing.command.platform.readside.NoReadSide;
import org.minqing.command.platform.readside.ReadSide;
import org.minqing.command.platform.refusal.RefusalWording;
import org.minqing.command.platform.stream.AggregateCache;
import org.minqing.command.platform.stream.Aggregates;
import org.minqing.command.platform.stream.DispatchContext;
import org.minqing.command.platform.type.CommandTypes;
import org.minqing.edge.EdgeConfiguration;
import org.minqing.edge.Problems;
import org.minqing.edge.Texts;
import org.minqing.edge.VerifiedTokens;
import org.minqing.edge.share.Shares;
import org.minqing.events.DomainEvent;
import org.minqing.events.Ids;
import org.minqing.keys.SubjectKeys;
import org.minqing.log.EventHeaders;
import org.minqing.log.EventIds;
import org.minqing.log.EventLog;
import org.minqing.log.EventTypes;
import org.minqing.log.Frontier;
import org.minqing.log.LogConfiguration;
import org.minqing.log.LogEventStorageEngine;
import org.minqing.log.LogMessageSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Every bean of the command side that Spring Boot does not bring, by hand: what Axon would bring by itself is shut out. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CommandProperties.class)
@Import({LogConfiguration.class, LogConfiguration.Appending.class, EdgeConfiguration.class})
class Wiring {
    private static final String COMMANDS = "org.minqing.command";
    private static final String EVENTS = "org.minqing.events";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    /** Before anybody uses the database, its schemas are there and the log is open. */
    @Bean
    static BeanPostProcessor schemasFirst(Environment environment) {
        return new SchemasFirst(environment);
    }

    @Bean
    EventTypes eventTypes() {
        return EventTypes.scan(EVENTS);
    }

    @Bean
    EventHeaders eventHeaders() {
        return payload -> {
            DomainEvent event = (DomainEvent) payload;
            return new EventHeaders.Header(event.programme(), event.division(), event.occurredOn());
        };
    }

    @Bean
    EventIds eventIds() {
        return Ids::event;
    }

    @Bean
    EventStore eventStore(LogEventStorageEngine engine) {
        return EmbeddedEventStore.builder().storageEngine(engine).build();
    }

    /** Without a transaction manager: the append is a transaction of its own, and who waits for it holds no connection. */
    @Bean
    CommandBus commandBus() {
        CommandBus bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .duplicateCommandHandlerResolver(DuplicateCommandHandlerResolution.rejectDuplicates())
                .build();
        bus.registerHandlerInterceptor(new DispatchContext.Interceptor());
        return bus;
    }

    @Bean
    CommandGateway commandGateway(CommandBus bus) {
        return DefaultCommandGateway.builder().commandBus(bus).build();
    }

    @Bean
    CommandTypes commandTypes() {
        return CommandTypes.scan(COMMANDS);
    }

    @Bean
    AggregateCache aggregateCache(CommandProperties properties) {
        return new AggregateCache(properties.cachedAggregates());
    }

    @Bean
    Aggregates aggregates(
            CommandTypes types, CommandBus bus, EventStore store, AggregateCache cache, ReferenceGuard guard) {
        return new Aggregates(types, bus, store, cache, guard);
    }

    @Bean
    SubjectKeys subjectKeys(DataSource dataSource, CommandProperties properties) {
        return SubjectKeys.open(dataSource, properties.keysFile());
    }

    @Bean
    Histories histories(EventLog log, Frontier frontier, CommandProperties properties) {
        return new Histories(log, frontier, properties.cachedEvents());
    }

    @Bean
    LogGazetteer logGazetteer(EventLog log, Frontier frontier) {
        return new LogGazetteer(log, frontier);
    }

    /** For one decision each. */
    @Bean
    Supplier<LogReferences> references(
            Histories histories, EventLog log, Frontier frontier, LogGazetteer gazetteer, DataSource dataSource) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        Map<Reference<?>, Directory<?>> directories = new ConcurrentHashMap<>();
        Map<Index<?>, LogIndex<?>> indexes = new ConcurrentHashMap<>();
        return () -> new LogReferences(
                frontier,
                histories,
                gazetteer,
                kind -> directories.computeIfAbsent(kind, k -> new Directory<>(log, frontier, k)),
                index -> indexes.computeIfAbsent(index, i -> new LogIndex<>(log, frontier, histories, jdbc, i)));
    }

    @Bean
    Judgement judgement(
            Validator validator,
            Supplier<LogReferences> references,
            Frontier frontier,
            LogGazetteer gazetteer,
            ReadSide readSide,
            Optional<HouseholdGuard> guard) {
        return new Judgement(new Rules(validator), references, frontier, gazetteer, readSide, guard);
    }

    @Bean
    ReadSide readSide(EventLog log, CommandProperties properties) {
        HttpReadSide.Settings settings = properties.readSide();
        if (settings == null) {
            return new NoReadSide(log::head);
        }
        return new HttpReadSide(log, settings, settings.url() == null ? properties.queryUrl() : settings.url());
    }

    @Bean
    SmartLifecycle policyProcessor(
            List<Policy<?>> policies,
            CommandDesk desk,
            EventLog log,
            LogMessageSource source,
            DataSource dataSource,
            Supplier<LogReferences> references,
            CommandProperties properties) {
        CommandProperties.Policies settings = properties.policies();
        return new PolicyProcessor(
                new Policies(settings.on() ? policies : List.of(), desk, log, references),
                JdbcClient.create(dataSource),
                source,
                settings.claim());
    }

    /** The aggregates have joined the bus before the first command comes. */
    @Bean
    CommandDesk commandDesk(
            CommandTypes types,
            EventLog log,
            EventTypes eventTypes,
            SubjectKeys keys,
            Judgement judgement,
            CommandGateway gateway,
            Aggregates joined,
            Histories histories,
            List<AcceptanceListener> afterwards) {
        return new CommandDesk(
                types,
                log,
                eventTypes,
                keys,
                judgement,
                new Dispatcher(gateway),
                new Amendments(types, log, histories, judgement),
                afterwards);
    }

    @Bean
    static Problems problems(Texts texts) {
        return new Problems(texts, new RefusalWording(), RETRY_AFTER);
    }

    /** Behind the trace, and before everything that the ordinary way leads through. */
    @Bean
    FilterRegistrationBean<DirectDoor> directDoor(JwtDecoder tokens, CommandEndpoint endpoint, ProblemAdvice advice) {
        var registration = new FilterRegistrationBean<>(new DirectDoor((VerifiedTokens) tokens, endpoint, advice));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        registration.addUrlPatterns("/v1/commands/*");
        return registration;
    }

    @Bean
    Catalogue catalogue(CommandTypes types, Texts texts) {
        return new Catalogue(types, texts);
    }

    @Bean
    Bulk bulk(CommandDesk desk, Problems problems, Shares shares) {
        return new Bulk(desk, problems, shares.rates("commands"));
    }

    @Bean
    Locations locations(CommandProperties properties) {
        return new Locations(properties.queryUrl());
    }
}
