package org.minqing.standalone.postgres;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Running small programs and reading what they say. */
final class Programs {
    private Programs() {}

    /** @param output standard output and errors together */
    record Outcome(int status, String output) {
        boolean ok() {
            return status == 0;
        }
    }

    static Outcome run(List<String> command) throws IOException {
        return run(command, 30);
    }

    static Outcome run(List<String> command, int seconds) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            var output = process.inputReader(StandardCharsets.UTF_8);
            var said = new StringBuilder();
            Thread reader = Thread.ofVirtual()
                    .start(() ->
                            output.lines().forEach(line -> said.append(line).append('\n')));
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("no end within %d s: %s".formatted(seconds, String.join(" ", command)));
            }
            reader.join();
            return new Outcome(process.exitValue(), said.toString().strip());
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted: " + command.getFirst());
        }
    }

    /** Whether a program is there and ends well; being absent is an answer too. */
    static boolean works(List<String> command) {
        try {
            return run(command).ok();
        } catch (IOException e) {
            return false;
        }
    }
}
