package org.minqing.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/**
 * Everything started on an empty folder, asked one thing each and stopped: for the launcher, which has the JVM write down
 * the classes this takes.
 */
final class Rehearsal {
    private Rehearsal() {}

    static int run(Options options) throws IOException, InterruptedException {
        DataDirectory directory = DataDirectory.make(options.data());
        Logging.into(directory.log());
        Ports ports = Ports.anyFree();
        try (var instance = new Instance(directory, ports, false);
                HttpClient http = HttpClient.newHttpClient()) {
            instance.start();
            String token = Token.fetch(directory, "office");
            for (String asked : List.of(ports.commandUrl() + "/v1/commands", ports.queryUrl() + "/v1/divisions")) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(asked))
                        .header("Authorization", "Bearer " + token)
                        .build();
                http.send(request, BodyHandlers.ofString());
            }
        }
        return 0;
    }
}
