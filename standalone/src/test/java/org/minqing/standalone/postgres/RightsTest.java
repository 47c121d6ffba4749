package org.minqing.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.minqing.attachment.AttachmentSchema;
import org.minqing.command.platform.history.LookupSchema;
import org.minqing.command.platform.policy.PolicySchema;
import org.minqing.keys.KeysSchema;
import org.minqing.keys.ReadingSchema;
import org.minqing.log.TestDatabase;
import org.minqing.query.platform.projection.ReadSchema;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may do what in the database: each role tries everything on every table there is; the whole of it stands in docs/security/rights.md. */
class RightsTest {
    private static final Path TOLD = Path.of("../docs/security/rights.md");
    private static final List<String> ROLES = List.of(TestDatabase.COMMAND, TestDatabase.QUERY, TestDatabase.UPKEEP);
    /** Insufficient privilege, or a trigger that says so; a table taken for a view or the other way; a view that takes nothing. */
    private static final Set<String> NOT_TO_BE_DONE = Set.of("42501", "42809", "55000");

    private static TestDatabase database;
    private static JdbcClient admin;

    @BeforeAll
    static void make() {
        database = TestDatabase.create();
        KeysSchema.migrate(database.owner());
        AttachmentSchema.migrate(database.owner());
        ReadingSchema.migrate(database.owner());
        PolicySchema.migrate(database.owner());
        LookupSchema.migrate(database.owner());
        admin = JdbcClient.create(database.pool("postgres", 1));
        admin.sql("revoke all on database " + database.name() + " from public").update();
        admin.sql("grant connect on database %s to %s".formatted(database.name(), String.join(", ", ROLES)))
                .update();
        ReadSchema.allow(database.owner(), TestDatabase.UPKEEP);
        ReadSchema.migrate(database.upkeep());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static List<String> relations() {
        return admin.sql("""
                        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'v', 'm', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
                          and n.nspname !~ '^pg_' order by 1
                        """).query(String.class).list();
    }

    private static List<String> columns(String relation) {
        return admin.sql("select quote_ident(attname) from pg_attribute where attrelid = ?::regclass and attnum > 0"
                        + " and not attisdropped order by attnum")
                .param(relation)
                .query(String.class)
                .list();
    }

    /** Each right as what would need it, done to no row and rolled back. */
    private static Map<String, List<String>> tries(String relation) {
        Map<String, List<String>> tries = new LinkedHashMap<>();
        List<String> columns = columns(relation);
        tries.put("select", List.of("select count(*) from " + relation + " where false"));
        tries.put("insert", List.of("insert into " + relation + " default values"));
        // any one column is a right
        tries.put(
                "update",
                columns.stream()
                        .map(column -> "update %s set %s = default where false".formatted(relation, column))
                        .toList());
        tries.put("delete", List.of("delete from " + relation + " where false"));
        tries.put("truncate", List.of("truncate " + relation));
        tries.put("trigger", List.of("alter table " + relation + " disable trigger user"));
        tries.put("drop", List.of("drop table " + relation + " cascade", "drop view " + relation + " cascade"));
        return tries;
    }

    /** What a role can do: a right that a trigger refuses is none. */
    private static boolean can(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return true;
        } catch (SQLException e) {
            // what fails for another reason got past the question of rights
            return !NOT_TO_BE_DONE.contains(e.getSQLState());
        } finally {
            connection.rollback();
        }
    }

    private static String tables() throws SQLException {
        Map<String, Map<String, List<String>>> all = new TreeMap<>();
        for (String role : ROLES) {
            try (Connection connection = database.pool(role, 1).getConnection()) {
                connection.setAutoCommit(false);
                for (String relation : relations()) {
                    List<String> may = new ArrayList<>();
                    for (var right : tries(relation).entrySet()) {
                        for (String sql : right.getValue()) {
                            if (can(connection, sql)) {
                                may.add(right.getKey());
                                break;
                            }
                        }
                    }
                    all.computeIfAbsent(relation, r -> new LinkedHashMap<>()).put(role, may);
                }
            }
        }
        StringBuilder told = new StringBuilder("| table | " + String.join(" | ", ROLES) + " |\n|---|---|---|---|\n");
        all.forEach((relation, byRole) -> {
            told.append("| ").append(relation);
            ROLES.forEach(role -> told.append(" | ").append(String.join(", ", byRole.get(role))));
            told.append(" |\n");
        });
        return told.toString();
    }

    private static String functions() {
        StringBuilder told = new StringBuilder("| function | with the rights of | may be called by |\n|---|---|---|\n");
        admin.sql("""
                        select n.nspname || '.' || p.proname, case when p.prosecdef then 'its owner' else 'who calls it' end,
                               coalesce((select string_agg(r, ', ' order by r)
                                         from unnest(array['minqing_command', 'minqing_query', 'minqing_upkeep']) as r
                                         where has_function_privilege(r, p.oid, 'execute')), '')
                        from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                        where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_'
                        order by 1, 3
                        """).query(row -> {
            told.append("| %s | %s | %s |%n".formatted(row.getString(1), row.getString(2), row.getString(3)));
        });
        return told.toString().replace(System.lineSeparator(), "\n");
    }

    @Test
    void each_role_can_do_what_is_told_and_nothing_else() throws SQLException, IOException {
        String told = "# What each role may do in the database\n\n"
                + "Written by `RightsTest`, which connects as each role and tries everything on every table. The migration role,"
                + " `minqing_owner`, owns everything but the read models, which belong to `minqing_upkeep`; no service keeps a"
                + " connection of it. PUBLIC has nothing. What only a trigger refuses counts as refused.\n\n"
                + tables() + "\n" + functions();
        if (Boolean.getBoolean("rights.write")) {
            Files.createDirectories(TOLD.getParent());
            Files.writeString(TOLD, told);
        }
        assertThat(told).isEqualTo(Files.readString(TOLD));
    }

    @Test
    void who_asks_owns_nothing_and_who_keeps_the_models_nothing_but_them() {
        Map<String, TreeSet<String>> owns = new TreeMap<>();
        admin.sql("select distinct pg_get_userbyid(c.relowner), n.nspname from pg_class c"
                        + " join pg_namespace n on n.oid = c.relnamespace where n.nspname !~ '^pg_'"
                        + " and n.nspname <> 'information_schema'")
                .query(row -> {
                    owns.computeIfAbsent(row.getString(1), r -> new TreeSet<>()).add(row.getString(2));
                });
        assertThat(owns.keySet()).containsExactlyInAnyOrder(TestDatabase.OWNER, TestDatabase.UPKEEP);
        assertThat(owns.get(TestDatabase.UPKEEP)).containsExactly("read");
    }

    @Test
    void the_public_has_nothing() {
        assertThat(admin.sql("""
                        select 'table ' || c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace,
                             aclexplode(c.relacl) a
                        where a.grantee = 0 and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                        union all
                        select 'function ' || p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                        where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                          and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0)
                        union all
                        select 'schema ' || n.nspname from pg_namespace n, aclexplode(n.nspacl) a
                        where a.grantee = 0 and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                          and not (n.nspname = 'public' and a.privilege_type = 'USAGE')
                        union all
                        select 'database ' || a.privilege_type from pg_database d, aclexplode(d.datacl) a
                        where d.datname = current_database() and a.grantee = 0
                        """).query(String.class).list()).isEmpty();
    }

    @Test
    void a_function_that_lends_rights_fixes_its_search_path_and_only_those_who_keep_the_models_make_schemas() {
        assertThat(admin.sql(
                                "select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace"
                                        + " where p.prosecdef and n.nspname !~ '^pg_' and not exists (select from unnest(p.proconfig) s"
                                        + " where s = 'search_path=pg_catalog, pg_temp')")
                        .query(String.class)
                        .list())
                .isEmpty();
        for (String role : List.of(TestDatabase.COMMAND, TestDatabase.QUERY)) {
            assertThat(admin.sql(
                                    "select has_database_privilege(?, current_database(), 'create')"
                                            + " or has_database_privilege(?, current_database(), 'temporary')"
                                            + " or exists (select from pg_namespace n where has_schema_privilege(?, n.oid, 'create'))")
                            .params(role, role, role)
                            .query(Boolean.class)
                            .single())
                    .as(role)
                    .isFalse();
        }
    }
}
