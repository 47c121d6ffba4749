package org.minqing.log;

import static org.minqing.log.Sample.events;
import static org.minqing.log.Sample.request;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.modelling.command.ConcurrencyException;

/** Appends as a service would: several callers on its own streams and on streams it shares with another process. */
final class AppendingProcess {
    static final int CALLERS = 8;
    static final int SHARED_STREAMS = 5;

    private AppendingProcess() {}

    /** Arguments: URL, client, requests per caller. Says {@code ready} and waits for a byte. Prints {@code position stream sequence} of every acknowledged event. */
    public static void main(String[] arguments) throws Exception {
        var config = new HikariConfig();
        config.setJdbcUrl(arguments[0]);
        config.setUsername(TestDatabase.COMMAND);
        config.setMaximumPoolSize(4);
        try (var pool = new HikariDataSource(config)) {
            pool.getConnection().close();
            System.out.println("ready");
            System.in.read();
            run(pool, arguments[1], Integer.parseInt(arguments[2])).forEach(System.out::println);
        }
    }

    static List<String> run(HikariDataSource pool, String client, int requests) throws InterruptedException {
        try (var tail = new LogTail(pool);
                var appender = Sample.appender(pool, tail);
                var callers = Executors.newFixedThreadPool(CALLERS)) {
            var log = new PostgresEventLog(pool, Sample.TYPES, Sample.CODEC, tail);
            var work = new ArrayList<Callable<List<String>>>();
            for (int caller = 0; caller < CALLERS; caller++) {
                String name = client + caller;
                work.add(() -> append(log, appender, name, requests));
            }
            var acknowledged = new ArrayList<String>();
            for (Future<List<String>> one : callers.invokeAll(work)) {
                acknowledged.addAll(one.get());
            }
            return acknowledged;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static List<String> append(PostgresEventLog log, Appender appender, String client, int requests) {
        var random = new Random(client.hashCode());
        var acknowledged = new ArrayList<String>();
        for (int i = 0; i < requests; i++) {
            String own = "Note-" + client;
            String shared = "Note-shared" + random.nextInt(SHARED_STREAMS);
            var planned = new ArrayList<Sample.Planned>();
            planned.addAll(events(own, 2L * i, "one", "two"));
            while (true) {
                long next = log.lastSequence(shared).map(last -> last + 1).orElse(0L);
                planned.subList(2, planned.size()).clear();
                planned.addAll(events(shared, next, "shared"));
                try {
                    long position = appender.append(request(client, UUID.randomUUID(), null, planned));
                    for (Sample.Planned event : planned) {
                        acknowledged.add(position++ + " " + event.stream() + " " + event.sequence());
                    }
                    break;
                } catch (ConcurrencyException e) {
                    // somebody was quicker on the shared stream: look again
                }
            }
        }
        return acknowledged;
    }
}
