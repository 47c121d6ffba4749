package org.minqing.command.platform.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.minqing.command.language.Samples;
import org.minqing.command.platform.decision.Transitions.Row;
import org.minqing.command.platform.history.StreamEntry;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.platform.type.CommandTypes;
import org.minqing.events.DomainEvent;
import org.minqing.events.Ids;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every process does what its table says. All ways through the table are gone on the aggregate itself, each with every step
 * beside it, and every step is tried at the end of each: what the table refuses is refused with its code, and what it allows
 * is taken at the end of one way at least, unless all that stands against it is what the example's data say.
 */
class TransitionsTest {
    /** Ways tried for one table: enough for every stage to be come to by more than one. */
    private static final int WAYS = 400;

    @TestFactory
    Stream<DynamicTest> every_step_is_taken_or_refused_as_the_table_says() {
        return tables().entrySet().stream()
                .map(table -> DynamicTest.dynamicTest(
                        table.getKey().getSimpleName(), () -> walk(table.getKey(), table.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> every_step_can_be_come_to_and_has_words_for_its_refusals() {
        return tables().entrySet().stream()
                .map(table -> DynamicTest.dynamicTest(
                        table.getKey().getSimpleName(), () -> complete(table.getKey(), table.getValue())));
    }

    @Test
    void finds_the_tables_of_the_aggregates() {
        assertThat(tables().keySet())
                .extracting(Class::getSimpleName)
                .contains("Rectification", "Dispute", "Concern")
                .hasSizeGreaterThanOrEqualTo((int) aggregates()
                        .filter(ProcessAggregate.class::isAssignableFrom)
                        .count());
    }

    // ------------------------------------------------------------------ the walk

    private static void walk(Class<?> aggregate, Transitions<DomainEvent> table) {
        Set<String> allowed = new TreeSet<>();
        Set<String> taken = new HashSet<>();
        Set<String> refusedByData = new HashSet<>();
        for (List<Class<? extends DomainEvent>> way : ways(table)) {
            Class<?> stage = way.getLast();
            for (List<DomainEvent> story : stories(table, way)) {
                again(aggregate, table, story, stage);
                for (Row<DomainEvent> row : steps(table)) {
                    String code = row.refusal(stage);
                    String passage = stage.getSimpleName() + " -> " + row.step().getSimpleName();
                    for (DomainEvent example : examples(row.step())) {
                        Refusal refusal = tried(aggregate, story, example);
                        if (code != null) {
                            assertThat(refusal).as(passage).isNotNull();
                            assertThat(refusal.code()).as(passage).isEqualTo(code);
                            worded(refusal);
                        } else if (refusal == null) {
                            taken.add(passage);
                        } else if (!codes(row).contains(refusal.code())) {
                            refusedByData.add(passage);
                        }
                    }
                    if (code == null) {
                        allowed.add(passage);
                    }
                }
            }
        }
        assertThat(allowed)
                .as("passages the table allows, refused by a code of the table wherever they were tried")
                .isNotEmpty()
                .allMatch(passage -> taken.contains(passage) || refusedByData.contains(passage));
    }

    /** A second beginning is refused, and a step taken once is taken no second time. */
    private static void again(
            Class<?> aggregate, Transitions<DomainEvent> table, List<DomainEvent> story, Class<?> stage) {
        if (steps(table).size() + 1 == table.rows().size()) {
            Refusal refusal = tried(aggregate, story, sample(table.beginning()));
            assertThat(refusal).isNotNull();
            assertThat(refusal.code()).isEqualTo("already-exists");
        }
        if (table.row(stage).once()) {
            assertThat(told(aggregate, story).repeats(sample(stage)))
                    .as("%s once", stage)
                    .isTrue();
        }
    }

    private static void complete(Class<?> aggregate, Transitions<DomainEvent> table) throws IOException {
        Set<Class<?>> reached = new HashSet<>();
        ways(table).forEach(way -> reached.add(way.getLast()));
        for (Row<DomainEvent> row : steps(table)) {
            assertThat(reached.stream().anyMatch(stage -> row.refusal(stage) == null))
                    .as("%s of %s can be taken", row.step(), aggregate)
                    .isTrue();
            for (String code : codes(row)) {
                for (String language : List.of("zh", "en")) {
                    assertThat(words(language)).containsKeys("problem." + code, "problem." + code + ".title");
                }
            }
        }
        // what is a process and more has events beside it that follow rules of their own
        boolean whole = ProcessAggregate.class.isAssignableFrom(aggregate);
        for (Class<?> event : whole ? family(table.beginning()).getPermittedSubclasses() : new Class<?>[0]) {
            assertThat(table.rows())
                    .extracting(Row::step)
                    .as("rows of %s", aggregate)
                    .contains(cast(event));
        }
    }

    /** The words of a refusal ask for no more than it says. */
    private static void worded(Refusal refusal) {
        try {
            String text = words("zh").getProperty("problem." + refusal.code());
            assertThat(text).as(refusal.code()).isNotNull();
            assertThat(text).doesNotContain("{" + refusal.arguments().size() + "}");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static @Nullable Refusal tried(Class<?> aggregate, List<DomainEvent> story, DomainEvent step) {
        try {
            told(aggregate, story).check(entry(step));
            return null;
        } catch (Refusal refusal) {
            return refusal;
        }
    }

    @SuppressWarnings("unchecked")
    private static StreamAggregate<DomainEvent> told(Class<?> aggregate, List<DomainEvent> story) {
        try {
            var constructor = aggregate.getDeclaredConstructor();
            constructor.setAccessible(true);
            var told = (StreamAggregate<DomainEvent>) constructor.newInstance();
            story.forEach(event -> told.on(entry(event)));
            return told;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static StreamEntry<DomainEvent> entry(DomainEvent event) {
        return new StreamEntry<>(UUID.randomUUID(), event, "tester");
    }

    // ------------------------------------------------------------------ ways and examples

    /** From the beginning along what the table allows, no stage twice. */
    private static List<List<Class<? extends DomainEvent>>> ways(Transitions<DomainEvent> table) {
        List<List<Class<? extends DomainEvent>>> ways = new ArrayList<>();
        ways.add(List.of(table.beginning()));
        for (int i = 0; i < ways.size() && ways.size() < WAYS; i++) {
            List<Class<? extends DomainEvent>> way = ways.get(i);
            for (Row<DomainEvent> row : steps(table)) {
                if (!row.beside() && !way.contains(row.step()) && row.refusal(way.getLast()) == null) {
                    List<Class<? extends DomainEvent>> longer = new ArrayList<>(way);
                    longer.add(row.step());
                    ways.add(longer);
                }
            }
        }
        return ways;
    }

    /** The way alone, and with each step beside it that may be taken at its end. */
    private static List<List<DomainEvent>> stories(
            Transitions<DomainEvent> table, List<Class<? extends DomainEvent>> way) {
        List<DomainEvent> alone = way.stream().map(TransitionsTest::sample).toList();
        List<List<DomainEvent>> stories = new ArrayList<>(List.of(alone));
        for (Row<DomainEvent> row : steps(table)) {
            if (row.beside() && row.refusal(way.getLast()) == null) {
                List<DomainEvent> more = new ArrayList<>(alone);
                more.add(sample(row.step()));
                stories.add(more);
            }
        }
        return stories;
    }

    private static List<Row<DomainEvent>> steps(Transitions<DomainEvent> table) {
        return table.rows().stream()
                .filter(row -> row.step() != table.beginning())
                .toList();
    }

    private static Set<String> codes(Row<DomainEvent> row) {
        Set<String> codes = new HashSet<>();
        row.conditions().forEach(condition -> codes.add(condition.code()));
        return codes;
    }

    /** An example whose days, numbers and persons agree with those of every other. */
    private static DomainEvent sample(Class<?> event) {
        DomainEvent sample = (DomainEvent) Samples.whole().of(event);
        RecordComponent[] components = event.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            if (components[i].getType() == LocalDate.class) {
                sample = with(sample, i, sample.occurredOn());
            } else if (components[i].getType() == int.class) {
                sample = with(sample, i, 2);
            } else if (components[i].getGenericType().getTypeName().equals("java.util.List<java.util.UUID>")) {
                sample = with(sample, i, List.of(Ids.named("golden", "personId")));
            }
        }
        return sample;
    }

    /** One for every constant a component of the event may have. */
    private static List<DomainEvent> examples(Class<? extends DomainEvent> event) {
        List<DomainEvent> examples = new ArrayList<>(List.of(sample(event)));
        RecordComponent[] components = event.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            if (components[i].getType().isEnum()) {
                for (Object constant : components[i].getType().getEnumConstants()) {
                    examples.add(with(sample(event), i, constant));
                }
            }
        }
        return examples;
    }

    private static DomainEvent with(DomainEvent event, int component, Object value) {
        RecordComponent[] components = event.getClass().getRecordComponents();
        try {
            @Nullable Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                values[i] = i == component ? value : components[i].getAccessor().invoke(event);
            }
            return event.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    // ------------------------------------------------------------------ tables

    private static Stream<Class<?>> aggregates() {
        return CommandTypes.scan("org.minqing.command").aggregates().stream();
    }

    /** By aggregate: the table it holds as a constant. */
    @SuppressWarnings("unchecked")
    private static Map<Class<?>, Transitions<DomainEvent>> tables() {
        Map<Class<?>, Transitions<DomainEvent>> tables = new LinkedHashMap<>();
        aggregates().forEach(aggregate -> {
            for (Field field : aggregate.getDeclaredFields()) {
                if (field.getType() == Transitions.class && Modifier.isStatic(field.getModifiers())) {
                    try {
                        field.setAccessible(true);
                        tables.put(aggregate, (Transitions<DomainEvent>) field.get(null));
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                }
            }
        });
        return tables;
    }

    private static Class<?> family(Class<?> event) {
        return event.getInterfaces()[0];
    }

    private static Class<? extends DomainEvent> cast(Class<?> event) {
        return event.asSubclass(DomainEvent.class);
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        for (var file : new PathMatchingResourcePatternResolver()
                .getResources("classpath*:messages/*_" + language + ".properties")) {
            try (var in = file.getInputStream()) {
                words.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
            }
        }
        return words;
    }
}
