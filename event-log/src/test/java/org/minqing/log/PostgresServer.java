package org.minqing.log;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * A PostgreSQL of its own from the binaries on the class path, gone with the JVM, however that ends. PostgreSQL refuses to run
 * as root: then it runs in a user namespace, and where those are not allowed under an unprivileged uid.
 */
public final class PostgresServer implements AutoCloseable {
    private static final int NOBODY = 65534;

    /** Reads until the JVM closes the pipe or is no more. Ctrl-C is for the JVM. */
    private static final String GUARD =
            "trap '' HUP INT TERM; cat; \"$1\" -D \"$2/data\" -m immediate -w stop; rm -rf \"$2\"";

    private final Path home;
    private final Path directory;
    private final Path data;
    private final List<String> prefix;
    private final int port;
    private final Process guard;
    private String options = "";

    private PostgresServer(Path home, Path directory, List<String> prefix, int port) throws IOException {
        this.home = home;
        this.directory = directory;
        this.data = directory.resolve("data");
        this.prefix = prefix;
        this.port = port;
        this.guard = guard();
    }

    /**
     * Starts with fsync and synchronous_commit off, unless the settings say otherwise; the last setting of a name holds.
     *
     * @param settings as {@code fsync=on}
     */
    public static PostgresServer start(String... settings) {
        return start(true, settings);
    }

    /** @param mayUnshare false where user namespaces are not allowed */
    static PostgresServer start(boolean mayUnshare, String... settings) {
        try {
            Path home = binaries();
            Path directory = Files.createTempDirectory("minqing-test-postgres");
            List<String> prefix = prefix(mayUnshare);
            if (!prefix.isEmpty() && prefix.getFirst().equals("setpriv")) {
                Files.setAttribute(directory, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(directory, "unix:gid", NOBODY, LinkOption.NOFOLLOW_LINKS);
            }
            var server = new PostgresServer(home, directory, prefix, freePort());
            server.start(List.of(settings));
            return server;
        } catch (IOException e) {
            throw new IllegalStateException("cannot start PostgreSQL for the tests", e);
        }
    }

    private void start(List<String> settings) throws IOException {
        run(60, "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        var options = new StringBuilder("-p " + port + " -c listen_addresses=127.0.0.1");
        var all = new ArrayList<>(List.of(
                "unix_socket_directories=",
                "fsync=off",
                "synchronous_commit=off",
                "full_page_writes=off",
                "max_connections=300",
                "shared_buffers=128MB",
                "log_min_messages=fatal"));
        all.addAll(settings);
        all.forEach(setting -> options.append(" -c ").append(setting));
        this.options = options.toString();
        begin();
    }

    private void begin() throws IOException {
        run(60, "pg_ctl", "-D", data, "-l", data.resolve("log"), "-o", options, "-w", "start");
    }

    /** As if the power went, but for what the operating system holds already; then it starts again and recovers. */
    public void crash() {
        try {
            run(60, "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop");
            begin();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the URL of a database of this server, without user or password: it trusts whoever comes */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public int port() {
        return port;
    }

    /** Where its data is, as long as it runs. */
    public Path directory() {
        return directory;
    }

    /** The server's bin directory. */
    public Path bin() {
        return home.resolve("bin");
    }

    private Process guard() throws IOException {
        var command = new ArrayList<>(prefix);
        command.addAll(
                List.of("sh", "-c", GUARD, "guard", bin().resolve("pg_ctl").toString(), directory.toString()));
        return new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void run(int seconds, Object program, Object... arguments) throws IOException {
        var command = new ArrayList<>(prefix);
        command.add(bin().resolve(program.toString()).toString());
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        Path output = Files.createTempFile("minqing-" + program, ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .directory(directory.toFile())
                    .start();
            if (!process.waitFor(seconds, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroy();
                throw new IOException(String.join(" ", command) + " failed:\n" + Files.readString(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while running " + program, e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    @Override
    public void close() {
        try {
            guard.getOutputStream().close();
            guard.waitFor(30, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new IllegalStateException("cannot delete " + directory, e);
        }
    }

    private static List<String> prefix(boolean mayUnshare) throws IOException {
        if (!"0".equals(output("id", "-u"))) {
            return List.of();
        }
        if (mayUnshare && !Set.of("", "0").contains(output("unshare", "-U", "id", "-u"))) {
            return List.of("unshare", "-U");
        }
        return List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    }

    /** What a program prints, or nothing if it fails. */
    private static String output(String... command) throws IOException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes()).strip();
            return process.waitFor() == 0 ? printed : "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (IOException e) {
            return "";
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Unpacked once per user and version of the binaries, by renaming a finished directory into place. */
    private static Path binaries() throws IOException {
        String os = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        String resource = "/postgres-" + os + "-" + machine + ".txz";
        var url = PostgresServer.class.getResource(resource);
        if (url == null) {
            throw new IOException("no PostgreSQL binaries for this machine on the class path: " + resource);
        }
        String version = Integer.toHexString(url.toString().hashCode());
        Path target = Path.of(
                System.getProperty("java.io.tmpdir"),
                "minqing-postgres-" + System.getProperty("user.name") + "-" + version);
        if (!Files.isDirectory(target)) {
            Path unpacked = Files.createTempDirectory("minqing-postgres-unpacking");
            Files.setPosixFilePermissions(unpacked, PosixFilePermissions.fromString("rwxr-xr-x"));
            unpack(url.openStream(), unpacked);
            try {
                Files.move(unpacked, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException another) {
                delete(unpacked); // another process was quicker
            }
        }
        return target;
    }

    private static void unpack(InputStream packed, Path directory) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = directory.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(file.getParent());
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(tar, file);
                    boolean program = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }
}
