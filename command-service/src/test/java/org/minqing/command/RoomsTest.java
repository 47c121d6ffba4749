package org.minqing.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minqing.command.planted.Planted;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.events.DomainEvent;

/** The platform is a row of rooms: each small, each with a sentence on its door, each using only those before it. */
class RoomsTest {
    private static final List<String> ROOMS =
            List.of("refusal", "readside", "history", "form", "decision", "type", "stream", "desk", "policy", "door");
    private static final int MOST = 25;

    private static final Path SOURCES = Path.of("src/main/java/org/minqing/command/platform");
    private static final Pattern ROOM = Pattern.compile("org\\.minqing\\.command\\.(?:.*\\.)?platform\\.(\\w+)");
    private static final Pattern SENTENCE = Pattern.compile("/\\*\\*\\s+\\* ([^@]+?)\\s+\\*/", Pattern.DOTALL);

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.minqing.command");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackagesOf(Planted.class);

    private static final ArchRule A_ROOM_USES_THOSE_BEFORE_IT = classes()
            .that()
            .resideInAPackage("org.minqing.command..platform..")
            .should(new ArchCondition<>("use only rooms before their own") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    int own = room(type);
                    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                        if (own >= 0 && room(dependency.getTargetClass()) > own) {
                            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                        }
                    }
                }
            });

    /** Around {@code check} nothing gets into a stream. */
    private static final ArchRule EVENTS_ARE_ENTERED_NOT_APPLIED = noClasses()
            .that()
            .resideOutsideOfPackage("org.minqing.command.platform..")
            .should()
            .callMethod(DecisionContext.class, "apply", DomainEvent.class);

    private static int room(JavaClass type) {
        Matcher room = ROOM.matcher(type.getPackageName());
        return room.lookingAt() ? ROOMS.indexOf(room.group(1)) : -1;
    }

    @Test
    void a_room_uses_those_before_it() {
        A_ROOM_USES_THOSE_BEFORE_IT.check(HOUSE);
        assertThat(A_ROOM_USES_THOSE_BEFORE_IT.evaluate(PLANTED).hasViolation()).isTrue();
    }

    @Test
    void events_are_entered_and_not_applied() {
        EVENTS_ARE_ENTERED_NOT_APPLIED.check(HOUSE);
        assertThat(EVENTS_ARE_ENTERED_NOT_APPLIED.evaluate(PLANTED).hasViolation())
                .isTrue();
    }

    @Test
    void every_room_is_small_and_says_what_it_is() {
        assertThat(faults(SOURCES)).isEmpty();
    }

    @Test
    void a_large_a_silent_and_an_unknown_room_are_found(@TempDir Path platform) throws IOException {
        for (String room : ROOMS) {
            Files.createDirectory(platform.resolve(room));
            Files.writeString(
                    platform.resolve(room).resolve("package-info.java"), "/**\n * A sentence.\n */\npackage x;\n");
        }
        assertThat(faults(platform)).isEmpty();
        Files.writeString(platform.resolve("door/package-info.java"), "package x;\n");
        Files.createDirectory(platform.resolve("attic"));
        for (int i = 0; i < MOST; i++) {
            Files.createFile(platform.resolve("desk/Class" + i + ".java"));
        }
        Files.createFile(platform.resolve("Stray.java"));
        assertThat(faults(platform))
                .containsExactlyInAnyOrder(
                        "door says nothing", "attic is no room", "desk has 26 files", "Stray.java is in no room");
    }

    private static List<String> faults(Path platform) {
        try (Stream<Path> inside = Files.list(platform)) {
            return inside.sorted().flatMap(RoomsTest::faultsOf).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> faultsOf(Path inside) {
        String name = inside.getFileName().toString();
        if (!Files.isDirectory(inside)) {
            return name.equals("package-info.java") ? Stream.of() : Stream.of(name + " is in no room");
        }
        if (!ROOMS.contains(name)) {
            return Stream.of(name + " is no room");
        }
        try (Stream<Path> files = Files.list(inside)) {
            long count = files.count();
            boolean says = SENTENCE.matcher(Files.readString(inside.resolve("package-info.java")))
                    .find();
            return Stream.of(count > MOST ? name + " has " + count + " files" : "", says ? "" : name + " says nothing")
                    .filter(fault -> !fault.isEmpty());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
