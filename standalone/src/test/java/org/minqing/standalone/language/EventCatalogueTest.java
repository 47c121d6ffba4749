package org.minqing.standalone.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.minqing.query.platform.view.View;

/** The catalogue of events in {@code docs/events} is written by this test, run with {@code -Dcatalogue.write=true}. */
class EventCatalogueTest {
    private static final Path FOLDER = Path.of(System.getProperty("basedir", "."), "..", "docs", "events");
    private static final Map<String, Story> STORIES = Story.all();
    private static final Hands HANDS = new Hands();
    private static final Map<Class<?>, View<?>> VIEWS =
            HANDS.views().collect(Collectors.toMap(View::family, view -> view));

    @Test
    void every_event_that_counts_can_be_taken_back() {
        assertThat(STORIES.values())
                .filteredOn(story -> story.counts(view(story)))
                .hasSizeGreaterThan(20)
                .filteredOn(story -> HANDS.owners(story.event()).isEmpty())
                .extracting(Story::name)
                .as("fact-giving events that nobody may void")
                .isEmpty();
    }

    private static View<?> view(Story story) {
        View<?> view = VIEWS.get(story.event().getEnclosingClass());
        assertThat(view).as("a view of %s", story.name()).isNotNull();
        return view;
    }

    @Test
    void the_catalogue_says_what_the_code_does() throws IOException {
        Map<String, String> pages = pages();
        if (Boolean.getBoolean("catalogue.write")) {
            Files.createDirectories(FOLDER);
            for (Path old : files().values()) {
                Files.delete(old);
            }
            for (var page : pages.entrySet()) {
                Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
            }
        }
        assertThat(files().keySet())
                .as("pages of docs/events; write them again with -Dcatalogue.write=true")
                .isEqualTo(pages.keySet());
        for (var page : pages.entrySet()) {
            assertThat(Files.readString(FOLDER.resolve(page.getKey())))
                    .as("docs/events/%s; write it again with -Dcatalogue.write=true", page.getKey())
                    .isEqualTo(page.getValue());
        }
    }

    private static Map<String, Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.collect(
                    Collectors.toMap(file -> file.getFileName().toString(), file -> file, (a, b) -> a, TreeMap::new));
        }
    }

    private static Map<String, String> pages() {
        Map<String, StringBuilder> pages = new TreeMap<>();
        STORIES.values()
                .forEach(story -> pages.computeIfAbsent(
                                story.streamType() + ".md", name -> new StringBuilder(heading(story.streamType())))
                        .append(entry(story)));
        Map<String, String> written = new TreeMap<>();
        pages.forEach((name, page) -> written.put(name, page.toString()));
        written.put("README.md", index());
        written.put("amendments.md", amendments());
        return written;
    }

    /** And, of a process, what may follow what. */
    private static String heading(String streamType) {
        String drawn = HANDS.table(streamType)
                .map(table -> "\n" + new Diagram<>(table).mermaid())
                .orElse("");
        return "# " + streamType + "\n" + drawn;
    }

    private static String index() {
        StringBuilder index = new StringBuilder("""
                # The events

                Written by `EventCatalogueTest` from the code; do not edit. By stream: what each event means, its fields, the bytes
                that are kept for ever, which commands make it and who reads it.

                | Stream | Events |
                |---|---|
                """);
        STORIES.values().stream()
                .collect(Collectors.groupingBy(Story::streamType, TreeMap::new, Collectors.counting()))
                .forEach((type, count) -> index.append("| [%s](%s.md) | %d |\n".formatted(type, type, count)));
        return index.toString();
    }

    private static String amendments() {
        return """
                # Voids and corrections

                Two events for all, in no family: `Voided` (it never happened) and `Corrected` (it was otherwise). Their names follow from
                what they are about: `Fund.DonationRecorded.Voided`, `Fund.DonationRecorded.Corrected`, and for a correction that was
                wrong `Fund.DonationRecorded.Corrected.Voided`. Day and dimensions are those of the event they are about.

                | Field | Type | |
                |---|---|---|
                | target | UUID | id of the event as it was first entered; of a voided correction, that of the correction |
                | before | the event | what was in force of it, whole |
                | after | the event | of a correction: what is in force from now on, whole, of the same type and day |
                | reason | Sealed | why, in words |
                | reasonCode? | String | why, as a code of the programme's own list |

                - made by: `Void{eventId, reason, reasonCode?, following?}`, `Correct{eventId, changes, reason, reasonCode?, following?}`
                - read by: the three machines of the read side; families, views and references never see them
                - counts: the facts of `before` are taken back, those of `after` given
                """;
    }

    private static String entry(Story story) {
        StringBuilder entry =
                new StringBuilder("\n## %s\n\n%s\n\n".formatted(story.event().getSimpleName(), story.sentence()));
        entry.append("- made by: ")
                .append(listed(HANDS.commands(story.event()).stream()))
                .append('\n');
        entry.append("- read by: ")
                .append(listed(HANDS.readers(story.event()).stream()))
                .append('\n');
        entry.append("- counts: ")
                .append(story.counts(view(story)) ? "yes" : "no")
                .append("\n\n");
        entry.append("| Field | Type | |\n|---|---|---|\n");
        story.components()
                .forEach(component -> entry.append("| %s%s | %s | %s |\n"
                        .formatted(
                                component.getName(),
                                Story.optional(component) ? "?" : "",
                                Story.type(component.getAnnotatedType()),
                                Story.about(component))));
        return entry.append("\n```json\n")
                .append(story.golden())
                .append("\n```\n")
                .toString();
    }

    private static String listed(Stream<String> names) {
        String listed = names.map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        return listed.isEmpty() ? "-" : listed;
    }
}
