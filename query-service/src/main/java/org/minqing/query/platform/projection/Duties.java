package org.minqing.query.platform.projection;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.fact.FactRow;
import org.minqing.query.platform.register.Rectangle;
import org.minqing.query.platform.register.TaskRectangle;
import org.minqing.query.platform.register.TaskStory;
import org.minqing.query.platform.register.ToldTasks;
import org.minqing.query.platform.view.Circumstances;
import org.minqing.query.platform.view.Circumstances.Contribution;
import org.minqing.query.platform.view.Circumstances.State;
import org.minqing.query.platform.view.Dimensions;
import org.minqing.query.platform.view.Subject;
import org.minqing.query.platform.view.Task;
import org.minqing.query.platform.view.TaskRule;
import tools.jackson.databind.json.JsonMapper;

/** The tasks in the tables of one schema: those that follow from one state as it is written, the others by their rules. */
final class Duties {
    /** Of a household that was visited a thousand times all visits are looked at together. */
    private static final int SUBJECTS_AT_ONCE = 100;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String schema;
    private final List<TaskRule> rules;

    Duties(String schema, List<TaskRule> rules) {
        this.schema = schema;
        this.rules = rules;
    }

    /** Something that changed at a position from a day on; a measure stands as its type with the household as id. */
    private record Change(String type, String id, long position, LocalDate day) {}

    /** What is to be looked at of one subject: from which day on, by position. */
    private static final class Concerned extends TreeMap<String, SortedMap<Long, LocalDate>> {
        private static final long serialVersionUID = 1;

        void add(String id, long position, LocalDate day) {
            computeIfAbsent(id, each -> new TreeMap<>()).merge(position, day, (a, b) -> a.isBefore(b) ? a : b);
        }
    }

    /** Takes what a pass has found, which is written already. */
    void take(Connection connection, Pass pass) throws SQLException {
        write(connection, tasks(pass.changes.opened()), tasks(pass.changes.closed()));
        for (TaskRule rule : rules) {
            List<Change> changes = changes(rule, pass);
            if (!changes.isEmpty()) {
                tell(connection, rule, concerned(connection, rule, changes));
            }
        }
    }

    /** Takes rectangles that are opened and closed already, and in which no rule is interested. */
    void take(Connection connection, Collection<Rectangle> ended) throws SQLException {
        write(connection, tasks(ended), List.of());
    }

    private static List<TaskRectangle> tasks(Collection<Rectangle> rectangles) {
        return rectangles.stream()
                .flatMap(each -> TaskRectangle.of(each).stream())
                .toList();
    }

    private static List<Change> changes(TaskRule rule, Pass pass) {
        Stream<Change> opened = pass.changes.opened().stream().map(r -> change(r, r.knownFrom()));
        Stream<Change> closed = Stream.concat(pass.changes.opened().stream(), pass.changes.closed().stream())
                .filter(r -> r.knownTo() != null)
                .map(r -> change(r, Objects.requireNonNull(r.knownTo())));
        Stream<Change> rectangles =
                Stream.concat(opened, closed).filter(each -> rule.registers().contains(each.type()));
        Stream<Change> facts = pass.facts.stream()
                .filter(row -> rule.measures().contains(row.fact().measure()))
                .flatMap(Duties::changes);
        return Stream.concat(rectangles, facts).distinct().toList();
    }

    private static Change change(Rectangle r, long position) {
        return new Change(r.type(), r.id(), position, r.from());
    }

    private static Stream<Change> changes(FactRow row) {
        UUID household = row.fact().facets().household();
        return household == null
                ? Stream.empty()
                : Stream.of(new Change(
                        row.fact().measure(),
                        household.toString(),
                        row.position(),
                        row.fact().validOn()));
    }

    private String sql(String text) {
        return text.replace("read.", schema + ".");
    }

    private Concerned concerned(Connection connection, TaskRule rule, List<Change> changes) throws SQLException {
        String sql = "with changed as materialized (select * from unnest(?::text[], ?::text[], ?::int8[], ?::date[])"
                + " changed (type, id, position, day))\n" + sql(rule.concerned());
        Concerned concerned = new Concerned();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, array(connection, "text", changes.stream().map(Change::type)));
            select.setArray(2, array(connection, "text", changes.stream().map(Change::id)));
            select.setArray(3, array(connection, "int8", changes.stream().map(Change::position)));
            select.setArray(4, array(connection, "date", changes.stream().map(Change::day)));
            add(select.executeQuery(), concerned);
        }
        return concerned;
    }

    private static void add(ResultSet rows, Concerned concerned) throws SQLException {
        while (rows.next()) {
            concerned.add(rows.getString(1), rows.getLong(2), rows.getObject(3, LocalDate.class));
        }
    }

    /** Subjects of a rule by id: after one and up to another; null: from the first, to the last. */
    record Part(@Nullable String after, @Nullable String last) {}

    /** All subjects of a rule, some in each part. */
    List<Part> everyone(Connection connection, TaskRule rule) throws SQLException {
        String sql = sql("select id from (select id, row_number() over (order by id) as place"
                + " from (select distinct id from read.register where type = ?) ids) places where place % "
                + SUBJECTS_AT_ONCE + " = 0 order by id");
        List<Part> parts = new ArrayList<>();
        String after = null;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, rule.subject());
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                parts.add(new Part(after, rows.getString(1)));
                after = rows.getString(1);
            }
        }
        parts.add(new Part(after, null));
        return parts;
    }

    /** Tells of each subject of a part what there ever was to be done about it; nothing of the kind stands yet. */
    void retell(Connection connection, TaskRule rule, Part part) throws SQLException {
        List<TaskRectangle> told = new ArrayList<>();
        for (Circumstances each : circumstances(connection, rule, part)) {
            told.addAll(ToldTasks.of(rule.retelling(), each));
        }
        write(connection, told, List.of());
    }

    private List<Circumstances> circumstances(Connection connection, TaskRule rule, Part part) throws SQLException {
        Map<String, List<State>> states = new LinkedHashMap<>();
        ask(
                connection,
                rule,
                part,
                STATES.formatted(rule.retelling().states()),
                row -> states.computeIfAbsent(row.getString(1), about -> new ArrayList<>())
                        .add(state(row)));
        Map<String, Map<String, List<Contribution>>> facts = new HashMap<>();
        if (!rule.retelling().facts().isEmpty()) {
            ask(
                    connection,
                    rule,
                    part,
                    FACTS.formatted(rule.retelling().facts()),
                    row -> facts.computeIfAbsent(row.getString(1), about -> new LinkedHashMap<>())
                            .computeIfAbsent(row.getString(2), subject -> new ArrayList<>(1))
                            .add(new Contribution(
                                    row.getObject(3, UUID.class),
                                    row.getLong(4),
                                    row.getObject(5, LocalDate.class),
                                    row.getBigDecimal(6))));
        }
        return states.entrySet().stream()
                .map(each -> new Circumstances(
                        each.getKey(),
                        each.getValue(),
                        List.copyOf(facts.getOrDefault(each.getKey(), Map.of()).values())))
                .toList();
    }

    private static final String STATES = "select about, type, id, voided, programme, division, organisation, cadres,"
            + " household, status, detail::text, lower(valid), upper(valid), lower(known), upper(known) from (%s) s"
            + " order by about, lower(known), lower(valid), type, id";

    private static final String FACTS =
            "select about, subject, household, position, valid_on, quantity from (%s) f order by about, position, ordinal";

    private static State state(ResultSet row) throws SQLException {
        String detail = row.getString(11);
        long knownTo = row.getLong(15);
        boolean known = row.wasNull();
        return new State(
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                new Dimensions(
                        row.getObject(5, UUID.class),
                        row.getString(6),
                        row.getObject(7, UUID.class),
                        List.of((UUID[]) row.getArray(8).getArray()),
                        row.getObject(9, UUID.class),
                        row.getString(10),
                        List.of()),
                detail == null ? null : JSON.readTree(detail),
                row.getObject(12, LocalDate.class),
                row.getObject(13, LocalDate.class),
                row.getLong(14),
                known ? null : knownTo);
    }

    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private void ask(Connection connection, TaskRule rule, Part part, String question, Row each) throws SQLException {
        String sql = sql("with asked as materialized (select distinct id from read.register where type = ?"
                + " and id > coalesce(?, '')" + (part.last() == null ? "" : " and id <= ?") + ")\n" + question);
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, rule.subject());
            select.setString(2, part.after());
            if (part.last() != null) {
                select.setString(3, part.last());
            }
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                each.take(rows);
            }
        }
    }

    /** Tells anew of each subject what is to be done about it at each position at which that may have changed. */
    void tell(Connection connection, TaskRule rule, Map<String, SortedMap<Long, LocalDate>> concerned)
            throws SQLException {
        if (concerned.isEmpty()) {
            return;
        }
        Map<String, TaskStory> stories = stories(connection, rule, concerned);
        Map<String, SortedMap<Long, SortedMap<LocalDate, List<Task>>>> told = told(connection, rule, concerned);
        List<TaskRectangle> opened = new ArrayList<>();
        List<TaskRectangle> closed = new ArrayList<>();
        stories.forEach((id, story) -> {
            told.getOrDefault(id, new TreeMap<>()).forEach(story::tell);
            opened.addAll(story.added());
            closed.addAll(story.closed());
        });
        write(connection, opened, closed);
    }

    private Map<String, TaskStory> stories(
            Connection connection, TaskRule rule, Map<String, SortedMap<Long, LocalDate>> concerned)
            throws SQLException {
        // what ended before the first day on which anything changes stays as it is
        String sql =
                sql("select t.id, name, due_on, told_from, programme, division, organisation, cadres[1], household,"
                        + " lower(valid), upper(valid), lower(known) from unnest(?::text[], ?::date[]) as c (id, day)"
                        + " join read.task t on t.type = ? and t.id = c.id and t.name = any (?) and upper_inf(t.known)"
                        + " and (upper_inf(t.valid) or upper(t.valid) >= c.day) order by lower(valid)");
        Map<String, List<TaskRectangle>> open = new HashMap<>();
        List<String> ids = List.copyOf(concerned.keySet());
        ids.forEach(id -> open.put(id, new ArrayList<>()));
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, array(connection, "text", ids.stream()));
            select.setArray(
                    2,
                    array(
                            connection,
                            "date",
                            ids.stream()
                                    .map(id -> Collections.min(concerned
                                            .getOrDefault(id, new TreeMap<>())
                                            .values()))));
            select.setString(3, rule.subject());
            select.setArray(4, array(connection, "text", rule.names().stream()));
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                Task task = task(rule, rows.getString(1), rows, 2);
                open.getOrDefault(rows.getString(1), new ArrayList<>())
                        .add(new TaskRectangle(
                                task,
                                task.of().organisation(),
                                rows.getObject(10, LocalDate.class),
                                rows.getObject(11, LocalDate.class),
                                rows.getLong(12),
                                null));
            }
        }
        return open.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> new TaskStory(each.getValue())));
    }

    private static Task task(TaskRule rule, String id, ResultSet row, int first) throws SQLException {
        UUID cadre = row.getObject(first + 6, UUID.class);
        return new Task(
                row.getString(first),
                new Subject(rule.subject(), id),
                null,
                row.getObject(first + 2, LocalDate.class),
                row.getObject(first + 1, LocalDate.class),
                null,
                false,
                new Dimensions(
                        row.getObject(first + 3, UUID.class),
                        row.getString(first + 4),
                        row.getObject(first + 5, UUID.class),
                        cadre == null ? List.of() : List.of(cadre),
                        row.getObject(first + 7, UUID.class),
                        null,
                        List.of()));
    }

    private Map<String, SortedMap<Long, SortedMap<LocalDate, List<Task>>>> told(
            Connection connection, TaskRule rule, Map<String, SortedMap<Long, LocalDate>> concerned)
            throws SQLException {
        String sql = sql("with concerned as materialized (select * from unnest(?::text[], ?::int8[], ?::date[])"
                + " concerned (id, position, day)),\n"
                + "m as materialized (select id, position, day from concerned union"
                + " select d.id, d.position, d.day from (" + rule.days() + ") d join concerned c using (id, position)"
                + " where d.day > c.day)\n"
                + "select m.id, m.position, m.day, t.name, t.due_on, t.told_from, t.programme, t.division, t.organisation,"
                + " t.cadre, t.household from m left join lateral (" + rule.told() + ") t on true");
        List<Change> moments = new ArrayList<>();
        concerned.forEach((id, positions) ->
                positions.forEach((position, day) -> moments.add(new Change(rule.subject(), id, position, day))));
        Map<String, SortedMap<Long, SortedMap<LocalDate, List<Task>>>> told = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, array(connection, "text", moments.stream().map(Change::id)));
            select.setArray(2, array(connection, "int8", moments.stream().map(Change::position)));
            select.setArray(3, array(connection, "date", moments.stream().map(Change::day)));
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                List<Task> tasks = told.computeIfAbsent(rows.getString(1), id -> new TreeMap<>())
                        .computeIfAbsent(rows.getLong(2), position -> new TreeMap<>())
                        .computeIfAbsent(rows.getObject(3, LocalDate.class), day -> new ArrayList<>());
                if (rows.getString(4) != null) {
                    tasks.add(task(rule, rows.getString(1), rows, 4));
                }
            }
        }
        return told;
    }

    private void write(Connection connection, Collection<TaskRectangle> opened, List<TaskRectangle> closed)
            throws SQLException {
        close(connection, closed);
        String into = schema
                + ".task (type, id, name, month, valid, known, place, told_from, due_on, until, monthly, kept_by,"
                + " programme, division, organisation, cadres, household, kinds)";
        Rows rows = new Rows();
        for (TaskRectangle r : opened) {
            Task task = r.task();
            Dimensions of = task.of();
            rows.add(task.subject().type())
                    .add(task.subject().id())
                    .add(task.name())
                    .add(month(task));
            rows.range(r.from(), r.to()).range(r.knownFrom(), r.knownTo());
            rows.add(task.place())
                    .add(task.from())
                    .add(task.dueOn())
                    .add(task.until())
                    .add(task.monthly());
            rows.add(r.keptBy()).add(of.programme()).add(of.division()).add(of.organisation());
            rows.add(of.cadres()).add(of.household()).add(of.kinds()).end();
            if (rows.full()) {
                rows.copy(connection, into);
            }
        }
        rows.copy(connection, into);
    }

    private static String month(Task task) {
        return task.month() == null ? "" : task.month().toString();
    }

    private void close(Connection connection, List<TaskRectangle> closed) throws SQLException {
        if (closed.isEmpty()) {
            return;
        }
        String sql = "update " + schema + ".task t set known = int8range(lower(t.known), c.position)"
                + " from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::date[], ?::int8[])"
                + " as c (type, id, name, month, day, position)"
                + " where t.type = c.type and t.id = c.id and t.name = c.name and t.month = c.month"
                + " and lower(t.valid) = c.day and upper_inf(t.known)";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            List<Task> tasks = closed.stream().map(TaskRectangle::task).toList();
            update.setArray(
                    1,
                    array(
                            connection,
                            "text",
                            tasks.stream().map(t -> t.subject().type())));
            update.setArray(
                    2,
                    array(
                            connection,
                            "text",
                            tasks.stream().map(t -> t.subject().id())));
            update.setArray(3, array(connection, "text", tasks.stream().map(Task::name)));
            update.setArray(4, array(connection, "text", tasks.stream().map(Duties::month)));
            update.setArray(5, array(connection, "date", closed.stream().map(TaskRectangle::from)));
            update.setArray(6, array(connection, "int8", closed.stream().map(TaskRectangle::knownTo)));
            int found = update.executeUpdate();
            if (found != closed.size()) {
                throw new IllegalStateException("of " + closed.size() + " tasks to close only " + found + " stand in "
                        + schema + ".task: it was not computed from this log");
            }
        }
    }

    private static Array array(Connection connection, String type, Stream<? extends @Nullable Object> values)
            throws SQLException {
        return connection.createArrayOf(
                type,
                values.map(value -> value instanceof LocalDate day ? (Object) day.toString() : value)
                        .toArray());
    }
}
