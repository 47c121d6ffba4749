package org.minqing.query.platform.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.query.platform.audit.AuditRows;
import org.minqing.query.platform.fact.FactRow;
import org.minqing.query.platform.register.Rectangle;
import org.minqing.query.platform.view.Dimensions;
import org.minqing.query.platform.view.EventMeta;
import org.minqing.query.platform.view.Fact;
import org.minqing.query.platform.view.Subject;
import org.minqing.query.platform.view.TaskRule;

/** Writes what a pass has found into the tables of one schema. */
final class Writer {
    private static final int ENDED_AT_ONCE = 200;

    private final String schema;
    private final Duties duties;

    Writer(String schema, List<TaskRule> rules) {
        this.schema = schema;
        this.duties = new Duties(schema, rules);
    }

    void write(Connection connection, Pass pass) throws SQLException {
        close(connection, pass.changes.closed());
        register(connection, pass.changes.opened());
        facts(connection, pass.facts);
        events(connection, pass.heads);
        duties.take(connection, pass);
    }

    /** Writes of a pass that goes on what will not change any more, so that it need not be held: a fund was many things. */
    void writeEnded(Connection connection, Pass pass) throws SQLException {
        if (pass.changes.ended() > ENDED_AT_ONCE) {
            List<Rectangle> ended = pass.changes.takeEnded();
            register(connection, ended);
            duties.take(connection, ended);
        }
    }

    Duties duties() {
        return duties;
    }

    private void close(Connection connection, List<Rectangle> closed) throws SQLException {
        if (closed.isEmpty()) {
            return;
        }
        String sql = "update " + schema + ".register r set known = int8range(lower(r.known), c.position)"
                + " from unnest(?::text[], ?::text[], ?::date[], ?::int8[]) as c (type, id, day, position)"
                + " where r.type = c.type and r.id = c.id and lower(r.valid) = c.day and upper_inf(r.known)";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setArray(1, array(connection, "text", closed.stream().map(Rectangle::type)));
            update.setArray(2, array(connection, "text", closed.stream().map(Rectangle::id)));
            update.setArray(
                    3,
                    array(connection, "text", closed.stream().map(r -> r.from().toString())));
            update.setArray(4, array(connection, "int8", closed.stream().map(Rectangle::knownTo)));
            int found = update.executeUpdate();
            if (found != closed.size()) {
                throw new IllegalStateException("of " + closed.size() + " open rectangles to close only " + found
                        + " stand in " + schema + ".register: it was not computed from this log");
            }
        }
    }

    private static java.sql.Array array(Connection connection, String type, java.util.stream.Stream<?> values)
            throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }

    private void register(Connection connection, Collection<Rectangle> opened) throws SQLException {
        String into = schema + ".register (type, id, valid, known, first_position, voided, state, label, programme,"
                + " division, organisation, cadres, household, status, kinds)";
        Rows rows = new Rows();
        for (Rectangle r : opened) {
            Dimensions d = r.tile().dimensions();
            rows.add(r.type()).add(r.id());
            rows.range(r.from(), r.to()).range(r.knownFrom(), r.knownTo()).add(r.firstPosition());
            rows.add(r.tile().voided()).add(r.tile().state()).add(r.tile().label());
            rows.add(d.programme()).add(d.division()).add(d.organisation()).add(d.cadres());
            rows.add(d.household()).add(d.status()).add(d.kinds()).end();
            if (rows.full()) {
                rows.copy(connection, into);
            }
        }
        rows.copy(connection, into);
    }

    private void facts(Connection connection, List<FactRow> facts) throws SQLException {
        String into = schema + ".fact (position, ordinal, measure, valid_on, programme, division, organisation, cadre,"
                + " household, task, kind, subject, quantity, unit, qualifier, key)";
        Rows rows = new Rows();
        for (FactRow row : facts) {
            Fact f = row.fact();
            rows.add(row.position()).add(row.ordinal()).add(f.measure()).add(f.validOn());
            rows.add(f.place().programme())
                    .add(f.place().division())
                    .add(f.place().organisation())
                    .add(f.facets().cadre())
                    .add(f.facets().household());
            rows.add(f.facets().task()).add(f.kind()).add(f.subject());
            rows.add(f.quantity())
                    .add(row.unit())
                    .add(f.amount().qualifier())
                    .add(row.key())
                    .end();
            if (rows.full()) {
                rows.copy(connection, into);
            }
        }
        rows.copy(connection, into);
    }

    private void events(Connection connection, List<Pass.Head> heads) throws SQLException {
        Rows events = new Rows();
        Rows entries = new Rows();
        for (Pass.Head head : heads) {
            head(events, head);
            for (Subject subject : head.subjects()) {
                entries.add(subject.id())
                        .add(subject.type())
                        .add(head.meta().position())
                        .add(head.occurredOn());
                entries.end();
            }
        }
        events.copy(
                connection,
                schema + ".event (position, event_id, stream, type, programme, division, organisation, occurred_on,"
                        + " recorded_at, actor, role, actor_organisation, client, authority, command_id, voids, corrects)");
        entries.copy(connection, schema + ".audit_entry (subject_id, subject_type, position, occurred_on)");
    }

    private static void head(Rows rows, Pass.Head head) {
        EventMeta meta = head.meta();
        DomainEvent event = head.event();
        rows.add(meta.position()).add(meta.eventId()).add(meta.stream()).add(meta.type());
        rows.add(event == null ? null : event.programme()).add(event == null ? null : event.division());
        rows.add(event == null ? null : event.organisation());
        rows.add(head.occurredOn()).add(meta.recordedAt());
        for (String key : List.of("actor", "role", "organisation", "client", "authority", "commandId")) {
            rows.add(value(meta.metadata(), key));
        }
        rows.add(event == null ? null : AuditRows.voids(event));
        rows.add(event == null ? null : AuditRows.corrects(event)).end();
    }

    private static @Nullable String value(Map<String, String> metadata, String key) {
        return metadata.get(key);
    }
}
