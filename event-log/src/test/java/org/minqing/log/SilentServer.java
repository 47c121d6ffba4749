package org.minqing.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/** Stands before a server and passes everything on, until it is to say nothing any more: nothing is closed, nothing refused. */
final class SilentServer implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int behind;
    private volatile CountDownLatch speech = new CountDownLatch(0);

    SilentServer(int behind) throws IOException {
        this.behind = behind;
        Thread.startVirtualThread(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    void fallSilent() {
        speech = new CountDownLatch(1);
    }

    void speak() {
        speech.countDown();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind);
                Thread.startVirtualThread(() -> pass(client, server));
                Thread.startVirtualThread(() -> pass(server, client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] some = new byte[8192];
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                speech.await();
                out.write(some, 0, n);
            }
        } catch (IOException | InterruptedException e) {
            // whoever is at the other end sees it
        }
    }

    @Override
    public void close() throws IOException {
        speak();
        door.close();
    }
}
