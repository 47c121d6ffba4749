package org.minqing.benchmarks.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./minqing torture [rounds] [fault,fault,...|all] [seed]}: each fault so many times (20), in random order, at random moments of a load.
 * The table says what users got meanwhile, how long everything took to come back, and what was lost or doubled. Ends with 1 if anything was,
 * or if the negative control is not found out.
 */
public final class Torture {
    private static final int ROUNDS = 20;
    private static final int WRITERS = 6;
    private static final int READERS = 2;

    /** Longer than a process may take that was killed. */
    private static final long PATIENCE_NANOS = 180_000_000_000L;

    private final List<Fault> faults;
    private final Map<String, List<Round>> rounds = new LinkedHashMap<>();
    private final Map<String, String> missing = new LinkedHashMap<>();

    /**
     * One time of one fault.
     *
     * @param seconds until commands and questions were answered again after the fault had ended; negative if they never were
     * @param got how often users got which answer
     * @param slowest answer to a command or question, in milliseconds
     */
    private record Round(double seconds, Map<String, Integer> got, double slowest) {}

    private Torture(List<Fault> faults) {
        this.faults = faults;
    }

    /** All that are known, in the order of the table. */
    static List<Fault> known() {
        return List.of(
                new PostgresKilled(),
                new PostgresSilent(),
                new ProcessKilled(),
                new DiskFull(),
                new DiskFullAndKilled(),
                new ClockAhead(),
                new LogMovedAhead(),
                new ManyDownloads(),
                new StrangersPages(),
                new UnfinishedPosts(),
                new SlowBodies(),
                new HalfHeaders(),
                new WrongSecrets(),
                new HeavyClient());
    }

    public static void main(String[] args) throws Exception {
        int times = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
        List<String> wanted = args.length > 1 && !args[1].equals("all") ? List.of(args[1].split(",")) : List.of();
        long seed = args.length > 2 ? Long.parseLong(args[2]) : System.nanoTime();
        List<Fault> chosen = known().stream()
                .filter(fault -> wanted.isEmpty() || wanted.contains(fault.name()))
                .toList();
        if (chosen.size() < wanted.size()) {
            System.err.println("./minqing torture [rounds] ["
                    + known().stream().map(Fault::name).collect(Collectors.joining(",")) + "|all] [seed]");
            System.exit(2);
        }
        Path root = Path.of(System.getProperty("minqing.root", "."));
        int port = Integer.getInteger("minqing.port", 28_080);
        Path folder = Files.createTempDirectory("minqing-torture");
        boolean sound;
        try (Disk disk = Disk.of(folder);
                var victim = new Victim(root.resolve("minqing"), folder.resolve("data"), port)) {
            System.err.println("seed " + seed);
            victim.up();
            Path results = Files.createDirectories(root.resolve("benchmarks/target"));
            try {
                sound = new Torture(chosen).run(victim, times, seed, results.resolve("torture.json"));
            } finally {
                Files.copy(
                        folder.resolve("data/log/minqing.log"),
                        results.resolve("torture.log"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(folder);
        }
        System.exit(sound ? 0 : 1);
    }

    /** @return whether nothing was lost or doubled, everything came back, and the control was found out */
    private boolean run(Victim victim, int times, long seed, Path file) throws Exception {
        var random = new SplittableRandom(seed);
        var journal = new Journal();
        String visit = victim.visit();
        var clients = new ArrayList<SteadyClient>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < WRITERS + READERS; i++) {
            var client = new SteadyClient(victim, journal, visit, i >= WRITERS);
            clients.add(client);
            threads.add(Thread.ofPlatform().start(client));
        }
        for (Fault fault : order(victim, times, random)) {
            Thread.sleep(random.nextInt(300, 2_000));
            Round round = strike(fault, victim, journal, random);
            rounds.computeIfAbsent(fault.name(), name -> new ArrayList<>()).add(round);
            System.err.printf(
                    Locale.ROOT,
                    "%s: %.1f s, slowest %.0f ms, %s%n",
                    fault.name(),
                    round.seconds,
                    round.slowest,
                    round.got);
        }
        clients.forEach(SteadyClient::end);
        for (Thread thread : threads) {
            thread.join(PATIENCE_NANOS / 1_000_000);
            thread.interrupt();
        }
        Journal.Verdict verdict;
        boolean found;
        try (Connection log = victim.database()) {
            verdict = journal.judge(log);
            found = controlFails(victim, visit, log);
        }
        boolean back = rounds.values().stream().flatMap(List::stream).allMatch(round -> round.seconds >= 0);
        tell(seed, verdict, found, file);
        return verdict.sound() && verdict.open() == 0 && back && found;
    }

    private List<Fault> order(Victim victim, int times, SplittableRandom random) {
        var order = new ArrayList<Fault>();
        for (Fault fault : faults) {
            Optional<String> why = fault.missing(victim);
            why.ifPresent(reason -> missing.put(fault.name(), reason));
            for (int i = 0; i < times && why.isEmpty(); i++) {
                order.add(random.nextInt(order.size() + 1), fault);
            }
        }
        return order;
    }

    private static Round strike(Fault fault, Victim victim, Journal journal, SplittableRandom random) throws Exception {
        long begun = System.nanoTime();
        fault.strike(victim, random);
        long over = System.nanoTime();
        while (System.nanoTime() - over < PATIENCE_NANOS) {
            List<Journal.Answer> since = journal.between(over, System.nanoTime());
            Optional<Journal.Answer> command = first(since, true);
            Optional<Journal.Answer> question = first(since, false);
            if (command.isPresent() && question.isPresent()) {
                double seconds = Math.max(end(command.get()) - over, end(question.get()) - over) / 1e9;
                List<Journal.Answer> all = journal.between(begun, System.nanoTime());
                return new Round(seconds, Journal.counted(all), slowest(all));
            }
            Thread.sleep(20);
        }
        List<Journal.Answer> all = journal.between(begun, System.nanoTime());
        return new Round(-1, Journal.counted(all), slowest(all));
    }

    private static Optional<Journal.Answer> first(List<Journal.Answer> answers, boolean command) {
        return answers.stream()
                .filter(answer -> answer.command() == command && answer.good())
                .findFirst();
    }

    private static long end(Journal.Answer answer) {
        return answer.sent() + (long) (answer.took() * 1e6);
    }

    private static double slowest(List<Journal.Answer> answers) {
        return answers.stream().mapToDouble(Journal.Answer::took).max().orElse(0);
    }

    /**
     * A client that repeats under another key, and one that takes no answer for a yes: what they do wrong must be seen, else nothing that
     * is said of the others counts.
     */
    private static boolean controlFails(Victim victim, String visit, Connection log) throws Exception {
        var careless = new Journal();
        Journal.Intent twice = careless.meant();
        for (int i = 0; i < 2; i++) {
            UUID key = UUID.randomUUID();
            twice.sent(key);
            if (victim.command("RecordVisit", key, visit).statusCode() != 201) {
                return false;
            }
        }
        Journal.Intent never = careless.meant();
        never.acknowledged(UUID.randomUUID(), 1);
        Journal.Verdict verdict = careless.judge(log);
        return verdict.lost() == 1 && verdict.doubled() == 1;
    }

    private void tell(long seed, Journal.Verdict verdict, boolean found, Path file) throws IOException {
        var table = new StringBuilder(
                "| fault | times | what users got | slowest answer, s | recovery p50, s | worst, s |\n|---|---:|---|---:|---:|---:|\n");
        var rows = new ArrayList<Map<String, Object>>();
        rounds.forEach((name, all) -> {
            double[] seconds = all.stream().mapToDouble(Round::seconds).sorted().toArray();
            boolean never = seconds[0] < 0;
            double slowest = all.stream().mapToDouble(Round::slowest).max().orElse(0) / 1e3;
            Map<String, Integer> got = new TreeMap<>();
            all.forEach(round -> round.got.forEach((what, n) -> got.merge(what, n, Integer::sum)));
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("fault", name);
            row.put("times", all.size());
            row.put("got", got);
            row.put("slowestSeconds", slowest);
            row.put("recoveryP50Seconds", seconds[seconds.length / 2]);
            row.put("recoveryWorstSeconds", never ? "never" : seconds[seconds.length - 1]);
            rows.add(row);
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %s | %.1f | %.1f | %s |%n",
                    name,
                    all.size(),
                    got.entrySet().stream()
                            .map(e -> e.getKey() + ": " + e.getValue())
                            .collect(Collectors.joining("; ")),
                    slowest,
                    seconds[seconds.length / 2],
                    never ? "never" : String.format(Locale.ROOT, "%.1f", seconds[seconds.length - 1])));
        });
        missing.forEach((name, why) ->
                table.append("| ").append(name).append(" | 0 | ").append(why).append(" | | | |\n"));
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("seed", seed);
        told.put("acknowledged", verdict.acknowledged());
        told.put("unanswered", verdict.open());
        told.put("lost", verdict.lost());
        told.put("doubled", verdict.doubled());
        told.put("controlFoundOut", found);
        told.put("faults", rows);
        told.put("notTried", missing);
        System.out.println(table);
        System.out.printf(
                "acknowledged %d, left without an answer %d, lost %d, doubled %d; negative control %s; seed %d%n",
                verdict.acknowledged(),
                verdict.open(),
                verdict.lost(),
                verdict.doubled(),
                found ? "found out, as it must be" : "NOT FOUND OUT",
                seed);
        Files.writeString(
                file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(told));
        System.out.println(file);
    }
}
