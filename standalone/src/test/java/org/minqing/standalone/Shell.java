package org.minqing.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Running a command as somebody at a terminal would, with what it says and how it ends. */
public record Shell(Path folder, Map<String, String> environment) {
    private static final int PATIENCE_SECONDS = 300;

    /** @param out what a pipe would get, err what stays on the terminal */
    public record Said(int status, String out, String err) {}

    Shell with(String name, String value) {
        var more = new TreeMap<>(environment);
        more.put(name, value);
        return new Shell(folder, more);
    }

    Shell in(Path other) {
        return new Shell(other, environment);
    }

    public Said run(String... command) throws IOException, InterruptedException {
        return run(List.of(command));
    }

    public Said run(List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("out", ".txt");
        Path err = Files.createTempFile("err", ".txt");
        try {
            // Files and not pipes: what a detached process holds open must not keep us.
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("no end of %s: %s%s".formatted(command, read(out), read(err)));
            }
            return new Said(process.exitValue(), read(out), read(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** Whether a program is here and ends well. */
    static boolean works(String... command) throws InterruptedException {
        try {
            return new Shell(project(), Map.of()).run(command).status() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    static Path script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The folder of the project: that of the launcher. */
    public static Path project() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("minqing")) ? here : here.resolve("..").normalize();
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
