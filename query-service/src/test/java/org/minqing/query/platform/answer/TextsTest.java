package org.minqing.query.platform.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.minqing.edge.Language;
import org.minqing.edge.Texts;
import org.minqing.log.EventTypes;
import org.minqing.query.platform.fact.Catalogue;
import org.minqing.query.platform.view.Measure;
import org.minqing.query.platform.view.Views;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class TextsTest {
    private final Texts texts = new Texts();

    @Test
    void every_event_has_a_sentence_in_both_languages() {
        List<String> missing = new ArrayList<>();
        for (String type : EventTypes.scan("org.minqing.events").all().keySet()) {
            for (Language language : Language.values()) {
                if (texts.find(language, "event." + type).isEmpty()) {
                    missing.add(language + " " + type);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** What kind of thing happened, for people: the type's own name is for programs. */
    @Test
    void every_event_and_its_amendments_have_a_title_in_both_languages() {
        List<String> missing = new ArrayList<>();
        for (String type : EventTypes.scan("org.minqing.events").all().keySet()) {
            for (String each : List.of(type, type + ".Voided", type + ".Corrected", type + ".Corrected.Voided")) {
                for (Language language : Language.values()) {
                    String title = new Sentences(texts).title(language, each);
                    if (title.isBlank() || title.contains(type.substring(type.indexOf('.') + 1))) {
                        missing.add(language + " " + each);
                    }
                    assertThat(title.matches(".*\\p{IsHan}.*")).as(title).isEqualTo(language == Language.ZH);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** They are printed as they stand, so an apostrophe is written once. */
    @Test
    void no_text_doubles_an_apostrophe() throws IOException {
        List<String> doubled = new ArrayList<>();
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
            file.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("''"))
                    .forEach(doubled::add);
        }
        assertThat(doubled).isEmpty();
    }

    /** Whatever choice a sentence prints is printed as a word. */
    @Test
    void every_choice_in_a_sentence_has_a_word_in_both_languages() {
        Set<String> missing = new TreeSet<>();
        EventTypes.scan("org.minqing.events").all().forEach((type, event) -> {
            for (Language language : Language.values()) {
                String sentence = texts.find(language, "event." + type).orElse("");
                for (RecordComponent component : event.getRecordComponents()) {
                    String field = component.getName();
                    Object[] choices = component.getType().getEnumConstants();
                    if (choices != null && sentence.contains("{" + field + "}")) {
                        for (Object choice : choices) {
                            String stream = type.substring(0, type.indexOf('.') + 1);
                            if (texts.find(language, "value." + stream + field + "." + choice)
                                    .or(() -> texts.find(language, "value." + field + "." + choice))
                                    .or(() -> texts.find(language, "value." + choice))
                                    .isEmpty()) {
                                missing.add(language + " " + field + "." + choice);
                            }
                        }
                    }
                }
            }
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void every_unit_of_the_catalogue_has_a_chinese_word() {
        Set<String> missing = new TreeSet<>();
        for (Measure measure : new Catalogue(new Views(List.of())).all()) {
            if (texts.find(Language.ZH, "unit." + measure.unit()).isEmpty()) {
                missing.add(measure.unit());
            }
        }
        missing.remove("date");
        assertThat(missing).isEmpty();
    }
}
