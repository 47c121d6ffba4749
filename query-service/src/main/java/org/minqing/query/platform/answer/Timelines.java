package org.minqing.query.platform.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.log.StoredEvent;
import org.minqing.query.platform.question.Question;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The events in whose trail an entity stands, as sentences, in the world's order. */
public class Timelines {
    public static final String HEAD = """
            v.position, v.event_id, v.type, v.stream, v.division, v.occurred_on, v.recorded_at, v.actor, v.role,
            v.actor_organisation, v.client, v.authority, v.command_id,
            (select min(x.position) from read.event x where x.voids = v.event_id and x.position <= :knownAt),
            (select max(x.position) from read.event x where x.corrects = v.event_id and x.position <= :knownAt
                and not exists (select from read.event y where y.voids = x.event_id and y.position <= :knownAt))
            """;

    private final JdbcClient jdbc;
    private final Payloads payloads;
    private final Lookups lookups;
    private final Sentences sentences;

    Timelines(JdbcClient jdbc, Payloads payloads, Lookups lookups, Sentences sentences) {
        this.jdbc = jdbc;
        this.payloads = payloads;
        this.lookups = lookups;
        this.sentences = sentences;
    }

    /**
     * The head of an event.
     *
     * @param voidedAt position of the event that voids it
     * @param correctedAt position of the last event that corrects it
     */
    public record Entry(
            long position,
            UUID eventId,
            String type,
            String stream,
            @Nullable String division,
            LocalDate occurredOn,
            Instant recordedAt,
            @Nullable String actor,
            @Nullable String role,
            @Nullable String organisation,
            @Nullable String client,
            @Nullable String authority,
            @Nullable UUID commandId,
            @Nullable Long voidedAt,
            @Nullable Long correctedAt) {}

    /**
     * What an entry says.
     *
     * @param title what kind of thing happened, in a few words
     */
    public record Told(Entry entry, String title, String sentence) {}

    public static Entry entry(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Entry(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, LocalDate.class),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getObject(13, UUID.class),
                row.getObject(14, Long.class),
                row.getObject(15, Long.class));
    }

    public List<Entry> of(
            Question question, String type, String id, LocalDate afterDay, long afterPosition, int limit) {
        return jdbc.sql("select " + HEAD + """
                from read.audit_entry a join read.event v on v.position = a.position
                where a.subject_type = :type and a.subject_id = :id and a.position <= :knownAt
                  and a.occurred_on <= :asOf and (a.occurred_on, a.position) > (:afterDay::date, :afterPosition)
                  and (v.division is null or v.division between :scope and :scopeEnd)
                  and (:own::uuid is null or v.organisation is null or v.organisation = :own::uuid)
                order by a.occurred_on, a.position limit :limit
                """)
                .param("type", type)
                .param("id", id)
                .param("asOf", question.asOf())
                .param("knownAt", question.knownAt())
                .param("afterDay", afterDay.equals(LocalDate.MIN) ? "-infinity" : afterDay.toString())
                .param("afterPosition", afterPosition)
                .param("scope", question.scope())
                .param("scopeEnd", question.scope() + "~")
                .param("own", question.scopeOrganisation())
                .param("limit", limit)
                .query(Timelines::entry)
                .list();
    }

    /** The entries with their sentences. */
    public List<Told> tell(Question question, List<Entry> entries) {
        Map<Long, StoredEvent> events =
                payloads.at(entries.stream().map(Entry::position).toList());
        Lookup lookup = lookups.make();
        Map<Long, JsonNode> bodies = new HashMap<>();
        events.forEach((position, event) -> {
            JsonNode body = Lookup.parse(new String(event.payloadBytes(), java.nio.charset.StandardCharsets.UTF_8));
            lookup.collect("", body);
            bodies.put(position, body);
        });
        lookup.resolve(question);
        List<Told> told = new ArrayList<>();
        for (Entry entry : entries) {
            JsonNode body = bodies.getOrDefault(entry.position(), Lookup.object());
            told.add(new Told(
                    entry,
                    sentences.title(question.language(), entry.type()),
                    sentences.sentence(question.language(), entry.type(), body, lookup)));
        }
        return told;
    }
}
