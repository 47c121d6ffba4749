package org.minqing.query.platform.register;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.minqing.query.platform.view.Dimensions;
import org.minqing.query.platform.view.Subject;
import org.minqing.query.platform.view.Task;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what is to be done; call within a transaction with a snapshot. */
public class TaskReader {
    private static final String STANDING = "last and until is null";
    private static final String ENDING = "last and until >= :asOf";
    private static final String STOOD = "not last and upper_inf(known)";
    private static final String KNOWN = "not upper_inf(known)";

    private final JdbcClient jdbc;

    public TaskReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By {@link Task#place}, after that place. */
    public List<Task> list(Sight sight, String after, int limit) {
        Narrowing narrowing = new Narrowing(sight.asOf(), sight.knownAt(), sight.scope())
                .within(sight.division(), sight.programme(), sight.organisation(), sight.household(), sight.kind())
                .by("kept_by is null or kept_by = :own", "own", sight.scopeOrganisation())
                .by(
                        "cadres @> :cadres::uuid[]",
                        "cadres",
                        sight.cadres().isEmpty() ? null : sight.cadres().toArray(UUID[]::new))
                .with("after", after)
                .with("limit", limit);
        String seen = narrowing.sql();
        Map<String, Object> parameters = narrowing.parameters();
        String behind = " and place > :after" + (sight.overdue() ? " and place < :asOf::text" : "");
        String order = " order by place limit :limit";
        String one =
                " from read.task where not monthly and (until is null or until >= :asOf)" + seen + behind + " and ";
        List<Task> single = read(
                "(select *" + one + STANDING + order + ") union all select *" + one + ENDING + " union all select *"
                        + one + STOOD + " union all select *" + one + KNOWN,
                order,
                parameters);
        String many = " from read.task where monthly" + seen + " and ";
        List<Task> monthly = read(
                "select *" + many + "last union all select *" + many + STOOD + " union all select *" + many + KNOWN,
                "",
                parameters);
        return Stream.concat(
                        single.stream(),
                        monthly.stream()
                                .flatMap(task -> task.on(sight.asOf()))
                                .filter(task -> task.place().compareTo(after) > 0)
                                .filter(task -> !sight.overdue() || task.overdue(sight.asOf())))
                .sorted(Comparator.comparing(Task::place))
                .limit(limit)
                .toList();
    }

    private List<Task> read(String rows, String order, Map<String, Object> parameters) {
        return jdbc.sql(
                        "select type, id, name, month, told_from, due_on, until, monthly, programme, division, organisation,"
                                + " cadres, household, kinds from (" + rows + ") task" + order)
                .params(parameters)
                .query(TaskReader::task)
                .list();
    }

    private static Task task(ResultSet row, int number) throws SQLException {
        String month = row.getString("month");
        Array cadres = row.getArray("cadres");
        Array kinds = row.getArray("kinds");
        return new Task(
                row.getString("name"),
                new Subject(row.getString("type"), row.getString("id")),
                month.isEmpty() ? null : YearMonth.parse(month),
                row.getObject("told_from", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getBoolean("monthly"),
                new Dimensions(
                        row.getObject("programme", UUID.class),
                        row.getString("division"),
                        row.getObject("organisation", UUID.class),
                        Arrays.asList((UUID[]) cadres.getArray()),
                        row.getObject("household", UUID.class),
                        null,
                        Arrays.asList((String[]) kinds.getArray())));
    }
}
