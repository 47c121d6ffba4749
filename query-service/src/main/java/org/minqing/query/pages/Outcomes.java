package org.minqing.query.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
     * @param missing pointers to what was left out and is asked for by the command only when all else is right
     */
    record Entered(
            String form,
            Viewpoint view,
            String key,
            String command,
            Map<String, Object> data,
            Map<String, String> inputs,
            List<String> missing) {}

    String of(Reader reader, Entered entered, HttpServletResponse response, Model model) {
        if (entered.view().past()) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return PAST;
        }
        Answer answer = api.command(reader, entered.command(), entered.key(), entered.data());
        response.setStatus(answer.status());
        model.addAttribute("form", entered.form());
        if (!answer.good()) {
            Told told = words.told(answer, entered.inputs()).and(further(reader, entered, answer));
            model.addAttribute("problem", told.in(said -> words.shown(labels.readable(reader, said))));
            return "forms :: refused";
        }
        model.addAttribute("answer", answer.body());
        model.addAttribute("held", entered.view().held(Viewpoint.today(), answer.text("position")));
        model.addAttribute("events", events(reader, entered.key(), answer));
        return "forms :: recorded";
    }

    /**
     * What else is wrong: a command of which something cannot be read, or is missing, is not judged further. Without what cannot be
     * read it is, and nothing recorded.
     */
    private List<Told.Fault> further(Reader reader, Entered entered, Answer answer) {
        List<Map<String, Object>> errors = answer.list("errors");
        if (errors.isEmpty()) {
            return List.of();
        }
        List<Told.Fault> further = new ArrayList<>();
        if (answer.status() == HttpServletResponse.SC_BAD_REQUEST) {
            Map<String, Object> rest = entered.data();
            for (Map<String, Object> error : errors) {
                rest = without(rest, Answer.text(error, "pointer"));
            }
            Answer judged =
                    api.judge(reader, entered.command(), UUID.randomUUID().toString(), rest);
            if (judged.status() < HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
                further.addAll(words.told(judged, entered.inputs()).faults());
            }
        }
        entered.missing().forEach(pointer -> further.add(words.required(pointer, entered.inputs())));
        return further;
    }

    /** What stays of the data when the value that a pointer names is taken out. */
    private static Map<String, Object> without(Map<String, Object> data, String pointer) {
        String[] path = pointer.split("/", 3);
        Map<String, Object> rest = new LinkedHashMap<>(data);
        if (path.length == 3 && rest.get(path[1]) instanceof Map<?, ?> within) {
            Map<String, Object> part = new LinkedHashMap<>();
            within.forEach((name, value) -> part.put(String.valueOf(name), value));
            rest.put(path[1], without(part, "/" + path[2]));
        } else if (path.length > 1) {
            rest.remove(path[1]);
        }
        return rest;
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
