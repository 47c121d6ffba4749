package org.minqing.query.platform.endpoint;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.access.Reach;
import org.minqing.events.Sealed;
import org.minqing.log.LogClock;
import org.minqing.query.platform.answer.Lookup;
import org.minqing.query.platform.answer.Lookups;
import org.minqing.query.platform.answer.Page;
import org.minqing.query.platform.answer.Timelines;
import org.minqing.query.platform.question.AcceptedParameters;
import org.minqing.query.platform.question.Cursor;
import org.minqing.query.platform.question.ParameterForm;
import org.minqing.query.platform.question.Question;
import org.minqing.query.platform.question.QuestionParameters;
import org.minqing.query.platform.question.Refusal;
import org.minqing.query.platform.question.Snapshots;
import org.minqing.query.platform.source.Gazetteer.Place;
import org.minqing.query.platform.source.Names;
import org.minqing.query.platform.view.Entity;
import org.minqing.query.platform.view.Views;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Who did what to whom, and who read what: audit entries and readings in one list, by the time they were recorded. */
@RestController
class AuditController {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String MASK = "***";
    private static final int EVENT = 0;
    private static final int READING = 1;
    private static final Pattern POSITIONS = Pattern.compile("\\d{1,18}(,\\d{1,18}){0,999}");

    private final Snapshots snapshots;
    private final JdbcClient jdbc;
    private final Timelines timelines;
    private final Lookups lookups;
    private final Views views;
    private final Names names;

    AuditController(
            Snapshots snapshots, JdbcClient jdbc, Timelines timelines, Lookups lookups, Views views, Names names) {
        this.names = names;
        this.snapshots = snapshots;
        this.jdbc = jdbc;
        this.timelines = timelines;
        this.lookups = lookups;
        this.views = views;
    }

    /** Where an event or a reading stands in the one order. */
    private record Key(Instant at, int kind, long number) {}

    private record Reading(
            long id,
            Instant readAt,
            long position,
            String actor,
            String role,
            @Nullable String organisation,
            String client,
            String subjectType,
            String subjectId,
            String purpose,
            @Nullable Sealed reason) {}

    @AcceptedParameters({"subject", "actor", "command", "position", "from", "to", "limit", "cursor"})
    @GetMapping("/v1/audit")
    ResponseEntity<Object> audit(QuestionParameters asked) {
        Cursor cursor = Cursor.of(asked, 3);
        return snapshots.answer(cursor.asked(), question -> {
            Key after = new Key(cursor.instant(0, Instant.EPOCH), (int) cursor.number(1), cursor.number(2));
            Map<String, Object> parameters = new HashMap<>();
            String narrowed = narrowed(question, after, cursor.limit() + 1, parameters);
            List<Key> found = jdbc.sql(narrowed)
                    .params(parameters)
                    .query((row, n) ->
                            new Key(row.getObject(1, OffsetDateTime.class).toInstant(), row.getInt(2), row.getLong(3)))
                    .list();
            return Page.of(
                            question,
                            cursor,
                            found,
                            key -> List.of(key.at, key.kind, key.number),
                            page -> shown(question, page))
                    .response(question, "/v1/audit");
        });
    }

    /**
     * What is known at the position: events up to it, readings made while the read side stood up to it. Events are recorded in the order of
     * their positions, so that of each a list by position is one by time.
     */
    private static String narrowed(Question question, Key after, int limit, Map<String, Object> parameters) {
        QuestionParameters asked = question.asked();
        String subject = asked.text("subject");
        // those of a subject in its own order, and not all events until enough of them are the subject's
        String at = subject == null ? "v.position" : "a.position";
        StringBuilder events = new StringBuilder("select v.recorded_at as at, 0 as kind, v.position as number from ")
                .append(subject == null ? "read.event v where " : OF_SUBJECT)
                .append(at)
                .append("""
                         <= :knownAt and v.occurred_on <= :asOf
                          and (v.division is null or v.division between :scope and :scopeEnd)
                        """);
        StringBuilder readings = new StringBuilder("""
                select r.read_at, 1, r.id from reading.reading r
                where r.position <= :knownAt and (r.division is null or r.division between :scope and :scopeEnd)
                """);
        parameters.put("knownAt", question.knownAt());
        parameters.put("asOf", question.asOf());
        parameters.put("scope", question.scope());
        parameters.put("scopeEnd", question.scope() + "~");
        UUID own = question.scopeOrganisation();
        if (own != null) {
            parameters.put("own", own);
            events.append(" and (v.organisation is null or v.organisation = :own)");
            // by whose the subject is, whoever read it
            readings.append(
                    " and exists (select from read.register g where g.type = r.subject_type and g.id = r.subject_id"
                            + " and g.last and (g.organisation is null or g.organisation = :own))");
        }
        if (subject != null) {
            // Type:id, Type-id or the bare id
            parameters.put("subject", subject.replaceFirst("^[A-Za-z]+[:-](?=.)", ""));
            readings.append(" and r.subject_id = :subject");
        }
        if (asked.has("actor")) {
            parameters.put("actor", String.valueOf(asked.text("actor")));
            events.append(" and v.actor = :actor");
            readings.append(" and r.actor = :actor");
        }
        UUID command = asked.uuid("command", new ParameterForm("command"));
        if (command != null) {
            parameters.put("command", command);
            events.append(" and v.command_id = :command");
            readings.append(" and false");
        }
        if (asked.has("position")) {
            parameters.put("positions", positions(String.valueOf(asked.text("position"))));
            events.append(" and v.position = any (:positions)");
            readings.append(" and false");
        }
        days(asked, at, events, readings, parameters);
        parameters.put("at", OffsetDateTime.ofInstant(after.at, LogClock.ZONE));
        parameters.put("number", after.number);
        parameters.put("limit", limit);
        events.append(
                after.kind == EVENT
                        ? " and " + at + " > :number"
                        : " and " + at + " >= (select min(f.position) from (select e.position from read.event e"
                                + " where e.recorded_at > :at order by e.recorded_at, e.position limit 1) f)");
        readings.append(after.kind == EVENT ? " and r.read_at >= :at" : " and (r.read_at, r.id) > (:at, :number)");
        String found = events + " order by " + at + " limit :limit";
        return (subject == null ? "" : SUBJECT_TYPES) + "select at, kind, number from (("
                + (subject == null ? found : "select distinct e.* from types t cross join lateral (" + found + ") e")
                + ") union all (" + readings
                + " order by r.read_at, r.id limit :limit)) as entries (at, kind, number)"
                + " order by at, kind, number limit :limit";
    }

    /** By each type under which the id stands in the trail, which is one but for a few. */
    private static final String OF_SUBJECT = "read.audit_entry a join read.event v on v.position = a.position"
            + " where a.subject_id = :subject and a.subject_type = t.type and ";

    private static final String SUBJECT_TYPES = """
            with recursive types (type) as (
                select min(subject_type) from read.audit_entry where subject_id = :subject
                union all
                select (select min(a.subject_type) from read.audit_entry a
                        where a.subject_id = :subject and a.subject_type > t.type)
                from types t where t.type is not null)
            """;

    /** One position, or several with commas between them. */
    private static Long[] positions(String given) {
        if (!POSITIONS.matcher(given).matches()) {
            throw Refusal.malformed("position", "17 | 17,18,25");
        }
        return Stream.of(given.split(",")).map(Long::valueOf).toArray(Long[]::new);
    }

    /** Days on which something was recorded, in Asia/Shanghai, both included. */
    private static void days(
            QuestionParameters asked,
            String at,
            StringBuilder events,
            StringBuilder readings,
            Map<String, Object> parameters) {
        LocalDate from = asked.day("from");
        LocalDate to = asked.day("to");
        if (from != null) {
            parameters.put("from", from.atStartOfDay(LogClock.ZONE).toOffsetDateTime());
            events.append(" and " + at + " >= (select min(f.position) from (select e.position from read.event e"
                    + " where e.recorded_at >= :from order by e.recorded_at, e.position limit 1) f)");
            readings.append(" and r.read_at >= :from");
        }
        if (to != null) {
            parameters.put("to", to.plusDays(1).atStartOfDay(LogClock.ZONE).toOffsetDateTime());
            events.append(" and " + at + " < coalesce((select e.position from read.event e"
                    + " where e.recorded_at >= :to order by e.recorded_at, e.position limit 1), :knownAt + 1)");
            readings.append(" and r.read_at < :to");
        }
    }

    private List<Map<String, Object>> shown(Question question, List<Key> page) {
        Map<Long, Map<String, Object>> events = events(question, numbers(page, EVENT));
        Map<Long, Map<String, Object>> readings = readings(question, numbers(page, READING));
        List<Map<String, Object>> shown = new ArrayList<>();
        for (Key key : page) {
            shown.add((key.kind == EVENT ? events : readings).getOrDefault(key.number, Map.of()));
        }
        return shown;
    }

    private static Long[] numbers(List<Key> page, int kind) {
        return page.stream().filter(k -> k.kind == kind).map(Key::number).toArray(Long[]::new);
    }

    private Map<Long, Map<String, Object>> events(Question question, Long[] positions) {
        List<Timelines.Entry> entries = jdbc.sql(
                        "select " + Timelines.HEAD + " from read.event v where v.position = any (:positions)")
                .param("positions", positions)
                .param("knownAt", question.knownAt())
                .query(Timelines::entry)
                .list();
        Map<Long, List<Map<String, Object>>> subjects = new HashMap<>();
        jdbc.sql("select position, subject_type, subject_id from read.audit_entry where position = any (?)"
                        + " order by position, subject_type, subject_id")
                .param(positions)
                .query(row -> {
                    subjects.computeIfAbsent(row.getLong(1), p -> new ArrayList<>())
                            .add(subject(row.getString(2), row.getString(3)));
                });
        name(question, subjects.values().stream().flatMap(List::stream).toList());
        Map<Long, Map<String, Object>> shown = new HashMap<>();
        for (Timelines.Told told : timelines.tell(question, entries)) {
            Timelines.Entry e = told.entry();
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("kind", "EVENT");
            json.put("position", e.position());
            json.put("eventId", e.eventId());
            json.put("type", e.type());
            json.put("title", told.title());
            json.put("sentence", told.sentence());
            json.put("occurredOn", e.occurredOn());
            json.put("recordedAt", e.recordedAt());
            put(json, "actor", e.actor());
            put(json, "role", e.role());
            put(json, "organisation", e.organisation());
            put(json, "client", e.client());
            put(json, "authority", e.authority());
            put(json, "commandId", e.commandId());
            put(json, "voidedAt", e.voidedAt());
            put(json, "correctedAt", e.correctedAt());
            json.put("subjects", subjects.getOrDefault(e.position(), List.of()));
            shown.put(e.position(), json);
        }
        return shown;
    }

    /** What each of them is called, names masked, and under which path it is asked for. */
    private void name(Question question, List<Map<String, Object>> subjects) {
        Lookup lookup = lookups.make();
        for (Map<String, Object> subject : subjects) {
            if (text(subject, "type").equals("Division")) {
                lookup.collectDivision(text(subject, "id"));
            } else {
                lookup.collectEntity(text(subject, "id"));
            }
        }
        lookup.resolve(question);
        for (Map<String, Object> subject : subjects) {
            String id = text(subject, "id");
            put(
                    subject,
                    "label",
                    lookup.place(id).map(Place::name).or(() -> lookup.label(id)).orElse(null));
            views.entity(text(subject, "type")).map(Entity::path).ifPresent(path -> subject.put("path", path));
        }
    }

    private static String text(Map<String, Object> subject, String field) {
        return String.valueOf(subject.get(field));
    }

    private Map<Long, Map<String, Object>> readings(Question question, Long[] ids) {
        List<Reading> found = jdbc.sql("select id, read_at, position, actor, role, organisation, client, subject_type,"
                        + " subject_id, purpose, reason"
                        + " from reading.reading where id = any (?)")
                .param(ids)
                .query((row, n) -> new Reading(
                        row.getLong(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10),
                        row.getString(11) == null ? null : JSON.readValue(row.getString(11), Sealed.class)))
                .list();
        // whoever may see such data in full sees what another said it was for
        Map<Sealed, String> clear = names.open(found.stream()
                .filter(r -> question.asker()
                        .reveals(r.subjectType)
                        .filter(reach -> reach == Reach.SCOPE)
                        .isPresent())
                .map(Reading::reason)
                .filter(Objects::nonNull)
                .toList());
        Map<Long, Map<String, Object>> shown = new HashMap<>();
        found.forEach(reading -> shown.put(reading.id, json(reading, clear)));
        return shown;
    }

    private static Map<String, Object> json(Reading r, Map<Sealed, String> clear) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", "READING");
        json.put("position", r.position);
        json.put("recordedAt", r.readAt);
        json.put("actor", r.actor);
        json.put("role", r.role);
        put(json, "organisation", r.organisation);
        json.put("client", r.client);
        json.put("purpose", r.purpose);
        put(json, "reason", r.reason == null ? null : clear.getOrDefault(r.reason, MASK));
        json.put("subjects", List.of(subject(r.subjectType, r.subjectId)));
        return json;
    }

    private static Map<String, Object> subject(String type, String id) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", type);
        json.put("id", id);
        return json;
    }

    private static void put(Map<String, Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
