package org.minqing.query.platform.endpoint;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.Language;
import org.minqing.edge.Texts;
import org.minqing.query.platform.answer.Items;
import org.minqing.query.platform.answer.Lookup;
import org.minqing.query.platform.answer.Page;
import org.minqing.query.platform.question.AcceptedParameters;
import org.minqing.query.platform.question.Cursor;
import org.minqing.query.platform.question.Question;
import org.minqing.query.platform.question.QuestionParameters;
import org.minqing.query.platform.question.Snapshots;
import org.minqing.query.platform.register.Sight;
import org.minqing.query.platform.register.TaskReader;
import org.minqing.query.platform.view.Dimensions;
import org.minqing.query.platform.view.Task;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What is to be done, the most urgent first. */
@RestController
class TaskController {
    private final TaskReader tasks;
    private final Snapshots snapshots;
    private final Items items;
    private final Texts texts;

    TaskController(TaskReader tasks, Snapshots snapshots, Items items, Texts texts) {
        this.tasks = tasks;
        this.snapshots = snapshots;
        this.items = items;
        this.texts = texts;
    }

    @AcceptedParameters({
        "mine",
        "overdue",
        "village",
        "division",
        "organisation",
        "cadre",
        "household",
        "kind",
        "limit",
        "cursor"
    })
    @GetMapping("/v1/tasks")
    ResponseEntity<Object> tasks(QuestionParameters asked) {
        Cursor cursor = Cursor.of(asked, 1);
        return snapshots.answer(cursor.asked(), question -> {
            List<Task> found = tasks.list(sight(question), cursor.text(0, ""), cursor.limit() + 1);
            return Page.of(question, cursor, found, task -> List.of(task.place()), page -> shown(question, page))
                    .response(question, "/v1/tasks");
        });
    }

    private static Sight sight(Question question) {
        QuestionParameters asked = question.asked();
        // who is no cadre has as its own whatever lies in its scope
        UUID mine = asked.flag("mine") ? question.asker().cadre() : null;
        return new Sight(
                question.asOf(),
                question.knownAt(),
                question.scope(),
                question.scopeOrganisation(),
                EntityController.narrower(question.division("village"), question.division("division")),
                question.programme(),
                question.organisation("organisation"),
                Stream.of(Optional.ofNullable(asked.uuid("cadre")), Optional.ofNullable(mine))
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList(),
                asked.uuid("household"),
                asked.text("kind"),
                asked.flag("overdue"));
    }

    private List<ObjectNode> shown(Question question, List<Task> tasks) {
        List<ObjectNode> shown = items.named(
                question, tasks.stream().map(task -> plain(task, question)).toList());
        for (int i = 0; i < shown.size(); i++) {
            shown.get(i).put("title", title(question.language(), tasks.get(i), shown.get(i)));
        }
        return shown;
    }

    private String title(Language language, Task task, ObjectNode shown) {
        String kind = shown.path("kind").asString("");
        return texts.text(
                language,
                "task." + task.name(),
                texts.find(language, "value." + kind).orElse(kind),
                shown.path("divisionName").asString(""),
                shown.path("month").asString(""));
    }

    private static ObjectNode plain(Task task, Question question) {
        Dimensions of = task.of();
        ObjectNode json = Lookup.object();
        json.put("task", task.name());
        json.put("title", "");
        json.putObject("subject")
                .put("type", task.subject().type())
                .put("id", task.subject().id());
        put(json, "month", task.month());
        json.put("dueOn", task.dueOn().toString());
        json.put("overdue", task.overdue(question.asOf()));
        of.kinds().stream().findFirst().ifPresent(kind -> json.put("kind", kind));
        put(json, "programmeId", of.programme());
        put(json, "divisionId", of.division());
        put(json, "organisationId", of.organisation());
        put(json, "cadreId", of.cadres().stream().findFirst().orElse(null));
        put(json, "householdId", of.household());
        return json;
    }

    private static void put(ObjectNode json, String field, @Nullable Object value) {
        if (value != null) {
            json.put(field, Objects.toString(value));
        }
    }
}
