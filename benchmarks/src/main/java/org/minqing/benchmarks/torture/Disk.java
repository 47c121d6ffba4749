package org.minqing.benchmarks.torture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small disk in memory for an installation, which can be filled without harm to anybody else; only root can have one. */
final class Disk implements AutoCloseable {
    private static final String SIZE = "900m";
    private static final String TYPE = "tmpfs";
    private static final int BLOCK = 1 << 20;

    private final Path folder;
    private final boolean own;

    private Disk(Path folder, boolean own) {
        this.folder = folder;
        this.own = own;
    }

    static Disk of(Path folder) throws IOException, InterruptedException {
        return new Disk(
                folder, ends(0, "mount", "-t", TYPE, "-o", "size=" + SIZE + ",mode=755", TYPE, folder.toString()));
    }

    /** Whether an installation in this folder has its disk for itself. */
    static boolean isOwn(Path data) throws IOException {
        FileStore store = Files.getFileStore(data);
        return store.type().equals(TYPE) && store.getTotalSpace() <= 1L << 30;
    }

    /** Writes until nothing more goes in. */
    static void fill(Path file) throws IOException {
        byte[] block = new byte[BLOCK];
        try (OutputStream out = Files.newOutputStream(file)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("No space left")) {
                throw e;
            }
        }
    }

    private static boolean ends(int status, String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == status;
    }

    @Override
    public void close() throws IOException {
        try {
            if (own) {
                ends(0, "umount", folder.toString());
            } else {
                ends(0, "rm", "-rf", folder.resolve("data").toString());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
