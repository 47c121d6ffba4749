package org.minqing.query.platform.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The facts behind a figure, a page at a time in the order of the log: what is read is about what is shown, however much there is.
 *
 * <ul>
 *   <li>Of a county and what lies above it most facts of a measure are its own: they are walked in their order.
 *   <li>Of a township, a village, and where such a walk finds too little, those of each village are walked, and told as far as every one
 *       of them has been walked.
 *   <li>Those of a cadre or a household, and what holds programme-wide, are few: they are found and sorted.
 * </ul>
 */
final class EvidencePages {
    /** Length of a township's divisionId. */
    private static final int TOWNSHIP = 9;
    /** So many facts are walked for each that is shown, before another way is gone. */
    private static final int PATIENCE = 20;

    private static final String COLUMNS = """
            select e.position, e.ordinal, v.event_id, v.type, e.valid_on, e.quantity, e.unit, e.qualifier, e.counted as key,
                   e.programme, e.division, e.organisation, e.cadre, e.household, e.task, e.kind, e.subject,
                   v.authority
            from (%s order by position, ordinal limit :limit) as e
            join read.event v on v.position = e.position order by e.position, e.ordinal
            """;

    private static final String AFTER =
            "f.position >= :afterPosition and (f.position > :afterPosition or f.ordinal > :afterOrdinal)";

    private static final DataClassRowMapper<Evidence> ROW = new DataClassRowMapper<>(Evidence.class);

    private final JdbcClient jdbc;
    private final Selection selection;
    private final String key;
    private final int limit;
    private final List<Evidence> found = new ArrayList<>();
    private long afterPosition;
    private int afterOrdinal;

    /** @param key what is counted, as SQL */
    EvidencePages(JdbcClient jdbc, Selection selection, String key, long afterPosition, int afterOrdinal, int limit) {
        this.jdbc = jdbc;
        this.selection = selection;
        this.key = key;
        this.limit = limit;
        this.afterPosition = afterPosition;
        this.afterOrdinal = afterOrdinal;
    }

    List<Evidence> page() {
        if (selection.measure().wide() || selection.cadre() != null || selection.household() != null) {
            sort();
        } else if (selection.division() != null && selection.division().length() >= TOWNSHIP) {
            merge();
        } else if (!walk()) {
            if (selection.division() == null || narrowed()) {
                sort();
            } else {
                merge();
            }
        }
        return found;
    }

    /** Of an organisation, a task or a kind a village may have nothing at all, and would be walked to its end. */
    private boolean narrowed() {
        return selection.organisation() != null
                || selection.scope() != null
                || selection.task() != null
                || selection.kind() != null;
    }

    /** Whether nothing is left to be found. */
    private boolean walk() {
        String from = "select f.* from read.fact f where f.measure = :measure and " + AFTER
                + " and f.position <= :knownAt order by f.position, f.ordinal limit :most";
        Map<String, Object> parameters = parameters();
        parameters.put("most", PATIENCE * limit);
        parameters.put("others", PATIENCE * limit - 1);
        String walked = "with " + FactSelection.launched(selection) + "walked as (" + from + ") " + shown()
                + " from walked f where true" + FactSelection.one(selection, parameters);
        take(walked, parameters);
        return found.size() == limit
                || !jdbc.sql("select position, ordinal from (" + from
                                + ") f order by position, ordinal limit 1 offset :others")
                        .params(parameters)
                        .query((row, n) -> {
                            afterPosition = row.getLong(1);
                            afterOrdinal = row.getInt(2);
                            return true;
                        })
                        .optional()
                        .orElse(false);
    }

    private String shown() {
        return "select f.*, " + key + " as counted";
    }

    private void sort() {
        Map<String, Object> parameters = parameters();
        String evidence = FactSelection.sql(selection, parameters);
        take("with " + evidence + shown() + " from evidence f where " + AFTER, parameters);
    }

    private void merge() {
        Map<String, Object> parameters = parameters();
        String one = FactSelection.one(selection.anywhere(), parameters);
        parameters.put("division", selection.division());
        parameters.put("divisionEnd", selection.division() + "~");
        List<String> places = jdbc.sql(PlaceFigures.PLACES)
                .params(parameters)
                .query(String.class)
                .list();
        parameters.put("places", places.toArray(String[]::new));
        String took = "with " + FactSelection.launched(selection) + """
                took as materialized (
                    select f.* from unnest(:places::text[]) as p (division)
                    cross join lateral (
                        select f.* from read.fact f where f.division = p.division and %s%s
                        order by f.position, f.ordinal limit :each) as f),
                least as (
                    select position, ordinal from (
                        select position, ordinal, count(*) over w as times, row_number() over w as place from took
                        window w as (partition by division order by position, ordinal)) as numbered
                    where place = :each order by position, ordinal limit 1)
                %s from took f
                where not exists (select from least l where (f.position, f.ordinal) > (l.position, l.ordinal))
                """.formatted(AFTER, one, shown());
        int before = -1;
        while (!places.isEmpty() && found.size() < limit && found.size() > before) {
            before = found.size();
            int left = limit - found.size();
            parameters.put("each", places.size() == 1 ? left : 2 * left / places.size() + 3);
            parameters.put("limit", left);
            parameters.put("afterPosition", afterPosition);
            parameters.put("afterOrdinal", afterOrdinal);
            take(took, parameters);
        }
    }

    private void take(String facts, Map<String, Object> parameters) {
        jdbc.sql(COLUMNS.formatted(facts)).params(parameters).query(row -> {
            Evidence each = Objects.requireNonNull(ROW.mapRow(row, 0));
            found.add(each);
            afterPosition = each.position();
            afterOrdinal = each.ordinal();
        });
    }

    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("afterPosition", afterPosition);
        parameters.put("afterOrdinal", afterOrdinal);
        parameters.put("limit", limit - found.size());
        return parameters;
    }
}
