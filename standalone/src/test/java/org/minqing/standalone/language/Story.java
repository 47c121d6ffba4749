package org.minqing.standalone.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.log.EventCodec;
import org.minqing.log.EventTypes;
import org.minqing.query.platform.view.EventMeta;
import org.minqing.query.platform.view.View;

/**
 * One event of the published language: its class, its source and its golden bytes.
 *
 * @param name logical name, {@code Fund.DonationRecorded}
 */
record Story(String name, Class<?> event, int revision) {
    private static final Path ROOT = Path.of(System.getProperty("basedir", "."), "..");
    private static final Path SOURCES = ROOT.resolve("shared-events/src/main/java");
    private static final Path GOLDEN = ROOT.resolve("command-service/src/test/resources/golden");
    private static final EventCodec CODEC = new EventCodec();

    /** By logical name, the log's own left out. */
    static Map<String, Story> all() {
        EventTypes types = EventTypes.scan("org.minqing.events");
        Map<String, Story> stories = new TreeMap<>();
        types.all().forEach((name, event) -> {
            if (!name.startsWith("log.") && Files.exists(source(event))) {
                stories.put(name, new Story(name, event, types.revision(event)));
            }
        });
        return stories;
    }

    private static Path source(Class<?> event) {
        return SOURCES.resolve(event.getEnclosingClass().getName().replace('.', '/') + ".java");
    }

    String streamType() {
        return name.substring(0, name.indexOf('.'));
    }

    private String meaning() {
        return meaning(event);
    }

    private static String meaning(Class<?> record) {
        Matcher found = Pattern.compile(
                        "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*record " + record.getSimpleName() + "\\(", Pattern.DOTALL)
                .matcher(read(source(record)));
        return found.find() ? plain(found.group(1)) : "";
    }

    /** What the Javadoc of its record says of a component, if it says anything. */
    static String about(RecordComponent component) {
        Matcher found = Pattern.compile("@param " + component.getName() + " (.*?)(?= @param|$)")
                .matcher(meaning(component.getDeclaringRecord()));
        return found.find() ? found.group(1).strip() : "";
    }

    /** What it means to people. */
    String sentence() {
        String meaning = meaning();
        int parameters = meaning.indexOf("@param");
        return (parameters < 0 ? meaning : meaning.substring(0, parameters)).strip();
    }

    private static String plain(String javadoc) {
        return javadoc.lines()
                .map(line -> line.strip().replaceFirst("^\\*\\s?", ""))
                .collect(Collectors.joining(" "))
                .replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
                .replaceAll("</?p>", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    List<RecordComponent> components() {
        return components(event).toList();
    }

    /** Those of a header stand among the event's own. */
    private static Stream<RecordComponent> components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .flatMap(component -> EventCodec.unwrapped(component.getType())
                        ? components(component.getType())
                        : Stream.of(component));
    }

    static boolean optional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    static String type(AnnotatedType type) {
        return type instanceof AnnotatedParameterizedType list
                ? "list of " + type(list.getAnnotatedActualTypeArguments()[0])
                : ((Class<?>) type.getType()).getSimpleName();
    }

    /** The example whose bytes are kept for ever. */
    String golden() {
        return read(GOLDEN.resolve(name + ".r" + revision + ".json")).strip();
    }

    Object example() {
        return CODEC.decode(golden().getBytes(StandardCharsets.UTF_8), event);
    }

    /** The example, and as many more as it takes to see every choice in it made. */
    Stream<Object> examples() {
        return Stream.concat(Stream.of(example()), variants((Record) example()));
    }

    /** Whether any of them gives a fact. */
    <E extends DomainEvent> boolean counts(View<E> view) {
        EventMeta meta = new EventMeta(
                2,
                new UUID(0, 1),
                streamType() + "-" + new UUID(0, 2),
                1,
                name,
                Instant.parse("2012-02-01T00:00:00Z"),
                Map.of());
        return examples()
                .anyMatch(example ->
                        view.facts(view.family().cast(example), meta).findAny().isPresent());
    }

    private static Stream<Object> variants(Record record) {
        return Arrays.stream(record.getClass().getRecordComponents()).flatMap(component -> {
            Object value = read(record, component);
            Stream<?> others = value instanceof Enum<?>
                    ? Arrays.stream(component.getType().getEnumConstants())
                    : value instanceof Record inner
                                    && inner.getClass().getName().startsWith("org.minqing")
                            ? variants(inner)
                            : Stream.empty();
            return others.flatMap(other -> with(record, component, other).stream());
        });
    }

    private static @Nullable Object read(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty where the record itself refuses such a choice. */
    private static Optional<Object> with(Record record, RecordComponent changed, Object value) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = components[i].getName().equals(changed.getName()) ? value : read(record, components[i]);
        }
        try {
            var constructor = record.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(values));
        } catch (InvocationTargetException e) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
