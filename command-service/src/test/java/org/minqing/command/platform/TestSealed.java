package org.minqing.command.platform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.minqing.events.Sealed;

/** A sealed text for tests of decisions, which never open one. */
public final class TestSealed {
    private TestSealed() {}

    public static Sealed sealed(String subject, String text) {
        String bytes = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return new Sealed(1, subject, "A256GCM", "AAAAAAAAAAAAAAAA", bytes);
    }
}
