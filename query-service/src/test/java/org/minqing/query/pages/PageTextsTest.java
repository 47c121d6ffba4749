package org.minqing.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.minqing.events.dispute.DisputeKind;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** No page shows the key of a text in place of the text. */
class PageTextsTest {
    private static final Pattern KEY = Pattern.compile("#\\{([A-Za-z.-]+)");

    @Test
    void every_text_is_there_in_both_languages() throws IOException {
        assertThat(texts("messages_en").keySet()).isEqualTo(texts("messages").keySet());
        assertThat(texts("messages").values()).noneMatch(text -> text.toString().isBlank());
        assertThat(texts("messages_en").values())
                .noneMatch(text -> text.toString().isBlank());
    }

    @Test
    void every_text_a_template_asks_for_is_there() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (Resource template : new PathMatchingResourcePatternResolver().getResources("classpath:/pages/*.html")) {
            KEY.matcher(template.getContentAsString(StandardCharsets.UTF_8))
                    .results()
                    .forEach(m -> asked.add(m.group(1)));
        }
        assertThat(asked).hasSizeGreaterThan(50);
        assertThat(keys()).containsAll(asked);
    }

    @Test
    void every_step_theme_and_kind_has_a_name() throws IOException {
        List<Map<String, Object>> disputes = List.of(
                Map.of("status", "REGISTERED"),
                Map.of("status", "ACCEPTED", "sessions", 1),
                Map.of("status", "AGREED", "agreement", Map.of()),
                Map.of("status", "FAILED"),
                Map.of("status", "RESOLVED", "agreement", Map.of(), "confirmationAppliedOn", "2012-04-01"));
        Stream<String> steps = disputes.stream()
                .flatMap(d -> DisputeStep.after(d).stream())
                .flatMap(step -> step.field() == null
                        ? Stream.of(step.message())
                        : Stream.of(step.message(), "text." + step.field()));
        Stream<String> themes = Arrays.stream(Theme.values()).map(theme -> "theme." + theme);
        Stream<String> kinds = Arrays.stream(DisputeKind.values()).map(kind -> "kind." + kind);

        assertThat(keys())
                .containsAll(Stream.of(steps, themes, kinds).flatMap(s -> s).toList());
    }

    @Test
    void every_field_that_a_form_sends_has_a_label() throws IOException {
        assertThat(keys())
                .containsAll(Stream.of(
                                "linkPointId",
                                "householdId",
                                "cadreId",
                                "fundId",
                                "donor.kind",
                                "donor.id",
                                "donor.name",
                                "money.amount",
                                "money.enteredUnit",
                                "occurredOn",
                                "disputeId",
                                "summary",
                                "terms",
                                "reason",
                                "court",
                                "findings",
                                "note",
                                "documentNo",
                                "oral",
                                "effectiveOn",
                                "outcome",
                                "performance",
                                "decision")
                        .map(field -> "field." + field)
                        .toList());
    }

    private static Set<String> keys() throws IOException {
        return texts("messages").stringPropertyNames();
    }

    private static Properties texts(String name) throws IOException {
        Properties texts = new Properties();
        try (var reader = new java.io.InputStreamReader(
                PageTextsTest.class.getResourceAsStream("/pages/" + name + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
