package org.minqing.query.platform.projection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Making schema {@code read}. May be repeated. */
public final class ReadSchema {
    /** The read models, which a rebuild makes anew; what else stands in the schema is left alone. */
    static final List<String> MODELS = List.of("event", "register", "fact", "stock", "roll", "audit_entry", "task");

    private ReadSchema() {}

    /** Brings schema {@code read} to this version, as the role that keeps it: it owns all of it, and needs CREATE on the database. */
    public static void migrate(DataSource upkeep) {
        Flyway.configure()
                .dataSource(upkeep)
                .schemas("read")
                .locations("classpath:db/read")
                .load()
                .migrate();
    }

    /** Lets the role that keeps the read models make its schemas: called by who owns the database, once. */
    public static void allow(DataSource owner, String role) {
        JdbcClient jdbc = JdbcClient.create(owner);
        String database = jdbc.sql("select quote_ident(current_database())")
                .query(String.class)
                .single();
        jdbc.sql("grant create on database " + database + " to \"" + role + "\"")
                .update();
    }

    /** Everything that makes the read models, to be run with a search path of one's own. */
    static List<String> models() {
        try {
            Resource[] found =
                    new PathMatchingResourcePatternResolver().getResources("classpath:db/read/V*__models*.sql");
            return Arrays.stream(found)
                    .sorted(Comparator.comparingInt(ReadSchema::version))
                    .map(ReadSchema::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int version(Resource migration) {
        String name = Objects.requireNonNull(migration.getFilename());
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }

    private static String text(Resource migration) {
        try {
            return migration.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
