package org.minqing.standalone.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL, unpacked once from zonky's archive for this machine into a folder named by its digest.
 * They live with the data and not below a shared temporary folder, where another user could put theirs first.
 */
record Binaries(Path home) {
    private static final Set<String> NEEDED = Set.of("bin/", "lib/", "share/");

    static Binaries in(Path folder) throws IOException {
        byte[] archive = archive();
        Path home = folder.resolve("postgresql-" + digest(archive));
        if (Files.notExists(home)) {
            Path unpacked = folder.resolve(home.getFileName() + ".unpacking");
            Folders.delete(unpacked);
            unpack(archive, unpacked);
            Files.move(unpacked, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Binaries(home);
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static byte[] archive() throws IOException {
        String system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : System.getProperty("os.name");
        String machine = ArchUtils.normalize(System.getProperty("os.arch"));
        try (InputStream found = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine)) {
            return found.readAllBytes();
        } catch (IOException | IllegalStateException e) {
            throw new PostgresUnavailable(
                    "没有适合本机（%s %s）的 PostgreSQL 程序".formatted(system, machine),
                    "No PostgreSQL programs for this machine (%s %s)"
                            .formatted(system.toLowerCase(Locale.ROOT), machine),
                    e);
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String name = entry.getName().startsWith("./") ? entry.getName().substring(2) : entry.getName();
                Path file = target.resolve(name).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("archive entry outside its folder: " + name);
                }
                if (NEEDED.stream().noneMatch(name::startsWith) || name.endsWith(".a")) {
                    continue;
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    write(tar, entry, file);
                }
            }
        }
        Folders.permit(target, "rwxr-xr-x");
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("unexpected kind of archive entry: " + entry.getName());
        }
        boolean runs = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static String digest(byte[] archive) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(sha, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
