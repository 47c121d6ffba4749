package org.minqing.benchmarks;

import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.minqing.log.EventCodec;
import org.minqing.log.EventTypes;

/**
 * How long it takes to read and to write an event: every golden file, round after round, one thread. Prints microseconds an
 * event, the median of the rounds. {@code mvn -pl benchmarks exec:java -Dexec.mainClass=...TimeOfDecoding -Dexec.args=<folder>}
 */
final class TimeOfDecoding {
    private static final int ROUNDS = 9;
    private static final int REPEATS = 400;

    private record Bytes(Type type, byte[] bytes) {}

    private TimeOfDecoding() {}

    public static void main(String[] arguments) throws IOException {
        EventTypes types = EventTypes.scan("org.minqing.events");
        EventCodec codec = new EventCodec();
        List<Bytes> files = new ArrayList<>();
        try (Stream<Path> listed = Files.list(Path.of(arguments[0]))) {
            for (Path file : listed.filter(each -> each.toString().endsWith(".r1.json"))
                    .sorted()
                    .toList()) {
                String name = file.getFileName().toString().replace(".r1.json", "");
                files.add(new Bytes(
                        types.type(name, 1), Files.readString(file).strip().getBytes("UTF-8")));
            }
        }
        double[] reading = new double[ROUNDS];
        double[] writing = new double[ROUNDS];
        long written = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<Object> events = new ArrayList<>();
            long began = System.nanoTime();
            for (int i = 0; i < REPEATS; i++) {
                events.clear();
                for (Bytes file : files) {
                    events.add(codec.decode(file.bytes(), file.type()));
                }
            }
            long read = System.nanoTime();
            for (int i = 0; i < REPEATS; i++) {
                for (Object event : events) {
                    written += codec.encode(event).length;
                }
            }
            reading[round] = (read - began) / 1000.0 / REPEATS / files.size();
            writing[round] = (System.nanoTime() - read) / 1000.0 / REPEATS / files.size();
        }
        Arrays.sort(reading);
        Arrays.sort(writing);
        System.out.printf(
                "%d events, %d bytes written: reading %.2f us, writing %.2f us%n",
                files.size(), written, reading[ROUNDS / 2], writing[ROUNDS / 2]);
    }
}
