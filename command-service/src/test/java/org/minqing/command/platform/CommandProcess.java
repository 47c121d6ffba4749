package org.minqing.command.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.minqing.command.CommandService;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The command side once more, in a Java process of its own, with its own appender and its own cache, on the same log. */
public final class CommandProcess implements AutoCloseable {
    private static final String PORT = "port ";

    private final CommandServer server;
    private final Process process;
    private final String base;

    private CommandProcess(CommandServer server, Process process, String base) {
        this.server = server;
        this.process = process;
        this.base = base;
    }

    /** Says on which port it answers, and ends with its standard input. */
    public static void main(String[] settings) throws IOException {
        try (var context = new SpringApplicationBuilder(CommandService.class).run(settings)) {
            System.out.println(PORT + context.getEnvironment().getProperty("local.server.port"));
            System.in.read();
        }
    }

    /** A second process on the log of the first. */
    public static CommandProcess beside(CommandServer server) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                CommandProcess.class.getName()));
        command.addAll(server.settings());
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return new CommandProcess(server, process, "http://127.0.0.1:" + port(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String port(Process process) throws IOException {
        BufferedReader output = process.inputReader();
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(PORT)) {
                Thread.ofVirtual().start(() -> output.lines().forEach(rest -> {}));
                return line.substring(PORT.length());
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("the second process did not start:\n" + said);
    }

    /** As the office, under a new key. */
    public CommandServer.Reply post(String command, String body) {
        return server.postTo(base, command, body);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
