package org.minqing.query.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchitectureTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.minqing.query", "org.minqing.edge");
    private static final String PLANTED = "org.minqing.query.architecture.planted";
    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(PLANTED);

    private final Architecture architecture =
            new Architecture("org.minqing.query", "org.minqing.command", "org.minqing.events", "org.minqing.edge");
    private final Architecture planted =
            new Architecture(PLANTED, PLANTED + ".command", PLANTED + ".events", PLANTED + ".edge");

    @Test
    void the_house_keeps_every_rule() {
        for (ArchRule rule : architecture.all()) {
            rule.check(HOUSE);
        }
    }

    @Test
    void each_rule_catches_the_violation_planted_for_it() {
        for (ArchRule rule : planted.all()) {
            assertThat(rule.evaluate(VIOLATIONS).hasViolation())
                    .as(rule.getDescription())
                    .isTrue();
        }
    }

    @Test
    void each_room_of_the_platform_has_its_arrows_its_sentence_and_25_files_at_most() {
        Rooms rooms = new Rooms(Path.of("src/main/java/org/minqing/query/platform"));
        assertThat(rooms.names()).containsExactlyInAnyOrderElementsOf(Architecture.ROOMS.keySet());
        assertThat(rooms.crowded()).isEmpty();
        assertThat(rooms.unsaid()).isEmpty();
    }

    @Test
    void a_planted_room_is_caught_when_it_is_crowded_or_does_not_say_what_it_is_for(@TempDir Path platform)
            throws IOException {
        String said = "/**\n * Takes an event; gives a row;\n * touches {@code read.event}.\n */\n";
        plant(platform.resolve("full"), 24, said);
        plant(platform.resolve("crowded"), 25, said);
        plant(platform.resolve("talkative"), 1, "/** Takes this; gives that; touches all. There is more to say. */\n");
        plant(platform.resolve("vague"), 1, "/** Takes an event; gives a row. */\n");
        plant(platform.resolve("silent"), 1, "");
        plant(platform.resolve("nameless"), 1, said);
        Files.delete(platform.resolve("nameless/package-info.java"));

        Rooms rooms = new Rooms(platform);
        assertThat(rooms.names()).containsExactly("crowded", "full", "nameless", "silent", "talkative", "vague");
        assertThat(rooms.crowded()).containsExactly("crowded");
        assertThat(rooms.unsaid()).containsExactly("nameless", "silent", "talkative", "vague");
    }

    private static void plant(Path room, int classes, String comment) throws IOException {
        Files.createDirectories(room);
        Files.writeString(room.resolve("package-info.java"), comment + "package " + room.getFileName() + ";\n");
        for (int i = 0; i < classes; i++) {
            Files.writeString(room.resolve("Class" + i + ".java"), "class Class" + i + " {}\n");
        }
    }
}
