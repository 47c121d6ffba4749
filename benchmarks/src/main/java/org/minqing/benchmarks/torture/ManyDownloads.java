package org.minqing.benchmarks.torture;

import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Attachments of 15 MiB go up and come down, many at once: more than the process has memory for, if it held them whole. */
final class ManyDownloads implements Fault {
    private static final int AT_ONCE = 12;
    private static final int BYTES = 15 << 20;

    private @Nullable String content;

    @Override
    public String name() {
        return "downloads-and-uploads";
    }

    @Override
    public void strike(Victim victim, RandomGenerator random) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            if (content == null) {
                content = upload(victim, http);
            }
            String path = content;
            Burst.of(AT_ONCE, random.nextInt(2_000, 6_000), number -> {
                if (number % 4 == 3 || path == null) {
                    upload(victim, http);
                } else {
                    HttpResponse<Void> got = http.send(
                            victim.request(victim.queryPort(), path).build(),
                            HttpResponse.BodyHandlers.ofByteArrayConsumer(part -> {}));
                    if (got.statusCode() >= 400) {
                        Thread.sleep(200);
                    }
                }
            });
        }
    }

    /** @return where the content is asked for; null if it was not taken */
    private static @Nullable String upload(Victim victim, HttpClient http) throws Exception {
        String visit = victim.ask("/v1/visits?limit=1").at("/items/0/id").asString();
        UUID key = UUID.randomUUID();
        byte[] picture = picture();
        HttpRequest request = victim.request(
                        victim.commandPort(), "/v1/attachments?to=Visit-" + visit + "&name=picture.png")
                .header("Content-Type", "image/png")
                .header("Idempotency-Key", key.toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(picture))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() == 201
                ? URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath() + "/content"
                : null;
    }

    private static byte[] picture() throws java.io.IOException {
        var out = new java.io.ByteArrayOutputStream(BYTES);
        try (OutputStream png = out) {
            png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        }
        return out.toByteArray();
    }
}
