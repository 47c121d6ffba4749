package org.minqing.edge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 of which no stranger can take all: one address has so many connections and no more, and whoever has begun a request must have
 * said what he wants within a time, however slowly he sends. (What the container has for that counts from one byte to the next.)
 */
public final class BoundedProtocol extends Http11NioProtocol {
    private final Bounds bounds;

    /** As the container makes it, by the name of this class. */
    public BoundedProtocol() {
        this(new Bounds());
    }

    private BoundedProtocol(Bounds bounds) {
        super(bounds);
        this.bounds = bounds;
    }

    /** @param connections most of one address at the same time; 0: no bound, behind a proxy that has one */
    void setPerAddress(int connections) {
        bounds.perAddress = connections;
    }

    /** @param headers how long a request may take from its first byte to the end of its headers */
    void setHeaderTime(Duration headers) {
        bounds.headers = headers;
    }

    private static final class Bounds extends NioEndpoint {
        private static final Duration LOOK_EVERY = Duration.ofMillis(500);

        private final Map<InetAddress, Integer> counted = new HashMap<>();
        private volatile int perAddress;
        private volatile Duration headers = Duration.ofSeconds(20);
        private volatile @Nullable Thread watch;

        @Override
        public void startInternal() throws Exception {
            super.startInternal();
            watch = Thread.ofPlatform().daemon().name(getName() + "-bounds").start(this::watch);
        }

        @Override
        public void stopInternal() {
            Thread watching = watch;
            if (watching != null) {
                watching.interrupt();
            }
            super.stopInternal();
        }

        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            if (admits(socket)) {
                return super.setSocketOptions(socket);
            }
            destroySocket(socket);
            return false;
        }

        /** Asked by the one thread that accepts. */
        private boolean admits(SocketChannel socket) {
            int most = perAddress;
            if (most == 0) {
                return true;
            }
            InetAddress address = address(socket);
            if (address == null) {
                return false;
            }
            // those that were closed since the last count are in it still
            if (counted.getOrDefault(address, 0) >= most) {
                counted.clear();
                for (SocketWrapperBase<NioChannel> open : getConnections()) {
                    InetAddress other = address(open.getSocket().getIOChannel());
                    if (other != null) {
                        counted.merge(other, 1, Integer::sum);
                    }
                }
            }
            if (counted.getOrDefault(address, 0) >= most) {
                return false;
            }
            counted.merge(address, 1, Integer::sum);
            return true;
        }

        private static @Nullable InetAddress address(@Nullable SocketChannel socket) {
            try {
                SocketAddress remote = socket == null ? null : socket.getRemoteAddress();
                return remote instanceof InetSocketAddress inet ? inet.getAddress() : null;
            } catch (IOException e) {
                return null;
            }
        }

        private void watch() {
            try {
                while (isRunning()) {
                    Thread.sleep(LOOK_EVERY);
                    long now = System.nanoTime();
                    for (SocketWrapperBase<NioChannel> open : getConnections()) {
                        if (open.getCurrentProcessor() instanceof Processor waiting && halfSent(waiting, now)) {
                            open.close();
                        }
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** A connection on which nothing has come yet has no processor, and neither has one whose request is being worked on. */
        private boolean halfSent(Processor waiting, long now) {
            Request request = waiting.getRequest();
            return request != null
                    && !waiting.isAsync()
                    && !waiting.isUpgrade()
                    && request.getStartTimeNanos() != -1
                    && now - request.getStartTimeNanos() > headers.toNanos();
        }
    }
}
