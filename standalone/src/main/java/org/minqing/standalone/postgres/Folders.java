package org.minqing.standalone.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Folders and who may enter them. */
final class Folders {
    private Folders() {}

    static Path make(Path folder, String permissions) throws IOException {
        Files.createDirectories(folder);
        return permit(folder, permissions);
    }

    static Path permit(Path folder, String permissions) throws IOException {
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
    }

    /** Others may go through, and see nothing of what else is there. */
    static void letPass(@Nullable Path folder) throws IOException {
        if (folder != null) {
            Set<PosixFilePermission> permissions = new HashSet<>(Files.getPosixFilePermissions(folder));
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
            Files.setPosixFilePermissions(folder, permissions);
        }
    }

    static int owner(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    /** Gives a whole tree to a user; needs root, and does nothing where the tree's top belongs to the user already. */
    static void give(Path tree, int uid, int gid) throws IOException {
        if (Files.notExists(tree) || owner(tree) == uid) {
            return;
        }
        // The top comes last: a hand-over that was cut short is seen by it, and done again.
        for (Path path : deepestFirst(tree)) {
            Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
        }
    }

    static void delete(Path tree) throws IOException {
        if (Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            for (Path path : deepestFirst(tree)) {
                Files.delete(path);
            }
        }
    }

    private static Iterable<Path> deepestFirst(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
