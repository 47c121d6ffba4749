package org.minqing.benchmarks.torture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Attachments of 12 MB go up and come down, many at once: more than the process has memory for, if it held them whole. */
final class ManyDownloads implements Fault {
    private static final int AT_ONCE = 12;
    private static final int SIDE = 2_000;
    private static final int BYTES = SIDE * SIDE * 3;

    private @Nullable String content;
    private byte[] picture = new byte[0];

    @Override
    public String name() {
        return "downloads-and-uploads";
    }

    @Override
    public void strike(Victim victim, RandomGenerator random) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            if (picture.length == 0) {
                picture = picture();
            }
            if (content == null) {
                content = upload(victim, http);
            }
            String path = content;
            Burst.of(AT_ONCE, random.nextInt(2_000, 6_000), number -> {
                if (number % 4 == 3 || path == null) {
                    upload(victim, http);
                } else {
                    HttpResponse<Void> got = http.send(
                            victim.request(victim.queryPort(), path)
                                    .header("Minqing-Reveal", "inspection")
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArrayConsumer(part -> {}));
                    if (got.statusCode() >= 400) {
                        Thread.sleep(200);
                    }
                }
            });
        }
    }

    /** @return where the content is asked for; null if it was not taken */
    private @Nullable String upload(Victim victim, HttpClient http) throws Exception {
        UUID key = UUID.randomUUID();
        HttpRequest request = victim.request(victim.commandPort(), "/v1/attachments?name=noise.png")
                .header("Content-Type", "image/png")
                .header("Idempotency-Key", key.toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(picture))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() == 201
                ? URI.create(answer.headers().firstValue("Location").orElseThrow())
                                .getPath() + "/content"
                : null;
    }

    /** Of noise, which no compression makes small. */
    private static byte[] picture() throws IOException {
        var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        var random = new SplittableRandom();
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        var out = new ByteArrayOutputStream(BYTES);
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
