package org.minqing.query.platform.endpoint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.answer.Items;
import org.minqing.query.platform.answer.Page;
import org.minqing.query.platform.answer.Timelines;
import org.minqing.query.platform.question.AcceptedParameters;
import org.minqing.query.platform.question.Cursor;
import org.minqing.query.platform.question.Purpose;
import org.minqing.query.platform.question.Question;
import org.minqing.query.platform.question.QuestionParameters;
import org.minqing.query.platform.question.Readings;
import org.minqing.query.platform.question.Refusal;
import org.minqing.query.platform.question.Snapshots;
import org.minqing.query.platform.register.Filter;
import org.minqing.query.platform.register.Item;
import org.minqing.query.platform.register.RegisterReader;
import org.minqing.query.platform.source.OwnHouseholds;
import org.minqing.query.platform.view.Entity;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Lists, items and timelines of every entity with a path. */
@RestController
class EntityController {
    private final Snapshots snapshots;
    private final RegisterReader register;
    private final Items items;
    private final Timelines timelines;
    private final Readings readings;
    private final OwnHouseholds ownHouseholds;

    EntityController(
            Snapshots snapshots,
            RegisterReader register,
            Items items,
            Timelines timelines,
            Readings readings,
            OwnHouseholds ownHouseholds) {
        this.snapshots = snapshots;
        this.register = register;
        this.items = items;
        this.timelines = timelines;
        this.readings = readings;
        this.ownHouseholds = ownHouseholds;
    }

    @AcceptedParameters({
        "village",
        "division",
        "organisation",
        "cadre",
        "household",
        "status",
        "kind",
        "limit",
        "cursor"
    })
    @GetMapping("/v1/{path}")
    ResponseEntity<Object> list(@PathVariable String path, Entity<?, ?> entity, QuestionParameters asked) {
        asked.limit();
        requireStatus(entity, asked.text("status"));
        Cursor cursor = Cursor.of(asked, 2);
        return snapshots.answer(cursor.asked(), question -> {
            List<Item> found =
                    register.list(filter(entity, question), cursor.number(0), cursor.text(1, ""), cursor.limit() + 1);
            return Page.of(
                            question,
                            cursor,
                            found,
                            item -> List.of(item.firstPosition(), item.id()),
                            page -> items.show(question, entity.type(), page))
                    .response(question, "/v1/" + path);
        });
    }

    private static void requireStatus(Entity<?, ?> entity, @Nullable String status) {
        if (status == null || status.equals(Item.VOIDED)) {
            return;
        }
        List<String> statuses = new ArrayList<>(entity.statuses());
        if (!statuses.contains(status)) {
            statuses.add(Item.VOIDED);
            throw Refusal.unknown("status", "unknown-status", status, new WordList(statuses));
        }
    }

    private Filter filter(Entity<?, ?> entity, Question question) {
        QuestionParameters asked = question.asked();
        String village = question.division("village");
        String division = question.division("division");
        UUID cadre = asked.uuid("cadre");
        // a household has no cadre of its own: its links have
        boolean own = cadre != null && entity.type().equals("Household");
        return new Filter(
                entity.type(),
                question.asOf(),
                question.knownAt(),
                question.scope(),
                question.scopeOrganisation(),
                narrower(village, division),
                question.programme(),
                question.organisation("organisation"),
                own ? null : cadre,
                asked.uuid("household"),
                asked.text("status"),
                asked.text("kind"),
                own ? owned(cadre, question) : null);
    }

    private List<String> owned(@Nullable UUID cadre, Question question) {
        return cadre == null
                ? List.of()
                : ownHouseholds.of(cadre, question.asOf(), question.knownAt()).stream()
                        .map(UUID::toString)
                        .toList();
    }

    static @Nullable String narrower(@Nullable String village, @Nullable String division) {
        if (village == null || division == null) {
            return village == null ? division : village;
        }
        if (!village.startsWith(division) && !division.startsWith(village)) {
            throw Refusal.invalid("village", "out-of-scope");
        }
        return village.length() > division.length() ? village : division;
    }

    @AcceptedParameters(reveals = true)
    @GetMapping("/v1/{path}/{id}")
    ResponseEntity<Object> item(
            @PathVariable String path, Entity<?, ?> entity, @PathVariable String id, QuestionParameters asked) {
        Purpose purpose = asked.purpose();
        if (purpose == null) {
            return snapshots.answer(
                    asked,
                    question -> items.show(question, entity.type(), List.of(found(entity, id, question)))
                            .getFirst());
        }
        Readings.Reading reading = snapshots.with(
                asked, question -> readings.allowed(question, entity.type(), found(entity, id, question), purpose));
        readings.log(reading);
        return snapshots.answer(asked, question -> items.reveal(question, entity.type(), found(entity, id, question)));
    }

    private Item found(Entity<?, ?> entity, String idOrCode, Question question) {
        boolean division = entity.type().equals("Division");
        String id = division ? question.divisionId(idOrCode) : idOrCode;
        Optional<Item> item = register.find(entity.type(), id, question.asOf(), question.knownAt());
        if (item.isEmpty() && division) {
            // a day or position before the division's first is answered with its first code and name
            item = register.first(entity.type(), id);
        }
        Item found = item.orElseThrow(() -> notFound(entity, idOrCode));
        question.requireScope(found.division(), found.organisation());
        return found;
    }

    private static Refusal notFound(Entity<?, ?> entity, String id) {
        String kind = entity.type().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
        return Refusal.notFound(kind, id);
    }

    @AcceptedParameters({"limit", "cursor"})
    @GetMapping("/v1/{path}/{id}/timeline")
    ResponseEntity<Object> timeline(
            @PathVariable String path, Entity<?, ?> entity, @PathVariable String id, QuestionParameters asked) {
        Cursor cursor = Cursor.of(asked, 2);
        return snapshots.answer(cursor.asked(), question -> {
            Item item = found(entity, id, question);
            List<Timelines.Entry> found = timelines.of(
                    question,
                    entity.type(),
                    item.id(),
                    cursor.day(0, LocalDate.MIN),
                    cursor.number(1),
                    cursor.limit() + 1);
            return Page.of(
                            question,
                            cursor,
                            found,
                            entry -> List.of(entry.occurredOn(), entry.position()),
                            page -> shown(timelines.tell(question, page)))
                    .response(question, "/v1/" + path + "/" + id + "/timeline");
        });
    }

    private static List<Map<String, Object>> shown(List<Timelines.Told> told) {
        List<Map<String, Object>> shown = new ArrayList<>();
        for (Timelines.Told each : told) {
            Timelines.Entry entry = each.entry();
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("position", entry.position());
            json.put("eventId", entry.eventId());
            json.put("type", entry.type());
            json.put("title", each.title());
            json.put("sentence", each.sentence());
            json.put("occurredOn", entry.occurredOn());
            json.put("recordedAt", entry.recordedAt());
            json.put("actor", entry.actor());
            json.put("role", entry.role());
            put(json, "voidedAt", entry.voidedAt());
            put(json, "correctedAt", entry.correctedAt());
            shown.add(json);
        }
        return shown;
    }

    private static void put(Map<String, Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
