package org.minqing.standalone;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The process that listens on a port, as far as the system lets us see. Linux tells by files, others by {@code lsof}. */
record PortHolder(long pid, String name) {
    private static final String LISTENING = "0A";
    private static final int LONG = 120;

    static Optional<PortHolder> of(int port) throws IOException {
        Optional<Long> pid = Files.isDirectory(Path.of("/proc/self/fd")) ? byFiles(port) : byLsof(port);
        return pid.map(p -> new PortHolder(p, name(p)));
    }

    @Override
    public String toString() {
        return name + " (pid " + pid + ")";
    }

    private static String name(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(p -> p.info().commandLine().or(() -> p.info().command()))
                .map(PortHolder::brief)
                .orElse("?");
    }

    /** Of another instance of this what tells them apart, of anything else the beginning. */
    private static String brief(String line) {
        int ours = line.indexOf(Main.class.getName());
        String told = ours < 0
                ? line
                : "minqing" + line.substring(ours + Main.class.getName().length());
        return told.length() > LONG ? told.substring(0, LONG) + "..." : told;
    }

    private static Optional<Long> byFiles(int port) throws IOException {
        Set<String> sockets = sockets(port);
        for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
            if (holds(Path.of("/proc", Long.toString(process.pid()), "fd"), sockets)) {
                return Optional.of(process.pid());
            }
        }
        return Optional.empty();
    }

    /** Lines of /proc/net/tcp: {@code sl local remote state ... inode}; ports in hexadecimal. */
    private static Set<String> sockets(int port) throws IOException {
        String suffix = ":%04X".formatted(port);
        var found = new HashSet<String>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            if (Files.isReadable(Path.of(table))) {
                for (String line : Files.readAllLines(Path.of(table))) {
                    String[] columns = line.strip().split("\\s+");
                    if (columns.length > 9 && columns[1].endsWith(suffix) && columns[3].equals(LISTENING)) {
                        found.add("socket:[" + columns[9] + "]");
                    }
                }
            }
        }
        return found;
    }

    private static boolean holds(Path descriptors, Set<String> sockets) {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(descriptors)) {
            for (Path descriptor : all) {
                if (sockets.contains(Files.readSymbolicLink(descriptor).toString())) {
                    return true;
                }
            }
            return false;
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            // Another user's process, or one that has just ended.
            return false;
        }
    }

    private static Optional<Long> byLsof(int port) {
        try {
            Process lsof = new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN").start();
            try (var lines = lsof.inputReader()) {
                return lines.lines().findFirst().map(Long::parseLong);
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
