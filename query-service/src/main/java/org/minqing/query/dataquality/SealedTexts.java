package org.minqing.query.dataquality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Sealed;
import org.minqing.query.dataquality.Rule.Found;
import org.minqing.query.platform.source.Names;
import tools.jackson.databind.json.JsonMapper;

/** Judges what is sealed, for one question: a batch is opened at a time, and nothing of it is kept. */
abstract sealed class SealedTexts permits Copies, Contradictions {
    static final int BATCH = 1000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Names names;
    private final List<Candidate> batch = new ArrayList<>(BATCH);
    private final Set<Found> found = new LinkedHashSet<>();

    /**
     * A sealed text of a record.
     *
     * @param asked whether the record was asked for; others are compared with it and not found themselves
     * @param within only texts within the same are compared; empty: all
     * @param apart only texts of different ones are copies
     */
    record Candidate(Found record, boolean asked, String within, String apart, Sealed text) {
        static Candidate of(ResultSet row) throws SQLException {
            return new Candidate(
                    new Found(row.getString(1), row.getString(2), row.getString(3)),
                    row.getBoolean(4),
                    row.getString(5),
                    row.getString(6),
                    JSON.readValue(row.getString(7), Sealed.class));
        }
    }

    SealedTexts(Names names) {
        this.names = names;
    }

    /** One of the candidates, with its text in clear. */
    abstract void opened(Candidate candidate, String text);

    void add(Candidate candidate) {
        batch.add(candidate);
        if (batch.size() == BATCH) {
            open();
        }
    }

    /** The records found, once all candidates are in. */
    Collection<Found> found() {
        open();
        return found;
    }

    private void open() {
        Map<Sealed, String> clear =
                names.open(batch.stream().map(Candidate::text).toList());
        for (Candidate candidate : batch) {
            String text = clear.get(candidate.text());
            if (text != null) {
                opened(candidate, text);
            }
        }
        batch.clear();
    }

    /** @param record null: not asked for */
    final void found(@Nullable Found record) {
        if (record != null) {
            found.add(record);
        }
    }
}
