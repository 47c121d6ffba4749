package org.minqing.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever sends slowly, or opens much, keeps nobody else waiting. */
class SlowStrangersTest {
    private static final int OF_ONE_ADDRESS = 6;

    @TempDir
    Path folder;

    private final Tomcat tomcat = new Tomcat();
    private final List<Socket> sockets = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        tomcat.setBaseDir(Files.createDirectories(folder.resolve("tomcat")).toString());
        var connector = new Connector(BoundedProtocol.class.getName());
        connector.setPort(0);
        connector.setProperty("address", "0.0.0.0");
        var protocol = (BoundedProtocol) connector.getProtocolHandler();
        protocol.setPerAddress(OF_ONE_ADDRESS);
        protocol.setHeaderTime(Duration.ofSeconds(2));
        tomcat.setConnector(connector);
        var context = tomcat.addContext("", folder.toString());
        context.getPipeline().addValve(new PaceValve(Duration.ofSeconds(2), 1_000));
        Tomcat.addServlet(context, "length", new HttpServlet() {
            @Override
            protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
                byte[] body = request.getInputStream().readAllBytes();
                response.getWriter().print(body.length);
            }
        });
        context.addServletMappingDecoded("/", "length");
        tomcat.start();
    }

    @AfterEach
    void stop() throws Exception {
        for (Socket socket : sockets) {
            socket.close();
        }
        tomcat.stop();
        tomcat.destroy();
    }

    private Socket open(String from) throws IOException {
        Socket socket = new Socket(
                InetAddress.getByName("127.0.0.1"),
                tomcat.getConnector().getLocalPort(),
                InetAddress.getByName(from),
                0);
        socket.setSoTimeout(60_000);
        sockets.add(socket);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String request(int length) {
        return "POST / HTTP/1.1\r\nHost: here\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static String answer(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] some = new byte[4_096];
        int read = in.read(some);
        return read < 0 ? "" : new String(some, 0, read, StandardCharsets.UTF_8);
    }

    /** Byte after byte until nobody takes any more. */
    private static void drip(Socket socket) {
        Thread.startVirtualThread(() -> {
            try {
                while (true) {
                    send(socket, "a");
                    Thread.sleep(100);
                }
            } catch (IOException | InterruptedException e) {
                // closed
            }
        });
    }

    @Test
    void a_body_that_drips_is_refused_and_one_that_flows_is_taken() throws Exception {
        Socket slow = open("127.0.0.1");
        send(slow, request(100_000));
        drip(slow);
        assertThat(answer(slow)).startsWith("HTTP/1.1 408").contains("Connection: close");

        Socket steady = open("127.0.0.1");
        send(steady, request(30_000));
        for (int i = 0; i < 30; i++) {
            send(steady, "x".repeat(1_000));
            Thread.sleep(100);
        }
        assertThat(answer(steady)).startsWith("HTTP/1.1 200").endsWith("30000");
    }

    @Test
    void headers_that_drip_end_and_an_idle_connection_stays() throws Exception {
        Socket idle = open("127.0.0.1");
        send(idle, request(1) + "x");
        assertThat(answer(idle)).startsWith("HTTP/1.1 200");
        Socket slow = open("127.0.0.1");
        send(slow, "POST / HTTP/1.1\r\nHost: here\r\nX-Slow: ");
        drip(slow);
        assertThat(answer(slow)).doesNotContain("200");
        send(idle, request(1) + "x");
        assertThat(answer(idle)).startsWith("HTTP/1.1 200");
    }

    @Test
    void one_address_has_so_many_connections_and_another_its_own() throws Exception {
        for (int i = 0; i < OF_ONE_ADDRESS; i++) {
            assertAnswered(open("127.0.0.1"));
        }
        Socket more = open("127.0.0.1");
        assertThat(refused(more)).isTrue();
        assertAnswered(open("127.0.0.2"));
        sockets.getFirst().close();
        await().ignoreExceptions().until(() -> !refused(open("127.0.0.1")));
    }

    private static void assertAnswered(Socket socket) throws IOException {
        send(socket, request(1) + "x");
        assertThat(answer(socket)).startsWith("HTTP/1.1 200");
    }

    private static boolean refused(Socket socket) {
        try {
            send(socket, request(1) + "x");
            return !answer(socket).startsWith("HTTP/1.1 200");
        } catch (IOException e) {
            return true;
        }
    }
}
