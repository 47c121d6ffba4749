package org.minqing.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own benchmark, inserting the same row one by one: prepared, one transaction each, no idempotency row. */
final class Pgbench {
    static final String TABLE = """
            create schema peer;
            create table peer.event (
                position bigint generated always as identity primary key,
                stream text collate "C" not null,
                sequence integer not null,
                event_id uuid not null,
                type smallint not null,
                revision smallint not null,
                programme uuid,
                division text,
                payload bytea not null,
                metadata bytea not null,
                recorded_at timestamptz not null,
                occurred_on date not null,
                unique (stream, sequence)
            );
            grant usage on schema peer to public;
            grant select, insert on peer.event to public;
            """;
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private final Path program;
    private final Path script;

    private Pgbench(Path program, Path script) {
        this.program = program;
        this.script = script;
    }

    /** On PATH, or where Debian's packages put it. */
    static Optional<Path> find() {
        var places = new ArrayList<Path>();
        for (String directory : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            places.add(Path.of(directory));
        }
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            versions.sorted(Comparator.reverseOrder()).forEach(version -> places.add(version.resolve("bin")));
        } catch (IOException e) {
            // no packages of this kind here
        }
        return places.stream()
                .map(place -> place.resolve("pgbench"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Pgbench at(Path program) throws IOException {
        String payload = HexFormat.of().formatHex(SampleEvents.PAYLOAD);
        String metadata =
                HexFormat.of().formatHex("m".repeat(SampleEvents.METADATA_BYTES).getBytes(StandardCharsets.UTF_8));
        Path script = Files.createTempFile("minqing-insert", ".sql");
        script.toFile().deleteOnExit();
        Files.writeString(
                script,
                "insert into peer.event (stream, sequence, event_id, type, revision, programme, division, payload,"
                        + " metadata, recorded_at, occurred_on) values ('LinkPoint-' || gen_random_uuid(), 0,"
                        + " gen_random_uuid(), 1, 1, '" + SampleEvents.PROGRAMME + "', '" + SampleEvents.DIVISION
                        + "', '\\x" + payload + "', '\\x" + metadata + "', clock_timestamp(), '" + SampleEvents.DAY
                        + "');\n");
        return new Pgbench(program, script);
    }

    /** @return inserts a second */
    double run(int port, String database, String user, int clients, int seconds) throws IOException {
        List<String> command = List.of(
                program.toString(),
                "-h",
                "127.0.0.1",
                "-p",
                "" + port,
                "-U",
                user,
                "-n",
                "-M",
                "prepared",
                "-f",
                script.toString(),
                "-c",
                "" + clients,
                "-j",
                "" + Math.min(clients, 2),
                "-T",
                "" + seconds,
                database);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher rate = RATE.matcher(printed);
        if (!rate.find()) {
            throw new IOException(String.join(" ", command) + " failed:\n" + printed);
        }
        return Double.parseDouble(rate.group(1));
    }
}
