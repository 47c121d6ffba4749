package org.minqing.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.minqing.events.linkpoint.LinkPointEvent;
import org.minqing.events.visit.VisitEvent;

/** What all families have in common, so that a reader who knows one knows them all. */
class FamiliesTest {
    private static final Path SOURCES = Path.of(System.getProperty("basedir", "."), "src/main/java");

    /** Whatever is a sealed interface named {@code *Event}. */
    static Stream<Class<?>> families() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files
                    .filter(file -> file.toString().endsWith("Event.java"))
                    .<Class<?>>map(FamiliesTest::named)
                    .filter(family -> family.isSealed() && family != AmendingEvent.class)
                    .toList()
                    .stream();
        }
    }

    private static Class<?> named(Path file) {
        String path = SOURCES.relativize(file).toString();
        try {
            return Class.forName(
                    path.substring(0, path.length() - ".java".length()).replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void there_are_families() throws IOException {
        assertThat(families()).contains(LinkPointEvent.class, VisitEvent.class);
    }

    @ParameterizedTest
    @MethodSource("families")
    void every_event_says_what_it_means_to_people(Class<?> family) throws IOException {
        String source = Files.readString(SOURCES.resolve(family.getName().replace('.', '/') + ".java"));
        assertThat(events(family))
                .allSatisfy(
                        event -> assertThat(source).containsPattern("\\*/\\s+record " + event.getSimpleName() + "\\("));
    }

    @ParameterizedTest
    @MethodSource("families")
    void every_event_begins_with_its_stream_and_ends_with_its_day(Class<?> family) {
        String stream = family.getSimpleName().replace("Event", "");
        String id = Character.toLowerCase(stream.charAt(0)) + stream.substring(1) + "Id";
        assertThat(events(family)).allSatisfy(event -> {
            assertThat(names(event)).first().isEqualTo(id);
            assertThat(names(event)).last().isEqualTo("occurredOn");
        });
    }

    /** Lists are copied, so that no event changes after it was made. */
    @ParameterizedTest
    @MethodSource("families")
    void events_and_their_values_hold_no_arrays_maps_or_sets(Class<?> family) {
        assertThat(events(family))
                .allSatisfy(event -> assertThat(event.getRecordComponents())
                        .noneMatch(component -> component.getType().isArray()
                                || Map.class.isAssignableFrom(component.getType())
                                || Set.class.isAssignableFrom(component.getType())));
    }

    /** Its records, also those of sealed interfaces inside it. */
    private static List<Class<?>> events(Class<?> family) {
        return family.isSealed()
                ? Arrays.stream(family.getPermittedSubclasses())
                        .flatMap(member -> events(member).stream())
                        .toList()
                : List.of(family);
    }

    /** With those of its headers, as in JSON. */
    private static List<String> names(Class<?> event) {
        return Arrays.stream(event.getRecordComponents())
                .flatMap(component -> header(component.getType())
                        ? names(component.getType()).stream()
                        : Stream.of(component.getName()))
                .toList();
    }

    private static boolean header(Class<?> type) {
        Class<?> family = type.getEnclosingClass();
        return type.isRecord() && family != null && family.isSealed() && !family.isAssignableFrom(type);
    }
}
