package org.minqing.command.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.minqing.events.AmendingEvent;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Ids;
import org.minqing.events.Voided;
import org.minqing.events.rectification.RectificationEvent.MeasureSet;
import org.minqing.log.EventCodec;
import org.minqing.log.EventTypes;

/**
 * What stands in a log can be read for ever: every event has a file with its bytes, {@code <Type>.<Event>.r<revision>.json},
 * and {@code .min.json} without the optional components; every enum has {@code <Enum>.txt} with its constants. Files, and
 * lines of the latter, are added, by running this test with {@code -Dgolden.add=true}, and never edited or removed.
 */
class GoldenTest {
    private static final Path FOLDER = Path.of(System.getProperty("basedir", "."), "src/test/resources/golden");
    private static final Pattern FILE =
            Pattern.compile("(\\w+\\.\\w+(?:\\.\\w+)*?)\\.r(\\d+)(\\.min|\\.later)?\\.json");

    private final EventTypes types = EventTypes.scan("org.minqing.events");
    private final EventCodec codec = new EventCodec();

    @TestFactory
    Stream<DynamicTest> every_event_is_written_as_its_golden_file_says() throws IOException {
        Map<String, Object> examples = examples();
        if (Boolean.getBoolean("golden.add")) {
            for (var example : examples.entrySet()) {
                if (Files.notExists(FOLDER.resolve(example.getKey()))) {
                    Files.writeString(FOLDER.resolve(example.getKey()), json(example.getValue()) + "\n");
                }
            }
        }
        return examples.entrySet().stream()
                .map(example ->
                        DynamicTest.dynamicTest(example.getKey(), () -> compare(example.getKey(), example.getValue())));
    }

    private void compare(String name, Object example) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Files.notExists(file)) {
            fail("%s is missing. If the event is new, add it: run this test with -Dgolden.add=true.", name);
        }
        String golden = Files.readString(file).stripTrailing();
        assertThat(json(example))
                .describedAs(
                        "%s: logs hold these bytes, and others would now be written. Never edit the file: put back "
                                + "what was, or give the event another revision and keep reading this one.",
                        name)
                .isEqualTo(golden);
        assertThat(codec.decode(golden.getBytes(StandardCharsets.UTF_8), types.type(types.name(example), 1)))
                .describedAs(name)
                .isEqualTo(example);
    }

    @TestFactory
    Stream<DynamicTest> constants_are_added_but_never_renamed_or_removed() {
        return enums().map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> {
            Path file = FOLDER.resolve(type.getSimpleName() + ".txt");
            List<String> golden = Files.exists(file) ? Files.readAllLines(file) : List.of();
            List<String> names =
                    Stream.of(type.getEnumConstants()).map(Object::toString).toList();
            assertThat(names).describedAs("logs hold these constants").containsAll(golden);
            if (Boolean.getBoolean("golden.add") && !golden.containsAll(names)) {
                golden = Stream.concat(golden.stream(), names.stream())
                        .distinct()
                        .toList();
                Files.write(file, golden);
            }
            assertThat(golden)
                    .describedAs("if a constant is new, add it: run this test with -Dgolden.add=true")
                    .containsAll(names);
        }));
    }

    @Test
    void whatever_was_ever_written_can_be_read() throws IOException {
        Set<String> read = new TreeSet<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                Matcher name = FILE.matcher(file.getFileName().toString());
                assertThat(name.matches()).describedAs(file.toString()).isTrue();
                Type type = types.type(name.group(1), Integer.parseInt(name.group(2)));
                assertThat(codec.decode(Files.readString(file).stripTrailing().getBytes(StandardCharsets.UTF_8), type))
                        .isNotNull();
                read.add(name.group(1));
            }
        }
        assertThat(read).isNotEmpty();
    }

    /** By file name: one example of every event, and one more where something may be left out or came later. */
    private Map<String, Object> examples() {
        Map<String, Object> examples = new TreeMap<>();
        types.all().forEach((name, event) -> {
            if (!name.startsWith("log.") && published(event)) {
                String file = name + ".r" + types.revision(event);
                examples.put(file + ".json", Samples.whole().of(event));
                if (Samples.grew(event)) {
                    examples.put(file + ".later.json", Samples.latest().of(event));
                }
                if (Samples.leaveSomethingOut(event)) {
                    examples.put(file + ".min.json", Samples.least().of(event));
                }
            }
        });
        amendments().forEach(event -> examples.put(types.name(event) + ".r1.json", event));
        return examples;
    }

    /** One of each form: what is about another holds that one whole. */
    private static List<DomainEvent> amendments() {
        var before = (MeasureSet) Samples.whole().of(MeasureSet.class);
        var after = (MeasureSet) Samples.least().of(MeasureSet.class);
        UUID target = Ids.named("golden", "target");
        var corrected = new Corrected<>(target, before, after, before.text(), "DUPLICATE");
        return List.of(
                new Voided<>(target, before, before.text(), "DUPLICATE"),
                corrected,
                new Voided<>(Ids.named("golden", "correction"), corrected, before.text(), null));
    }

    /** Not the families that tests make up for themselves. */
    private static boolean published(Class<?> event) {
        return event.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .equals(DomainEvent.class.getProtectionDomain().getCodeSource().getLocation());
    }

    private Stream<Class<?>> enums() {
        Set<Class<?>> enums = new LinkedHashSet<>();
        examples().values().stream()
                .filter(example -> !(example instanceof AmendingEvent<?>))
                .forEach(example -> Samples.enums(example.getClass(), enums));
        return enums.stream();
    }

    private String json(Object event) {
        return new String(codec.encode(event), StandardCharsets.UTF_8);
    }
}
