package org.minqing.standalone.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.minqing.standalone.postgres.DatabaseAccess.Role;

/** Gives each role its password and makes the database, again at each start: what was cut short is made whole. */
final class Roles {
    private Roles() {}

    static void ensure(DatabaseAccess access) {
        String admin = Role.ADMIN.user();
        try (Connection connection =
                        DriverManager.getConnection(access.url("postgres"), admin, access.password(Role.ADMIN));
                Statement statement = connection.createStatement()) {
            for (Role role : Role.values()) {
                if (role != Role.ADMIN) {
                    ensure(statement, role.user(), access.password(role));
                }
            }
            if (absent(statement, "select 1 from pg_database where datname = '" + DatabaseAccess.DATABASE + "'")) {
                statement.execute("create database " + DatabaseAccess.DATABASE + " owner " + Role.OWNER.user());
                statement.execute("revoke all on database " + DatabaseAccess.DATABASE + " from public");
            }
            statement.execute("grant connect on database %s to %s, %s, %s"
                    .formatted(DatabaseAccess.DATABASE, Role.COMMAND.user(), Role.QUERY.user(), Role.UPKEEP.user()));
            // The read models are made, and made anew beside those that answer.
            statement.execute("grant create on database " + DatabaseAccess.DATABASE + " to " + Role.UPKEEP.user());
        } catch (SQLException e) {
            throw new PostgresUnavailable(
                    "数据库的角色没能建好：" + e.getMessage(), "The database's roles could not be made: " + e.getMessage(), e);
        }
    }

    // Names are constants and passwords are base64url made here: nothing needs quoting.
    private static void ensure(Statement statement, String user, String password) throws SQLException {
        if (absent(statement, "select 1 from pg_roles where rolname = '" + user + "'")) {
            statement.execute("create role " + user + " login");
        }
        statement.execute("alter role " + user + " password '" + password + "'");
        // whoever could make a schema could otherwise put what he likes before what others name
        statement.execute("alter role " + user + " set search_path = pg_catalog, pg_temp");
    }

    private static boolean absent(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return !found.next();
        }
    }
}
