package org.minqing.query.platform.register;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the register; call within a transaction with a snapshot. */
public class RegisterReader {
    private static final String COLUMNS =
            "id, first_position, voided, state::text, label::text, status, division, organisation, household, cadres";

    private static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final Set<String> longStories;

    /** @param longStories types of which all that stood once are looked at, which are few, and not the stories of those that are shown */
    public RegisterReader(JdbcClient jdbc, Set<String> longStories) {
        this.jdbc = jdbc;
        this.longStories = Set.copyOf(longStories);
    }

    /** The entity on the day as known then, if there was one. */
    public Optional<Item> find(String type, String id, LocalDate asOf, long knownAt) {
        return jdbc.sql("select " + COLUMNS + " from read.register"
                        + " where type = ? and id = ? and valid @> ?::date and known @> ?::int8")
                .params(type, id, asOf, knownAt)
                .query(RegisterReader::item)
                .optional();
    }

    /** The entity as it is known to have been first, if it is known at all: before its first day there is nothing else to say. */
    public Optional<Item> first(String type, String id) {
        return jdbc.sql("select " + COLUMNS + " from read.register"
                        + " where type = ? and id = ? order by lower(known), lower(valid) limit 1")
                .params(type, id)
                .query(RegisterReader::item)
                .optional();
    }

    /** All of them, a page at a time. */
    public Stream<List<Item>> pages(Filter filter) {
        return Stream.iterate(page(filter, null), page -> !page.isEmpty(), page -> page(filter, page.getLast()));
    }

    private List<Item> page(Filter filter, @Nullable Item after) {
        return list(filter, after == null ? 0 : after.firstPosition(), after == null ? "" : after.id(), PAGE);
    }

    private static final String FEW_ONCE = "(select * from read.register where type = :type and not last"
            + " and valid @> :asOf::date and known @> :knownAt::int8 offset 0) register";

    /** By the position of their first event, after that of another entity. */
    public List<Item> list(Filter filter, long afterPosition, String afterId, int limit) {
        Narrowing narrowing = new Narrowing(filter.asOf(), filter.knownAt(), filter.scope())
                .within(filter.division(), filter.programme(), filter.organisation(), filter.household(), filter.kind())
                .by("organisation is null or organisation = :own", "own", filter.scopeOrganisation())
                .by("cadres @> array[:cadre]::uuid[]", "cadre", filter.cadre())
                .by("status = :status", "status", filter.status())
                .by(
                        "id = any (:ids)",
                        "ids",
                        filter.ids() == null ? null : filter.ids().toArray(String[]::new))
                .with("type", filter.type())
                .with("afterPosition", afterPosition)
                .with("afterId", afterId)
                .with("limit", limit);
        String where = " where type = :type and (first_position, id) > (:afterPosition, :afterId)" + narrowing.sql();
        String once = longStories.contains(filter.type()) ? FEW_ONCE : "read.register";
        return jdbc.sql(lasting(" from read.register" + where, " from " + once + where))
                .params(narrowing.parameters())
                .query(RegisterReader::item)
                .list();
    }

    /**
     * The states there are at the day and position: the last ones, and those that were the last once. Of now there are no others than the last, which
     * two looks at the ends of indexes tell, so that such a list reads one state of each entity, however many it has had. Of once it
     * reads the stories of those it shows: what comes behind the last of a full page is not looked at, nor what was not there yet.
     */
    private static String lasting(String from, String once) {
        String order = " order by first_position, id limit :limit";
        String longest = "(select max(upper(%s)) from read.register where type = :type and %s)";
        return "with lasting as materialized (select *" + from + " and last and first_position <= :knownAt" + order
                + ")"
                + " select " + COLUMNS + " from (select * from lasting"
                + " union all (select *" + once + " and not last and first_position <= ("
                + "select case when count(*) < :limit then :knownAt else max(first_position) end from lasting)"
                + " and (:asOf < " + longest.formatted("valid", "not last and upper_inf(known)")
                + " or :knownAt < " + longest.formatted("known", "not upper_inf(known)") + ")" + order + ")"
                + ") standing" + order;
    }

    /** What people called them on the day as known then; before they were known, what they were called first. By id. */
    public Map<String, String> labels(Collection<String> ids, LocalDate asOf, long knownAt) {
        Map<String, String> labels = new HashMap<>();
        Set<String> left = new HashSet<>(ids);
        // of most the last state is asked for, and not all they ever had
        name(left, asOf, knownAt, labels, """
                select id, label::text from read.register
                where id = any (:ids) and last and label is not null and valid @> :asOf::date and known @> :knownAt::int8
                order by id, lower(valid) desc, lower(known) desc, type desc
                """);
        left.removeAll(labels.keySet());
        name(left, asOf, knownAt, labels, """
                select distinct on (id) id, label::text from read.register
                where id = any (:ids) and label is not null
                order by id, (known @> :knownAt::int8 and valid @> :asOf::date) desc, known @> :knownAt::int8 desc,
                         case when known @> :knownAt::int8 then lower(valid) end, lower(known), lower(valid), type
                """);
        return labels;
    }

    private void name(Set<String> ids, LocalDate asOf, long knownAt, Map<String, String> labels, String sql) {
        if (ids.isEmpty()) {
            return;
        }
        jdbc.sql(sql)
                .param("ids", ids.toArray(String[]::new))
                .param("asOf", asOf)
                .param("knownAt", knownAt)
                .query(row -> {
                    labels.put(row.getString(1), row.getString(2));
                });
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        Array cadres = row.getArray(10);
        return new Item(
                row.getString(1),
                row.getLong(2),
                row.getBoolean(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, UUID.class),
                row.getObject(9, UUID.class),
                Arrays.asList((UUID[]) cadres.getArray()));
    }
}
