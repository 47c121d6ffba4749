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
 * database, the whole product with the demonstration year) it starts itself, in a folder that is deleted afterwards. Prints a table
 * and writes it as JSON into {@code benchmarks/target/bench}.
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
        known.put("questions", TimeOfQuestions::main);
        return known;
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
