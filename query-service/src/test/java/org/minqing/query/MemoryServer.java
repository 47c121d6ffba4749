package org.minqing.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.events.Sealed;
import org.minqing.log.AppendContext.Appended;
import org.minqing.log.EventCodec;
import org.minqing.log.EventLog;
import org.minqing.log.EventTypes;
import org.minqing.log.StoredEvent;
import org.minqing.query.division.MemoryGazetteer;
import org.minqing.query.period.MemoryPeriods;
import org.minqing.query.platform.audit.AuditRows;
import org.minqing.query.platform.endpoint.MemoryWeb;
import org.minqing.query.platform.fact.Catalogue;
import org.minqing.query.platform.fact.Facts;
import org.minqing.query.platform.fact.MemoryFigures;
import org.minqing.query.platform.projection.MemoryLog;
import org.minqing.query.platform.register.MemoryRegister;
import org.minqing.query.platform.register.Touched;
import org.minqing.query.platform.source.Names;
import org.minqing.query.platform.view.RecordedEvent;
import org.minqing.query.platform.view.Subject;
import org.minqing.query.platform.view.View;
import org.minqing.query.platform.view.Views;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;

/**
 * The query side without a process and without a database: events go through the log's own bytes into the same stories, facts and
 * trails, and the same controllers answer. Only the tables are lists, so what is asked of SQL alone must be asked of
 * {@link QueryServer}.
 */
public final class MemoryServer implements QuerySide {
    private static final EventTypes TYPES = EventTypes.scan("org.minqing.events");
    private static final EventCodec CODEC = new EventCodec();
    private static final List<Class<?>> VIEWS = found();
    private static final int EVERYTHING = Integer.MAX_VALUE;

    private final Views views = new Views(VIEWS.stream()
            .<View<?>>map(view -> (View<?>) BeanUtils.instantiateClass(view))
            .toList());
    private final Catalogue catalogue = new Catalogue(views);
    private final AuditRows audit = new AuditRows(views);
    private final MemoryLog log = new MemoryLog(Instant.parse("2011-01-01T00:00:00Z"));
    private final MemoryRegister register = new MemoryRegister(views, log::streams, EVERYTHING);
    private final MemoryFigures figures = new MemoryFigures(new Facts(views, catalogue));
    private final Map<Sealed, String> clear = new HashMap<>();
    private final MemoryWeb web;

    public MemoryServer() {
        this.web = web(this::open);
    }

    /** What stands in a log, told again in memory. */
    public MemoryServer(EventLog log, Names names) {
        this.web = web(names);
        log.readRange(1, log.head()).stream()
                .filter(stored -> stored.payload() instanceof DomainEvent)
                .forEach(this::take);
    }

    private MemoryWeb web(Names names) {
        return new MemoryWeb(new MemoryWeb.Memory(
                views,
                catalogue,
                log,
                register,
                figures,
                new MemoryGazetteer(register),
                new MemoryPeriods(register),
                names));
    }

    /** Whatever is a view of the service, found as Spring finds it. */
    private static List<Class<?>> found() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(View.class));
        scan.addExcludeFilter(
                (found, factory) -> !found.getAnnotationMetadata().hasAnnotation(Component.class.getName()));
        return scan.findCandidateComponents("org.minqing.query").stream()
                .<Class<?>>map(found -> type(Objects.requireNonNull(found.getBeanClassName())))
                .toList();
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<Sealed, String> open(Collection<Sealed> sealed) {
        Map<Sealed, String> opened = new HashMap<>(clear);
        opened.keySet().retainAll(sealed);
        return opened;
    }

    @Override
    public Appended on(String day, String stream, DomainEvent event) {
        UUID commandId = UUID.randomUUID();
        byte[] bytes = CODEC.encode(event);
        String type = TYPES.name(event);
        int revision = TYPES.revision(event);
        StoredEvent stored = new StoredEvent(
                log.head() + 1,
                stream,
                log.size(stream),
                UUID.randomUUID(),
                type,
                revision,
                event.programme(),
                event.division(),
                Instant.parse(day + "T04:00:00Z"),
                event.occurredOn(),
                CODEC.decode(bytes, TYPES.type(type, revision)),
                Map.of(
                        "commandId", commandId.toString(),
                        "actor", "tester",
                        "role", "office",
                        "client", "test",
                        "correlationId", commandId.toString()),
                bytes,
                new byte[0]);
        take(stored);
        return new Appended(stored.position(), stream, stored.sequence(), stored.eventId(), type);
    }

    private void take(StoredEvent stored) {
        log.append(stored);
        RecordedEvent<?> recorded = MemoryLog.recorded(stored);
        Touched touched = register.take(recorded);
        figures.take(recorded);
        web.take(recorded, audit.subjects(recorded, touched));
    }

    @Override
    public Sealed seal(String subject, String text) {
        Sealed sealed = new Sealed(
                1, subject, "A256GCM", base64("%012d".formatted(clear.size())), base64("ciphertext " + clear.size()));
        clear.put(sealed, text);
        return sealed;
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public long head() {
        return log.head();
    }

    @Override
    public QueryServer.Answer get(@Nullable String token, String path, String language, Map<String, String> headers) {
        MemoryWeb.Reply reply = web.get(token, path, language, headers);
        return new QueryServer.Answer(reply.status(), reply.body(), reply.headers());
    }

    @Override
    public Views views() {
        return views;
    }

    @Override
    public Catalogue catalogue() {
        return catalogue;
    }

    @Override
    public MemoryRegister register() {
        return register;
    }

    /** The types of the events in whose trail it stands, as they were recorded. */
    public List<String> trail(String type, Object id) {
        return web.trail(new Subject(type, id.toString())).stream()
                .map(recorded -> recorded.meta().type())
                .toList();
    }

    /** Tells every stream again, each event after everything but the log was forgotten: row for row the same. */
    public void replay() {
        MemoryRegister again = new MemoryRegister(views, log::streams, 0);
        MemoryFigures counted = new MemoryFigures(new Facts(views, catalogue));
        for (RecordedEvent<?> recorded : log.all()) {
            again.take(recorded);
            counted.take(recorded);
        }
        assertThat(again.rectangles()).isNotEmpty().isEqualTo(register.rectangles());
        assertThat(counted.rows()).isEqualTo(figures.rows());
    }
}
