package org.minqing.log;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.SocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sockets that this process has open to each database server ({@code socketFactory} of the JDBC driver), so that all of a server can be
 * given up at once: a server that has fallen silent does not close them, and whoever reads from one would wait as long as it is silent.
 */
public final class DatabaseSockets extends SocketFactory {
    private static final Logger LOGGER = LoggerFactory.getLogger(DatabaseSockets.class);
    private static final Map<String, Server> SERVERS = new ConcurrentHashMap<>();

    private final Server server;

    /** @param connection host and port among them, as the driver has understood the URL */
    public DatabaseSockets(Properties connection) {
        this.server = server(connection);
    }

    /** The server that such properties of a connection name; the same for whoever asks. */
    static Server server(Properties connection) {
        String address = connection.getProperty("PGHOST") + " " + connection.getProperty("PGPORT");
        return SERVERS.computeIfAbsent(address, each -> new Server());
    }

    /** What is known of one server in this process. */
    static final class Server {
        private final Set<Socket> open = ConcurrentHashMap.newKeySet();
        private final AtomicBoolean silent = new AtomicBoolean();
        private volatile FreeSpace space = FreeSpace.UNKNOWN;

        /** On the disk that holds its data. */
        FreeSpace space() {
            return space;
        }

        void has(FreeSpace known) {
            space = known;
        }

        /** One for all applications of this process: what the one has seen the other knows. */
        synchronized FreeSpace watch(Path folder) {
            if (!space.isOf(folder)) {
                space = new FreeSpace(folder);
            }
            return space;
        }

        /** True from when its sockets were given up until it gives a sign again: nobody is to wait for it. */
        boolean silent() {
            return silent.get();
        }

        /**
         * Whoever waits for an answer on one of its sockets gets an error of class 08, "connection lost".
         *
         * @return whether it had not been silent before
         */
        boolean giveUp() {
            boolean first = silent.compareAndSet(false, true);
            for (Socket socket : open) {
                try {
                    socket.close();
                } catch (IOException e) {
                    LOGGER.debug("closing a socket", e);
                }
            }
            return first;
        }

        /** @return whether it had been silent before */
        boolean answers() {
            return silent.compareAndSet(true, false);
        }
    }

    @Override
    public Socket createSocket() {
        return new Counted(server);
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
        private final Server server;

        Counted(Server server) {
            this.server = server;
            server.open.add(this);
        }

        @Override
        public void close() throws IOException {
            server.open.remove(this);
            super.close();
        }
    }
}
