package org.minqing.command.platform.type;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minqing.access.Grant;
import org.minqing.command.platform.decision.DeterminedStream;
import org.minqing.command.platform.form.MadeEvents;
import org.minqing.command.platform.form.OwnDoor;
import org.minqing.command.platform.form.Shape;
import org.minqing.command.platform.history.StreamName;
import org.minqing.command.platform.refusal.StrictJson;
import org.minqing.events.DomainEvent;

/**
 * A command as its record and its aggregate's handler say it is.
 *
 * @param name {@code AssignCadreToHousehold}
 * @param record what it is bound to
 * @param aggregate the class that decides
 * @param handler its method for this command; null of what the platform handles
 * @param subject stream type, {@code LinkPoint}
 * @param creating whether it may begin a stream
 * @param makes the events that come of it, its own first
 * @param shape its fields, with those of the envelope
 * @param enveloped names of those that the envelope takes
 * @param reasonRequired whether it must say why
 * @param roles who may send it
 */
public record CommandType(
        String name,
        Class<?> record,
        Class<?> aggregate,
        @Nullable Method handler,
        String subject,
        boolean creating,
        List<Class<? extends DomainEvent>> makes,
        Shape.Composite shape,
        Set<String> enveloped,
        boolean reasonRequired,
        Set<String> roles) {

    /** Field beside the record's own that every command takes: a document or warrant number. */
    public static final String AUTHORITY = "authority";

    public static final int AUTHORITY_MAX = 100;

    /** In which of somebody's roles it is sent, and how far that reaches; empty: in none. */
    public Optional<Grant> grant(Set<String> held) {
        return Roles.grant(held, name, subject);
    }

    public String idField() {
        return StreamName.idField(subject);
    }

    public boolean determined() {
        return DeterminedStream.class.isAssignableFrom(record);
    }

    public boolean ownDoor() {
        return record.isAnnotationPresent(OwnDoor.class);
    }

    /** The logical name of its own event, {@code Fund.DonationRecorded}. */
    public String ownEvent() {
        return subject + "." + makes.getFirst().getSimpleName();
    }

    /** Whether an event of its own type is one that it makes, see {@link MadeEvents#where}. */
    boolean made(DomainEvent event) {
        String[] where = where().split("=", 2);
        return where.length < 2
                || StrictJson.MAPPER
                        .valueToTree(event)
                        .path(where[0])
                        .asString("")
                        .equals(where[1]);
    }

    /** Whether no event can be both its own and that of another command. */
    boolean toldApart(CommandType other) {
        return !where().isEmpty() && !other.where().isEmpty() && !where().equals(other.where());
    }

    private String where() {
        MadeEvents makes = record.getAnnotation(MadeEvents.class);
        return makes == null ? "" : makes.where();
    }

    /** Names that are taken although the record does not have them. */
    public Set<String> accepted() {
        return determined() ? Set.of(AUTHORITY, idField()) : Set.of(AUTHORITY);
    }
}
