package org.minqing.log;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Making the log's schema, opening the log, ending a simulation. All of them may be repeated. */
public final class LogSchema {
    private LogSchema() {}

    /**
     * Brings schema {@code log} to this version and makes the roles {@code minqing_command} and {@code minqing_query}
     * (without login) where they are missing.
     *
     * @param owner owner of the schema; needs CREATE on the database, and CREATEROLE if a role is missing
     */
    public static void migrate(DataSource owner) {
        Flyway.configure()
                .dataSource(owner)
                .schemas("log")
                .locations("classpath:db/log")
                .load()
                .migrate();
    }

    /**
     * Appends {@code log.Opened} at position 1, unless the log was opened before.
     *
     * @param command connects as minqing_command or as owner
     * @return the clock the log was opened with, or was set to since: SYSTEM after an ended simulation
     */
    public static ClockMode open(DataSource command) {
        return open(command, ClockMode.SYSTEM, null);
    }

    /**
     * As {@link #open(DataSource)}, with a simulated clock that starts at the given time, in the past.
     */
    public static ClockMode openSimulated(DataSource command, Instant startsAt) {
        return open(command, ClockMode.SIMULATED, startsAt);
    }

    private static ClockMode open(DataSource command, ClockMode clock, @Nullable Instant startsAt) {
        return ClockMode.valueOf(JdbcClient.create(command)
                .sql("select log.open(:clock, :startsAt::timestamptz)")
                .param("clock", clock.name())
                .param(
                        "startsAt",
                        startsAt == null
                                ? null
                                : OffsetDateTime.ofInstant(startsAt, ZoneOffset.UTC)
                                        .toString())
                .query(String.class)
                .single());
    }

    /**
     * Appends {@code log.ClockSettled}: a log whose last time lies ahead goes on with the time of now.
     *
     * @param owner owner of the schema
     * @return false if the log's time does not lie ahead
     */
    public static boolean settleClock(DataSource owner) {
        return JdbcClient.create(owner)
                .sql("select log.settle_clock()")
                .query(Boolean.class)
                .single();
    }

    /** The system's clock is right, whatever the log thinks of it: a process that runs takes it up within seconds. */
    public static void trustClock(DataSource owner) {
        JdbcClient.create(owner).sql("delete from log.clock_witness").update();
    }

    /**
     * Appends {@code log.SimulationEnded}: from here on the system's time is recorded, for ever.
     *
     * @return false if no simulation was on
     */
    public static boolean endSimulation(DataSource command) {
        return JdbcClient.create(command)
                .sql("select log.end_simulation()")
                .query(Boolean.class)
                .single();
    }
}
