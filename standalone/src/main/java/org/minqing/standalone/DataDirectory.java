package org.minqing.standalone;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minqing.standalone.account.Secrets;

/** DIR: everything of one installation. Whoever holds its lock runs it; the system takes the lock back from the dead. */
record DataDirectory(Path root) {
    private static final FileAttribute<?> CLOSED =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /** Makes the folder if need be; nobody else may look into it. */
    static DataDirectory make(Path path) throws IOException {
        Path parent = path.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.createDirectories(path, CLOSED);
        var directory = new DataDirectory(path.toRealPath());
        Files.createDirectories(directory.log().getParent(), CLOSED);
        return directory;
    }

    /** A folder that should be there already. */
    static DataDirectory existing(Path path) throws IOException {
        try {
            return new DataDirectory(path.toRealPath());
        } catch (NoSuchFileException e) {
            throw new LaunchRefusal(3, "没有这个数据目录：" + path, "No such data folder: " + path);
        }
    }

    /** The lock, unless another process has it. Held as long as this process lives. */
    Optional<FileLock> lock() throws IOException {
        FileChannel channel = FileChannel.open(
                root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
        }
        return Optional.ofNullable(lock);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Who said to run here last. */
    Optional<Long> pid() throws IOException {
        return read("pid").map(Long::parseLong);
    }

    /** Whether a process runs here, or is still on its way out. */
    boolean inUse() throws IOException {
        Optional<FileLock> free = lock();
        if (free.isEmpty()) {
            return true;
        }
        free.get().acquiredBy().close();
        return false;
    }

    /** Whether whoever runs here has said that everything answers. */
    boolean ready() throws IOException {
        return read("ready").isPresent() && read("ready").equals(read("pid"));
    }

    Ports ports() throws IOException {
        return new Ports(
                read("port").map(Integer::parseInt).orElse(0), read("tls").isPresent());
    }

    /** What talks to whoever runs here. */
    HttpClient http() throws IOException {
        HttpClient.Builder http = HttpClient.newBuilder();
        read("tls").ifPresent(certificate -> http.sslContext(Tls.trusting(Path.of(certificate))));
        return http.build();
    }

    /** @param tls null: none */
    void started(Ports ports, @Nullable Tls tls) throws IOException {
        if (tls == null) {
            Files.deleteIfExists(root.resolve("tls"));
        } else {
            PrivateFile.write(root.resolve("tls"), tls.certificate().toAbsolutePath() + "\n");
        }
        Files.deleteIfExists(root.resolve("ready"));
        write("port", ports.first());
        write("pid", ProcessHandle.current().pid());
    }

    void announce() throws IOException {
        write("ready", ProcessHandle.current().pid());
    }

    void ended() throws IOException {
        Files.deleteIfExists(root.resolve("ready"));
        Files.deleteIfExists(root.resolve("pid"));
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path credentials() {
        return root.resolve("credentials.json");
    }

    /** How far the rebuild is whose process this is. */
    void rebuilding(String told) throws IOException {
        PrivateFile.write(root.resolve("rebuild"), ProcessHandle.current().pid() + " " + told + "\n");
    }

    void rebuilt() throws IOException {
        Files.deleteIfExists(root.resolve("rebuild"));
    }

    /** How far a rebuild is, if a process is at it. */
    Optional<String> rebuild() throws IOException {
        return read("rebuild")
                .map(line -> line.split(" ", 2))
                .filter(line -> ProcessHandle.of(Long.parseLong(line[0]))
                        .filter(ProcessHandle::isAlive)
                        .isPresent())
                .map(line -> line[1]);
    }

    /** Losing it loses every name in the ledger. */
    Path masterKey() {
        return root.resolve("master.key");
    }

    /** By which the security log tells accounts apart; who has it can find out whose lines they are. Made once. */
    String pseudonymSecret() throws IOException {
        Path file = root.resolve("identity").resolve("pseudonym.key");
        if (Files.notExists(file)) {
            PrivateFile.write(file, Secrets.secret() + "\n");
        }
        return Files.readString(file).strip();
    }

    Path log() {
        return root.resolve("log").resolve("minqing.log");
    }

    private void write(String name, long value) throws IOException {
        PrivateFile.write(root.resolve(name), value + "\n");
    }

    private Optional<String> read(String name) throws IOException {
        try {
            return Optional.of(Files.readString(root.resolve(name)).strip()).filter(s -> !s.isEmpty());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
