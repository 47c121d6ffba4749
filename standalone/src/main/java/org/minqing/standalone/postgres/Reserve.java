package org.minqing.standalone.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;
import org.minqing.log.FreeSpace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Space kept back on the disk of a PostgreSQL, as a file that means nothing. It is given up when the disk is full, so that the server, which
 * ends when it cannot write its own log, lives on and answers questions; taken again when there is space.
 */
final class Reserve {
    private static final Logger LOG = LoggerFactory.getLogger(Reserve.class);
    /** Less than what a disk must have left: without it a full one is full still. */
    private static final int BYTES = 40 << 20;

    private static final int BLOCK = 1 << 20;

    private final Path file;
    private long before;

    Reserve(Path folder) {
        this.file = folder.resolve("reserve");
    }

    /**
     * To be called all the time. Given up only once nobody eats from the disk any more, else it would be eaten too; at once where the server
     * has ended.
     */
    void look(boolean serverRuns) throws IOException {
        long left = left();
        if (left < FreeSpace.LEAST && (left >= before || !serverRuns) && Files.deleteIfExists(file)) {
            LOG.error("the disk is full, {} MiB left: the reserve of {} MiB was given up", left >> 20, BYTES >> 20);
        } else if (left >= FreeSpace.ENOUGH && serverRuns && Files.notExists(file)) {
            take();
        }
        before = left;
    }

    /** Whether a server would find room to start in. */
    boolean room() throws IOException {
        return left() >= FreeSpace.LEAST / 2;
    }

    private long left() throws IOException {
        return Files.getFileStore(file.getParent()).getUsableSpace();
    }

    /** Random bytes, for a disk that makes small what can be made small. */
    private void take() throws IOException {
        var random = new SplittableRandom();
        byte[] block = new byte[BLOCK];
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int written = 0; written < BYTES; written += BLOCK) {
                random.nextBytes(block);
                out.write(ByteBuffer.wrap(block));
            }
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }
}
