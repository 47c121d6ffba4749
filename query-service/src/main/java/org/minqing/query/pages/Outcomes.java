package org.minqing.query.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Sends what a form says as a command, and tells what came of it: where it stands in the log, or what to do next. */
@Component
class Outcomes {
    /** What there is in place of a form on a view of the past. */
    static final String PAST = "forms :: past";

    private final Api api;
    private final Labels labels;
    private final Words words;

    Outcomes(Api api, Labels labels, Words words) {
        this.api = api;
        this.labels = labels;
        this.words = words;
    }

    /**
     * What was entered.
     *
     * @param form its name, as in /forms/{form}
     * @param view where and when the reader stands
     * @param key idempotency key: the same form sent twice is one command
     * @param inputs which of its fields holds what a pointer into the command names, where it is not called the same
     */
    record Entered(
            String form,
            Viewpoint view,
            String key,
            String command,
            Map<String, Object> data,
            Map<String, String> inputs) {}

    String of(Reader reader, Entered entered, HttpServletResponse response, Model model) {
        if (entered.view().past()) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return PAST;
        }
        Answer answer = api.command(reader, entered.command(), entered.key(), entered.data());
        response.setStatus(answer.status());
        model.addAttribute("form", entered.form());
        if (!answer.good()) {
            model.addAttribute(
                    "problem",
                    words.told(answer, entered.inputs()).in(said -> words.shown(labels.readable(reader, said))));
            return "forms :: refused";
        }
        model.addAttribute("answer", answer.body());
        model.addAttribute("held", entered.view().held(Viewpoint.today(), answer.text("position")));
        model.addAttribute("events", events(reader, entered.key(), answer));
        return "forms :: recorded";
    }

    /** The sentences of what was recorded, once the read side has it. */
    private List<Map<String, Object>> events(Reader reader, String key, Answer answer) {
        if (answer.list("events").isEmpty()) {
            return List.of();
        }
        return api.get(reader, Api.path("audit"), Map.of("command", key, "after", answer.text("position")))
                .items();
    }

    static void put(Map<String, Object> data, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            // what some keyboards send in two characters is one
            data.put(name, Normalizer.normalize(value.strip(), Normalizer.Form.NFC));
        }
    }
}
