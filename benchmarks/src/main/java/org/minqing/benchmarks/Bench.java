package org.minqing.benchmarks;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code ./minqing bench WHAT [ARGUMENTS]}: one measurement each, or all of them one after the other. What it takes to run one (a
 * database, the whole product with the demonstration year) it starts itself, in a folder that is deleted afterwards. Arguments, all
 * optional: {@code append [rounds] [seconds] [writers]}, {@code cold [commands a second] [seconds] [starts]}, {@code http [seconds]},
 * {@code bulk [lines]}, {@code tail [commands a second] [seconds]}, {@code questions [events,events] [rounds]}, {@code rebuild [events] [workers]}, {@code figures [visits]}.
 */
public final class Bench {
    private final Path root;
    private final int port;

    private Bench(Path root, int port) {
        this.root = root;
        this.port = port;
    }

    private interface Measurement {
        void run(String[] arguments) throws Exception;
    }

    public static void main(String[] args) throws Exception {
        var bench =
                new Bench(Path.of(System.getProperty("minqing.root", ".")), Integer.getInteger("minqing.port", 28_080));
        Map<String, Measurement> known = bench.measurements();
        String asked = args.length == 0 ? "" : args[0];
        Measurement one = known.get(asked);
        if (one != null) {
            one.run(Arrays.copyOfRange(args, 1, args.length));
        } else if (asked.equals("all")) {
            for (Measurement each : known.values()) {
                each.run(new String[0]);
            }
        } else {
            System.err.println("./minqing bench " + String.join("|", known.keySet()) + "|all");
            System.exit(2);
        }
    }

    private Map<String, Measurement> measurements() {
        var known = new LinkedHashMap<String, Measurement>();
        known.put("append", AppendBesidePgbench::main);
        known.put("cold", a -> installed(i -> FirstHalfMinute.run(i, results(), a)));
        known.put("http", a -> {
            running(i -> CommandsOverHttp.main(new String[] {i.token(), "" + i.port(), given(a, 0, "10")}));
            AppendBesidePgbench.main(new String[] {"3", "3", "32"}); // the row it is to be set beside
        });
        known.put(
                "bulk",
                a -> running(i -> CommandsOverHttp.main(
                        new String[] {i.token(), "" + i.port(), "5", given(a, 0, "20000"), "bulk"})));
        known.put(
                "tail",
                a -> running(i -> FromCommandToVisible.main(
                        new String[] {i.data().toString(), "" + i.port(), given(a, 0, "500"), given(a, 1, "30")})));
        known.put("questions", a -> TimeOfQuestions.run(a, results()));
        known.put("rebuild", a -> TimeOfQuestions.rebuild(a, results()));
        known.put("figures", a -> TenYearsOfFigures.main(a.length == 0 ? new String[] {"25000"} : a));
        return known;
    }

    private static String given(String[] arguments, int index, String otherwise) {
        return arguments.length > index ? arguments[index] : otherwise;
    }

    private void running(OnInstallation measurement) throws Exception {
        installed(installation -> {
            try (installation) {
                installation.up();
                measurement.run(installation);
            }
        });
    }

    private Path results() {
        return root.resolve("benchmarks/target/bench");
    }

    private interface OnInstallation {
        void run(Installation installation) throws Exception;
    }

    private void installed(OnInstallation measurement) throws Exception {
        Path data = Files.createTempDirectory("minqing-bench");
        try {
            measurement.run(new Installation(root, data.resolve("data"), port));
        } finally {
            delete(data);
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path directory, @org.jspecify.annotations.Nullable IOException failure) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
