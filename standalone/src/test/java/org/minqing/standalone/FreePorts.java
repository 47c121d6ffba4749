package org.minqing.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports nobody listens on just now, and that nobody else was told of here. */
public final class FreePorts {
    private static final int FROM = 20_000;
    private static final int RANGE = 10_000;
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(RANGE));

    private FreePorts() {}

    public static int one() throws IOException {
        return first(1);
    }

    /** The first of some ports in a row. */
    public static int first(int row) throws IOException {
        while (true) {
            int port = FROM + NEXT.getAndAdd(row) % RANGE;
            boolean free = true;
            for (int i = 0; i < row && free; i++) {
                free = free(port + i);
            }
            if (free) {
                return port;
            }
        }
    }

    private static boolean free(int port) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (java.net.BindException e) {
            return false;
        }
    }
}
