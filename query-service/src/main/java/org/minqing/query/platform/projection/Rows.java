package org.minqing.query.platform.projection;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Rows for one table, as text for COPY: the way in which both the tail and a rebuild write. */
final class Rows {
    private final StringBuilder text = new StringBuilder();
    private boolean fresh = true;

    Rows add(@Nullable Object value) {
        if (!fresh) {
            text.append('\t');
        }
        fresh = false;
        switch (value) {
            case null -> text.append("\\N");
            case BigDecimal number -> text.append(number.toPlainString());
            case Boolean bool -> text.append(bool ? 't' : 'f');
            case Collection<?> values -> escape(array(values));
            default -> escape(value.toString());
        }
        return this;
    }

    /** {@code [from,to)}; null: without an end. */
    Rows range(Object from, @Nullable Object to) {
        return add("[" + from + "," + (to == null ? "" : to) + ")");
    }

    void end() {
        text.append('\n');
        fresh = true;
    }

    private static String array(Collection<?> values) {
        StringBuilder array = new StringBuilder("{");
        for (Object value : values) {
            if (array.length() > 1) {
                array.append(',');
            }
            array.append('"')
                    .append(value.toString().replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return array.append('}').toString();
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    void copy(Connection connection, String into) throws SQLException {
        if (text.isEmpty()) {
            return;
        }
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        try (var reader = new java.io.StringReader(text.toString())) {
            copy.copyIn("copy " + into + " from stdin", reader);
        } catch (java.io.IOException e) {
            throw new SQLException("cannot copy into " + into, e);
        }
    }
}
