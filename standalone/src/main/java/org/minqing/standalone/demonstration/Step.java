package org.minqing.standalone.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Ids;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One command of the year. Its id follows from its name and key, and everything it makes from that: a load cut short finds
 * what it has sent already, and later steps name what earlier ones make without asking.
 */
final class Step {
    /** The client that sends the year. */
    static final String CLIENT = "demonstration";

    /** What the report prints, by the keys of {@code clauses.csv}. */
    private static final Map<String, String> CLAUSES = Table.read("clauses").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.text("key"), row -> row.text("text")));

    private final Instant recordedAt;
    private final Mark mark;
    private final String command;
    private final UUID commandId;
    private final ObjectNode body = JsonMapper.shared().createObjectNode();
    private String lane;

    Step(Instant recordedAt, Mark mark, String command, Object... key) {
        this.recordedAt = recordedAt;
        this.mark = mark;
        this.command = command;
        this.commandId = Ids.named(
                CLIENT, command, Arrays.stream(key).map(String::valueOf).collect(Collectors.joining("/")));
        this.lane = commandId.toString();
        cites("");
    }

    /**
     * What of it the report prints, whatever the mark of the whole.
     *
     * @param clauses keys of {@code clauses.csv}, with blanks between them
     */
    Step cites(String clauses) {
        String printed = Arrays.stream(clauses.split(" "))
                .filter(key -> !key.isEmpty())
                .map(key -> Objects.requireNonNull(CLAUSES.get(key), key))
                .collect(Collectors.joining("；"));
        body.put("authority", mark.authority(printed));
        return this;
    }

    /** The stream it goes to, by the field that names it: steps of one stream keep their order. */
    Step on(String field, Object id) {
        lane = id.toString();
        return with(field, id);
    }

    /** Steps of one lane keep their order. */
    Step inLane(String name) {
        lane = name;
        return this;
    }

    Step on(LocalDate occurredOn) {
        return with("occurredOn", occurredOn);
    }

    /** Of the programme, and of the office whose year this is. */
    Step ofTheOffice() {
        return with("programmeId", Campaign.programme()).with("organisationId", Places.office());
    }

    /** A field; left out where the value is null. */
    Step with(String field, @Nullable Object value) {
        if (value != null) {
            body.set(field, JsonMapper.shared().valueToTree(value));
        }
        return this;
    }

    /** The id of what it makes. */
    UUID made() {
        return Ids.made(CLIENT, commandId);
    }

    /** The id of its first event, and so of the entity which that makes inside its stream. */
    UUID event() {
        return Ids.event(CLIENT, commandId, 0);
    }

    Instant recordedAt() {
        return recordedAt;
    }

    String lane() {
        return lane;
    }

    UUID commandId() {
        return commandId;
    }

    String command() {
        return command;
    }

    ObjectNode body() {
        return body;
    }

    @Override
    public String toString() {
        return command + " " + commandId;
    }
}
