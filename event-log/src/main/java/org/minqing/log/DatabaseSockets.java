package org.minqing.log;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.SocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sockets to the database that this process has open ({@code socketFactory} of the JDBC driver), so that all of them can be given up
 * at once: a server that has fallen silent does not close them, and whoever reads from one would wait as long as it is silent.
 */
public final class DatabaseSockets extends SocketFactory {
    private static final Logger LOGGER = LoggerFactory.getLogger(DatabaseSockets.class);
    private static final AtomicBoolean SILENT = new AtomicBoolean();
    private static final Set<Socket> OPEN = ConcurrentHashMap.newKeySet();

    /** True from when they were given up until the server gives a sign again: nobody is to wait for it. */
    public static boolean silent() {
        return SILENT.get();
    }

    /**
     * Whoever waits for an answer on one of them gets an error of class 08, "connection lost".
     *
     * @return whether it had not been silent before
     */
    static boolean giveUp() {
        boolean first = SILENT.compareAndSet(false, true);
        for (Socket socket : OPEN) {
            try {
                socket.close();
            } catch (IOException e) {
                LOGGER.debug("closing a socket", e);
            }
        }
        return first;
    }

    /** @return whether it had been silent before */
    static boolean answering() {
        return SILENT.compareAndSet(true, false);
    }

    @Override
    public Socket createSocket() {
        return new Counted();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return new Socket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return new Socket(host, port, from, fromPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return new Socket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return new Socket(host, port, from, fromPort);
    }

    private static final class Counted extends Socket {
        Counted() {
            OPEN.add(this);
        }

        @Override
        public void close() throws IOException {
            OPEN.remove(this);
            super.close();
        }
    }
}
