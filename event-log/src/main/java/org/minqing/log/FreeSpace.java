package org.minqing.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The space left on the disk that holds the database, where that is a disk of this machine. While it is short nothing is
 * written that can wait: what little is left is for the database to stay alive with, so that questions go on.
 */
public final class FreeSpace {
    /** Below this the disk is full, in bytes: three segments of PostgreSQL's log. */
    public static final long LEAST = 48L << 20;

    /** From here on there is space again: more than what is given up when there is none, and {@link #LEAST} on top. */
    public static final long ENOUGH = 128L << 20;

    static final FreeSpace UNKNOWN = new FreeSpace((Path) null);
    private static final Logger LOGGER = LoggerFactory.getLogger(FreeSpace.class);
    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final @Nullable Disk disk;
    private final @Nullable Path folder;
    private volatile long looked = System.nanoTime() - LOOK_EVERY_NANOS;
    private volatile long bytes = Long.MAX_VALUE;
    private volatile boolean full;

    /** Tells how many bytes are left. */
    interface Disk {
        long left() throws IOException;
    }

    /** @param folder on the disk in question; null if nothing is known of it: then it is never full */
    public FreeSpace(@Nullable Path folder) {
        this.folder = folder;
        this.disk = folder == null ? null : () -> Files.getFileStore(folder).getUsableSpace();
    }

    FreeSpace(Disk disk) {
        this.folder = null;
        this.disk = disk;
    }

    boolean isOf(Path other) {
        return other.equals(folder);
    }

    /** Whether nothing more is to be written; looked at ten times a second at most. */
    public boolean full() {
        long now = System.nanoTime();
        if (disk != null && now - looked >= LOOK_EVERY_NANOS) {
            looked = now;
            look(disk);
        }
        return full;
    }

    /** Bytes left when it was looked at last; {@link Long#MAX_VALUE} if nothing is known. */
    public long bytes() {
        return bytes;
    }

    /** Bytes left now, for who watches it; not a number if nothing is known. */
    double lookedAt() {
        full();
        return bytes == Long.MAX_VALUE ? Double.NaN : bytes;
    }

    private synchronized void look(Disk known) {
        try {
            bytes = known.left();
        } catch (IOException e) {
            LOGGER.warn("the space left on the disk of the database cannot be told: {}", e.getMessage());
            return;
        }
        if (!full && bytes < LEAST) {
            full = true;
            LOGGER.error(
                    "the disk of the database is full, {} MiB left: commands are refused and the read side waits until there are {} MiB",
                    bytes >> 20,
                    ENOUGH >> 20);
        } else if (full && bytes >= ENOUGH) {
            full = false;
            LOGGER.warn("there is space on the disk of the database again, {} MiB: everything goes on", bytes >> 20);
        }
    }
}
