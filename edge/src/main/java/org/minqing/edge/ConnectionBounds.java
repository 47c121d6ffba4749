package org.minqing.edge;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Configuration;

/** What one sender may take of a service before anything is known of him. */
@Configuration(proxyBeanMethods = false)
public class ConnectionBounds implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final Duration START = Duration.ofSeconds(5);
    private static final long BYTES_A_SECOND = 1_024;

    private final int perAddress;

    ConnectionBounds(@Value("${minqing.connections-per-address:256}") int perAddress) {
        this.perAddress = perAddress;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(BoundedProtocol.class.getName());
        factory.addConnectorCustomizers(
                connector -> ((BoundedProtocol) connector.getProtocolHandler()).setPerAddress(perAddress));
        factory.addContextCustomizers(context -> context.getPipeline().addValve(new PaceValve(START, BYTES_A_SECOND)));
    }
}
